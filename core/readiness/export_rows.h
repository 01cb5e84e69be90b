// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ExportRows: the rows that an export would take, handed in by who composes: services never include each
// other. A function; called on the thread of its store.
#pragma once

#include "core/base/result.h"
#include "core/store/entry_reader.h"

#include <functional>

namespace goldpan::readiness {

using ExportRows = std::function<Result<void>(const std::function<void(const store::EntryRecord&)>& sink)>;

} // namespace goldpan::readiness
