// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/segment_reader.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace goldpan::sql {
namespace {

SegmentRows all(const IndexSegment& segment) {
    const auto span = static_cast<std::size_t>(segment.last - segment.first + 1);
    SegmentRows out((span + 63) / 64, ~std::uint64_t{0});
    if (span % 64 != 0) {
        out.back() >>= 64 - span % 64;
    }
    return out;
}

} // namespace

SegmentReader::SegmentReader(NativeStatement page)
    : m_page(std::move(page)) {}

Result<SegmentReader> SegmentReader::prepare(Connection& connection) {
    auto page = NativeStatement::prepare(
        connection, "SELECT key, data FROM search_page WHERE key <= ?1 ORDER BY key DESC LIMIT 1");
    if (!page) {
        return std::unexpected(page.error());
    }
    return SegmentReader(std::move(*page));
}

Result<SegmentRows> SegmentReader::rows(const IndexSegment& segment, const GramQuery& query) {
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

Result<SegmentRows> SegmentReader::joined(const IndexSegment& segment, const GramQuery& query) {
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

Result<SegmentRows> SegmentReader::rowsWith(const IndexSegment& segment,
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

} // namespace goldpan::sql
