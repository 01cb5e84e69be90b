// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ContextIndex: which rows were asked the same, by a hash of each row's context in memory: 12 bytes a row,
// built by reading the store through once in the background and kept up by reading only what is new (contexts
// never change). Owned by whoever asks; one thread at a time, that of the store it is given.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/review/same_context.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace goldpan::review {

class ContextIndex {
public:
    /// Reads at most `limit` rows that it does not know yet; true where it knows them all.
    [[nodiscard]] Result<bool> readOn(store::Store& store, std::int64_t limit);

    /// Untouched rows among those it knows that were asked what `row` was; in log order, without `row`.
    [[nodiscard]] Result<SameRows> untouchedLike(store::Store& store, RowId row, LookLimit limit,
                                                 std::stop_token stop) const;

private:
    std::vector<RowId> m_rows; ///< in log order
    std::vector<std::uint32_t> m_hashes;
};

} // namespace goldpan::review
