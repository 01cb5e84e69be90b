// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What `export` was asked for, as the core takes it: lists and pairs read, with nothing guessed. Free
// functions.
#pragma once

#include "app/cli/verb_export.h"
#include "core/base/result.h"
#include "core/exporting/export_service.h"
#include "core/redact/redactor.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace goldpan::store {
class Store;
}

namespace goldpan::cli {

[[nodiscard]] Result<exporting::ExportSpec> exportSpecOf(const ExportOptions& options);

/// A line for each of these tags that no row of the store has: most are misspelt. Asked for and told as the
/// store would have them, redacted.
[[nodiscard]] Result<void> tellOfUnknownTags(store::Store& store, const redact::Redactor& redactor,
                                             const std::vector<std::string>& tags, std::ostream& err);

} // namespace goldpan::cli
