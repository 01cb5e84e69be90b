// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/candidate_finder.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace goldpan::sql {

CandidateFinder::CandidateFinder(SegmentReader reader, GramQuery query, std::vector<IndexSegment> segments)
    : m_reader(std::move(reader))
    , m_query(std::move(query))
    , m_segments(std::move(segments))
    , m_found(m_segments.size()) {}

Result<std::optional<CandidateFinder>> CandidateFinder::open(Connection& connection, GramQuery query) {
    using Answer = std::optional<CandidateFinder>;
    if (query.kind == GramQuery::Kind::everything) {
        return Answer{};
    }
    auto segments = readIndexSegments(connection);
    const auto status = readIndexStatus(connection);
    if (!segments || !status) {
        return std::unexpected(segments ? status.error() : segments.error());
    }
    if (!*segments || (*segments)->empty()) {
        return Answer{};
    }
    auto reader = SegmentReader::prepare(connection);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    CandidateFinder finder(std::move(*reader), std::move(query), std::move(**segments));
    finder.m_covered = status->covered;
    finder.m_newest = std::max(status->rows, status->covered);
    return Answer(std::move(finder));
}

Result<const SegmentRows*> CandidateFinder::rowsOf(std::size_t segment) {
    auto& found = m_found[segment];
    if (!found) {
        auto rows = m_reader.rows(m_segments[segment], m_query);
        if (!rows) {
            return std::unexpected(rows.error());
        }
        found = std::move(*rows);
    }
    return &*found;
}

Result<bool> CandidateFinder::hasAny(const std::stop_token& stop) {
    if (m_newest > m_covered) {
        return true;
    }
    for (std::size_t segment = 0; segment < m_segments.size(); ++segment) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        const auto rows = rowsOf(segment);
        if (!rows) {
            return std::unexpected(rows.error());
        }
        if (std::ranges::any_of(**rows, [](std::uint64_t bits) { return bits != 0; })) {
            return true;
        }
    }
    return false;
}

Result<std::vector<std::int64_t>> CandidateFinder::rowsIn(std::int64_t first, std::int64_t last) {
    std::vector<std::int64_t> out;
    auto segment = std::ranges::lower_bound(m_segments, first, {}, &IndexSegment::last);
    for (; segment != m_segments.end() && segment->first <= last; ++segment) {
        const auto found = rowsOf(static_cast<std::size_t>(segment - m_segments.begin()));
        if (!found) {
            return std::unexpected(found.error());
        }
        const std::int64_t begin = std::max(first, segment->first) - segment->first;
        const std::int64_t end = std::min(last, segment->last) - segment->first;
        for (auto at = begin / 64; at <= end / 64; ++at) {
            for (std::uint64_t bits = (**found)[static_cast<std::size_t>(at)]; bits != 0; bits &= bits - 1) {
                const std::int64_t offset = at * 64 + std::countr_zero(bits);
                if (offset >= begin && offset <= end) {
                    out.push_back(segment->first + offset);
                }
            }
        }
    }
    for (std::int64_t row = std::max(first, m_covered + 1); row <= std::min(last, m_newest); ++row) {
        out.push_back(row);
    }
    return out;
}

} // namespace goldpan::sql
