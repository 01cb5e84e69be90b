// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What `review` and `tag` share: one act over the selected rows of a store, with progress. A free function;
// same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/row_selection.h"
#include "app/cli/store_options.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/review/review_service.h"

#include <functional>
#include <span>
#include <string>

namespace goldpan::cli {

using RowAct = std::function<Result<review::ActOutcome>(
    review::ReviewService& service, std::span<const RowId> rows, const ProgressFn& progress)>;

/// Opens the store, selects, acts and prints; `label` names the act to a person.
[[nodiscard]] Result<int> actOnRows(const ActOptions& options, const RowSelection& selection,
                                    const std::string& label, Io& io, const RowAct& act);

} // namespace goldpan::cli
