// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/segment_reader.h"

#include <algorithm>
#include <cstdint>
#include <functional>
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
    return narrowed(segment, query, all(segment));
}

Result<SegmentRows> SegmentReader::narrowed(const IndexSegment& segment, const GramQuery& query,
                                            SegmentRows within) {
    switch (query.kind) {
    case GramQuery::Kind::everything:
        break;
    case GramQuery::Kind::grams:
        return withAll(segment, query.grams, std::move(within));
    case GramQuery::Kind::conjunction:
        for (const GramQuery& child : query.children) {
            auto some = narrowed(segment, child, std::move(within));
            if (!some) {
                return some;
            }
            within = std::move(*some);
        }
        break;
    case GramQuery::Kind::disjunction:
        return inAny(segment, query, within);
    }
    return within;
}

Result<SegmentRows> SegmentReader::inAny(const IndexSegment& segment, const GramQuery& query,
                                         const SegmentRows& within) {
    SegmentRows out(within.size());
    for (const GramQuery& child : query.children) {
        const auto some = narrowed(segment, child, within);
        if (!some) {
            return some;
        }
        std::ranges::transform(out, *some, out.begin(), std::bit_or<>());
    }
    return out;
}

Result<SegmentRows> SegmentReader::withAll(const IndexSegment& segment, std::vector<search::Gram> grams,
                                           SegmentRows within) {
    // A rare gram leaves so few rows that the others need not be asked.
    std::ranges::stable_sort(grams, {}, [this](search::Gram gram) { return m_uses[gram].meanBytes(); });
    auto left = static_cast<std::int64_t>(countOf(within));
    for (const search::Gram gram : grams) {
        Use& use = m_uses[gram];
        if (left == 0) {
            break;
        }
        if (!use.isWorthwhile(left)) {
            continue;
        }
        const auto bytes = keep(segment, gram, within);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        const auto kept = static_cast<std::int64_t>(countOf(within));
        ++use.lists;
        use.bytes += static_cast<std::int64_t>(*bytes);
        use.asked += left;
        use.taken += left - kept;
        left = kept;
    }
    return within;
}

Result<std::size_t> SegmentReader::keep(const IndexSegment& segment, search::Gram gram, SegmentRows& rows) {
    m_page.bind(1, pageKey(segment.id, gram));
    const auto found = m_page.step();
    if (!found) {
        return std::unexpected(found.error());
    }
    const std::int64_t key = *found ? m_page.integer(0) : 0;
    const bool hasPage = *found && key >= pageKey(segment.id, 0);
    const std::size_t bytes =
        keepRowsOf(gram, hasPage ? static_cast<search::Gram>(key - pageKey(segment.id, 0)) : 0,
                   hasPage ? m_page.blob(1) : std::string_view(), rows);
    m_page.reset();
    return bytes;
}

std::int64_t SegmentReader::Use::meanBytes() const {
    constexpr std::int64_t kUsual = 64; // of one that was not read yet
    return lists == 0 ? kUsual : bytes / lists;
}

bool SegmentReader::Use::isWorthwhile(std::int64_t rows) const {
    constexpr std::int64_t kListsARow = 2; // a row costs as much: its value, then its text
    constexpr std::int64_t kMany = 50;     // logs change: here a gram may tell apart what it did not before
    return rows > kMany || rows * kListsARow * (taken + 1) >= asked + 1;
}

} // namespace goldpan::sql
