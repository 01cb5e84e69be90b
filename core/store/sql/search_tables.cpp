// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/search_tables.h"

#include "core/store/sql/statement.h"

namespace goldpan::sql {
namespace {

/// One figure; 0 where it is NULL.
Result<std::int64_t> figure(Connection& connection, std::string_view sql) {
    Statement statement(connection, sql);
    auto value = statement.number();
    return value ? Result<std::int64_t>(value->value_or(0)) : std::unexpected(value.error());
}

} // namespace

std::int64_t indexVersion() {
    static const std::int64_t version = search::CaseFold::version() * 1000 + search::kGramFormat;
    return version;
}

Result<bool> hasIndexTables(Connection& connection) {
    auto tables = figure(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'search_state'");
    return tables ? Result<bool>(*tables > 0) : std::unexpected(tables.error());
}

Result<std::optional<std::vector<IndexSegment>>> readIndexSegments(Connection& connection) {
    using Answer = std::optional<std::vector<IndexSegment>>;
    const auto there = hasIndexTables(connection);
    if (!there || !*there) {
        return there ? Result<Answer>(Answer{}) : std::unexpected(there.error());
    }
    const auto version = figure(connection, "SELECT max(fold) FROM search_state");
    if (!version || (*version != indexVersion() && *version != shortIndexVersion())) {
        return version ? Result<Answer>(Answer{}) : std::unexpected(version.error());
    }
    Answer out(std::in_place);
    Statement rows(connection,
                   "SELECT id, first, last, full FROM search_segment WHERE published ORDER BY first");
    if (auto done = rows.each([&] {
            out->push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3) != 0});
        });
        !done) {
        return std::unexpected(done.error());
    }
    return out;
}

std::int64_t coveredRows(const std::vector<IndexSegment>& segments) {
    return segments.empty() ? 0 : segments.back().last;
}

Result<store::IndexStatus> readIndexStatus(Connection& connection) {
    store::IndexStatus out;
    const auto rows = figure(connection, "SELECT max(id) FROM entry");
    if (!rows) {
        return std::unexpected(rows.error());
    }
    const auto segments = readIndexSegments(connection);
    if (!segments) {
        return std::unexpected(segments.error());
    }
    out.rows = *rows;
    if (*segments) {
        out.covered = coveredRows(**segments);
        out.state = out.covered < out.rows ? store::IndexState::building : store::IndexState::ready;
    }
    return out;
}

Result<std::vector<std::string>> checkIndex(Connection& connection) {
    std::vector<std::string> problems;
    const auto segments = readIndexSegments(connection);
    const auto rows = figure(connection, "SELECT max(id) FROM entry");
    if (!segments || !rows) {
        return std::unexpected(segments ? rows.error() : segments.error());
    }
    if (!*segments) {
        return problems;
    }
    std::int64_t next = 1;
    for (const IndexSegment& segment : **segments) {
        if (segment.first != next || segment.last < segment.first) {
            problems.emplace_back(
                "the search index has a gap or covers rows twice; drop it and build it again");
            break;
        }
        next = segment.last + 1;
    }
    if (coveredRows(**segments) > *rows) {
        problems.emplace_back("the search index covers rows that are not there; drop it and build it again");
    }
    return problems;
}

} // namespace goldpan::sql
