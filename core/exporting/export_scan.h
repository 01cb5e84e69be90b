// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a batch out of the store: what an export reads, and how often. Free functions; same thread as
// the store.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exporting/row_picker.h"
#include "core/exporting/row_spool.h"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace goldpan::store {
class Store;
}

namespace goldpan::exporting {

using LineSink = std::function<Result<void>(const MadeRow& made, const std::vector<std::string>& lines)>;

/// Every row that the picker takes, with its lines, in file order. While the picker collects, every row goes
/// into `spool` too; afterwards the rows come out of it instead of the store, where it is whole: then of
/// their records the ids alone.
[[nodiscard]] Result<void> scanLines(store::Store& store, const ExportSpec& spec, RowPicker& picker,
                                     const LineSink& sink, const ProgressFn& progress, std::stop_token stop,
                                     RowSpool* spool = nullptr);

/// Tells a split of every row that any batch of this format could hold, whatever filter and tags.
[[nodiscard]] Result<void> scanQuestions(store::Store& store, const ExportSpec& spec,
                                         const redact::Redactor& redactor, BatchSplit& split,
                                         std::stop_token stop);

} // namespace goldpan::exporting
