// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that were asked byte for byte the same (`messages` where present, else `prompt`) and that nobody has
// touched: unreviewed, without anybody's draft. Plain functions; the thread of the store they are given.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/log_entry.h"

#include <cstddef>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace goldpan::store {
class Store;
}

namespace goldpan::review {

/// How much one look at candidates may do: an exact answer is not worth any time.
struct LookLimit {
    std::size_t candidates = 10'000; ///< looked at
    std::size_t rows = 1000;         ///< found, each of which is read whole
};

struct SameRows {
    std::vector<RowId> rows; ///< in the order of the candidates
    std::vector<RowId> rest; ///< candidates that were not looked at
};

[[nodiscard]] std::string_view contextOf(const LogEntry& entry);

/// Those among `candidates` that were asked what `row` was and that nobody has touched.
[[nodiscard]] Result<SameRows> untouchedAmong(store::Store& store, RowId row,
                                              std::span<const RowId> candidates, LookLimit limit,
                                              std::stop_token stop);

} // namespace goldpan::review
