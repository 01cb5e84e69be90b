// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/quarantine_rows.h"

#include "core/store/sql/statement.h"

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace goldpan::sql {

Result<void> putBadLines(Connection& connection, std::string_view source,
                         std::span<const store::QuarantinedLine> lines) {
    for (const auto& line : lines) {
        Statement put(connection, "INSERT OR REPLACE INTO bad_line(source, line, reason) VALUES(?t, ?, ?t)");
        if (auto done = put.bind(source).bind(line.line).bind(line.reason).run(); !done) {
            return done;
        }
    }
    return {};
}

Result<void> putBadLinesBesideOthers(Connection& connection, std::string_view source,
                                     std::span<const store::QuarantinedLine> lines, const Between& between) {
    constexpr std::size_t kAtOnce = 16;
    constexpr std::size_t kBytesOfALine = 100; // about
    ShortWrites writes(connection, between);
    while (!lines.empty()) {
        if (auto begun = writes.begin(); !begun) {
            return std::unexpected(begun.error());
        }
        const auto some = lines.first(std::min(kAtOnce, lines.size()));
        auto done = putBadLines(connection, source, some);
        done = done ? writes.wrote(some.size() * kBytesOfALine) : done;
        if (!done) {
            return done;
        }
        lines = lines.subspan(some.size());
    }
    return writes.commit();
}

Result<void> clearBadLine(Connection& connection, std::string_view source, std::int64_t line) {
    return Statement(connection, "DELETE FROM bad_line WHERE source = ?t AND line = ?")
        .bind(source)
        .bind(line)
        .run();
}

Result<std::unordered_set<std::int64_t>> badLinesOf(Connection& connection, std::string_view source) {
    Statement rows(connection, "SELECT line FROM bad_line WHERE source = ?t");
    rows.bind(source);
    std::unordered_set<std::int64_t> out;
    if (auto done = rows.each([&] { out.insert(rows.integer(0)); }); !done) {
        return std::unexpected(done.error());
    }
    return out;
}

} // namespace goldpan::sql
