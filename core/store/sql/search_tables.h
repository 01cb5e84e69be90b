// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the search index: there only while there is an index, and no part of the schema. A segment
// covers a stretch of row ids; together the published ones cover all ids from 1 to the last one's end. Pages
// whose segment is gone are rubbish that the next build or drop sweeps out.
#pragma once

#include "core/base/result.h"
#include "core/search/grams.h"
#include "core/store/search_index.h"
#include "core/store/sql/connection.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace goldpan::sql {

struct IndexSegment {
    std::int64_t id = 0;
    std::int64_t first = 0; ///< row ids, both included
    std::int64_t last = 0;
    bool full = false; ///< it ends where its memory ended: never built again together with newer rows
};

inline constexpr const char* kDroppedMeanwhile =
    "another program dropped the index; build it again if it is wanted";

/// The key of a page: its segment, then its first gram.
[[nodiscard]] constexpr std::int64_t pageKey(std::int64_t segment, search::Gram gram) {
    return segment << search::kGramBits | gram;
}

/// How this program folds case, cuts grams and writes them down; a number of its own for each way.
[[nodiscard]] std::int64_t indexVersion();
/// Of an index that has short segments only, as they are still written.
[[nodiscard]] inline std::int64_t shortIndexVersion() {
    return indexVersion() - 1;
}
[[nodiscard]] Result<bool> hasIndexTables(Connection& connection);
/// The published segments in the order of their rows; none where there is no index, or one of a
/// version that this program cannot read.
[[nodiscard]] Result<std::optional<std::vector<IndexSegment>>> readIndexSegments(Connection& connection);
/// The last row that the segments cover, 0 for none.
[[nodiscard]] std::int64_t coveredRows(const std::vector<IndexSegment>& segments);
[[nodiscard]] Result<store::IndexStatus> readIndexStatus(Connection& connection);
/// What is wrong with the index, empty when all is well.
[[nodiscard]] Result<std::vector<std::string>> checkIndex(Connection& connection);

} // namespace goldpan::sql
