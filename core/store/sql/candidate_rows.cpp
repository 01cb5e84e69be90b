// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/candidate_rows.h"

#include "core/store/sql/gram_postings.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/search_tables.h"

#include <algorithm>
#include <bit>
#include <sqlite3.h>

namespace goldpan::sql {
namespace {

/// Asks one segment after the other; holds the statement.
class SegmentReader {
public:
    explicit SegmentReader(NativeStatement page)
        : m_page(std::move(page)) {}

    [[nodiscard]] Result<SegmentRows> rows(const IndexSegment& segment, const GramQuery& query) {
        switch (query.kind) {
        case GramQuery::Kind::everything:
            return all(segment);
        case GramQuery::Kind::grams:
            return rowsWith(segment, query.grams);
        case GramQuery::Kind::conjunction:
        case GramQuery::Kind::disjunction:
            return joined(segment, query);
        }
        return all(segment);
    }

private:
    [[nodiscard]] static SegmentRows all(const IndexSegment& segment) {
        const auto span = static_cast<std::size_t>(segment.last - segment.first + 1);
        SegmentRows out((span + 63) / 64, ~std::uint64_t{0});
        if (span % 64 != 0) {
            out.back() >>= 64 - span % 64;
        }
        return out;
    }

    [[nodiscard]] Result<SegmentRows> joined(const IndexSegment& segment, const GramQuery& query) {
        const bool both = query.kind == GramQuery::Kind::conjunction;
        SegmentRows out = both ? all(segment) : SegmentRows(all(segment).size());
        for (const GramQuery& child : query.children) {
            const auto some = rows(segment, child);
            if (!some) {
                return some;
            }
            for (std::size_t i = 0; i < out.size(); ++i) {
                out[i] = both ? out[i] & (*some)[i] : out[i] | (*some)[i];
            }
        }
        return out;
    }

    [[nodiscard]] Result<SegmentRows> rowsWith(const IndexSegment& segment,
                                               const std::vector<search::Gram>& grams) {
        SegmentRows out = all(segment);
        for (const search::Gram gram : grams) {
            if (std::ranges::all_of(out, [](std::uint64_t bits) { return bits == 0; })) {
                break;
            }
            m_page.bind(1, pageKey(segment.id, gram));
            auto found = m_page.step();
            if (!found) {
                return std::unexpected(found.error());
            }
            const std::int64_t key = *found ? m_page.integer(0) : 0;
            const bool hasPage = *found && key >= pageKey(segment.id, 0);
            keepRowsOf(gram, hasPage ? static_cast<search::Gram>(key - pageKey(segment.id, 0)) : 0,
                       hasPage ? m_page.blob(1) : std::string_view(), out);
            m_page.reset();
        }
        return out;
    }

    NativeStatement m_page;
};

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
    if (query.kind == GramQuery::Kind::everything) {
        return Answer{};
    }
    const auto segments = readIndexSegments(connection);
    const auto status = readIndexStatus(connection);
    if (!segments || !status) {
        return std::unexpected(segments ? status.error() : segments.error());
    }
    if (!*segments || (*segments)->empty()) {
        return Answer{};
    }
    auto page = NativeStatement::prepare(
        connection, "SELECT key, data FROM search_page WHERE key <= ?1 ORDER BY key DESC LIMIT 1");
    if (!page) {
        return std::unexpected(page.error());
    }
    SegmentReader reader(std::move(*page));
    CandidateRows out(std::max(status->rows, status->covered));
    for (const IndexSegment& segment : **segments) {
        const auto rows = reader.rows(segment, query);
        if (!rows) {
            return std::unexpected(rows.error());
        }
        for (std::size_t i = 0; i < rows->size(); ++i) {
            for (std::uint64_t bits = (*rows)[i]; bits != 0; bits &= bits - 1) {
                out.put(segment.first + static_cast<std::int64_t>(i * 64) + std::countr_zero(bits));
            }
        }
    }
    for (std::int64_t row = status->covered + 1; row <= status->rows; ++row) {
        out.put(row);
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
