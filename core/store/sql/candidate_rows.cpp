// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/candidate_rows.h"

#include "core/store/sql/candidate_finder.h"
#include "core/store/sql/gram_postings.h"

#include <bit>
#include <sqlite3.h>

namespace goldpan::sql {
namespace {

void ask(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* rows =
        static_cast<const CandidateRows*>(sqlite3_value_pointer(values[0], kCandidatesPointerType));
    sqlite3_result_int(context, rows == nullptr || rows->contains(sqlite3_value_int64(values[1])) ? 1 : 0);
}

} // namespace

CandidateRows::CandidateRows(std::int64_t rows)
    : m_bits(static_cast<std::size_t>(rows / 64 + 1)) {}

void CandidateRows::put(std::int64_t row) {
    m_bits[static_cast<std::size_t>(row / 64)] |= std::uint64_t{1} << row % 64;
    ++m_count;
}

Result<std::optional<CandidateRows>> CandidateRows::find(Connection& connection, const GramQuery& query) {
    using Answer = std::optional<CandidateRows>;
    auto finder = CandidateFinder::open(connection, query);
    if (!finder || !*finder) {
        return finder ? Result<Answer>(Answer{}) : std::unexpected(finder.error());
    }
    CandidateRows out((*finder)->newest());
    for (std::int64_t first = 0; first <= (*finder)->newest();
         first += kSegmentSpan) { // few in memory at once
        const auto ids = (*finder)->rowsIn(first, first + kSegmentSpan - 1);
        if (!ids) {
            return std::unexpected(ids.error());
        }
        for (const std::int64_t row : *ids) {
            out.put(row);
        }
    }
    return Answer(std::move(out));
}

bool CandidateRows::contains(std::int64_t row) const {
    const auto at = static_cast<std::size_t>(row / 64);
    return row < 0 || at >= m_bits.size() || (m_bits[at] >> row % 64 & 1) != 0;
}

std::string CandidateRows::idsAsJson() const {
    std::string out = "[";
    for (std::size_t i = 0; i < m_bits.size(); ++i) {
        for (std::uint64_t bits = m_bits[i]; bits != 0; bits &= bits - 1) {
            out += (out.size() > 1 ? "," : "") +
                   std::to_string(i * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
        }
    }
    return out + "]";
}

void registerCandidateRows(sqlite3* handle) {
    sqlite3_create_function_v2(handle, "search_may", 2,
                               SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr, ask, nullptr,
                               nullptr, nullptr);
}

} // namespace goldpan::sql
