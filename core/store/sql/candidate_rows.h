// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// CandidateRows: the rows that a search has to look at, as the index knows them; rows that it does not cover
// are among them. A value; immutable once found.
#pragma once

#include "core/base/result.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/gram_query.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

struct sqlite3;

namespace goldpan::sql {

inline constexpr const char* kCandidatesPointerType = "goldpan-candidates";

class CandidateRows {
public:
    /// None where the query narrows nothing or there is no index. As of the connection's snapshot.
    [[nodiscard]] static Result<std::optional<CandidateRows>> find(Connection& connection,
                                                                   const GramQuery& query);

    /// Also true for rows that came later.
    [[nodiscard]] bool contains(std::int64_t row) const;
    [[nodiscard]] std::int64_t count() const { return m_count; }
    /// A JSON array, ascending.
    [[nodiscard]] std::string idsAsJson() const;

private:
    explicit CandidateRows(std::int64_t rows);
    void put(std::int64_t row);

    std::vector<std::uint64_t> m_bits; ///< by row id
    std::int64_t m_count = 0;
};

/// search_may(candidates, id) on this connection; the candidates are a bound pointer.
void registerCandidateRows(sqlite3* handle);

} // namespace goldpan::sql
