// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SimilarRows: one `similar:` term with the row that it names, and the SQL function that asks it. Owned by
// the filter; the connection's thread.
#pragma once

#include "core/base/result.h"
#include "core/search/likeness.h"
#include "core/store/sql/connection.h"

#include <cstdint>
#include <memory>
#include <string>

struct sqlite3;

namespace goldpan::sql {

inline constexpr const char* kSimilarPointerType = "goldpan-similar";

class SimilarRows {
public:
    /// badFilter where there is no such row.
    [[nodiscard]] static Result<std::unique_ptr<SimilarRows>> find(Connection& connection,
                                                                   const std::string& requestId);

    /// The row itself is one of them, also where it says nothing.
    [[nodiscard]] std::int64_t row() const { return m_row; }
    [[nodiscard]] search::Likeness& likeness() { return m_likeness; }

private:
    SimilarRows(std::int64_t row, std::string_view prompt, std::string_view response)
        : m_row(row)
        , m_likeness(prompt, response) {}

    std::int64_t m_row;
    search::Likeness m_likeness;
};

/// similar_to(similar, prompt, response) on this connection; the first is a bound pointer.
void registerSimilarRows(sqlite3* handle);

} // namespace goldpan::sql
