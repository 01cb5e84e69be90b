// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SearchIndex: the full-text index, which narrows a search and never changes its answer: rows that it does
// not cover yet are read as without it. Owned by its Store; same thread.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string_view>

namespace goldpan::store {

enum class IndexState {
    missing,
    building, ///< begun, and there are rows that it does not cover
    ready,    ///< covers every row
};

[[nodiscard]] std::string_view indexStateName(IndexState state);

struct IndexStatus {
    IndexState state = IndexState::missing;
    std::int64_t covered = 0; ///< rows, the oldest first
    std::int64_t rows = 0;    ///< in the store
};

struct IndexBuild {
    /// Rows that become searchable together; what a kill loses is less than that.
    std::int64_t stretch = 131'072;
    /// After each transaction, whether somebody waits or not: for work in the background.
    std::chrono::milliseconds rest{0};
};

struct IndexReport {
    std::int64_t rows = 0; ///< that this run indexed
    std::chrono::microseconds longestLock{};
};

class SearchIndex {
public:
    virtual ~SearchIndex() = default;

    [[nodiscard]] virtual Result<IndexStatus> status() = 0;
    /// Covers all rows, from where the last build ended, in transactions of a few milliseconds. On a stop
    /// (`cancelled`) or an error what was built is kept. Any number of programs may build at once. `refused`
    /// where another program dropped the index meanwhile.
    [[nodiscard]] virtual Result<IndexReport> build(const IndexBuild& how, const ProgressFn& progress,
                                                    std::stop_token stop) = 0;
    /// The state is `missing` at once; the room is given back in transactions of a few milliseconds, also by
    /// the next build or drop after a stop. Whoever writes a text that is stored drops the index in the same
    /// transaction, as re-redaction does. Where another program drops it too, it is
    /// done.
    [[nodiscard]] virtual Result<void> drop(const ProgressFn& progress, std::stop_token stop) = 0;
};

} // namespace goldpan::store
