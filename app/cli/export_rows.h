// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that `export` would take by itself, for verbs that ask what could be trained on. Free functions;
// same thread.
#pragma once

#include "app/cli/io.h"
#include "core/readiness/export_rows.h"
#include "core/redact/redactor.h"

#include <string>

namespace goldpan::store {
class Store;
}

namespace goldpan::cli {

/// Of an SFT export that names nothing. Shows its progress as `name`; all three must outlive the answer.
[[nodiscard]] readiness::ExportRows exportRows(store::Store& store, const redact::Redactor& redactor, Io& io,
                                               const std::string& name);

} // namespace goldpan::cli
