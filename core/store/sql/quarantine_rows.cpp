// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/quarantine_rows.h"

#include "core/store/sql/statement.h"
#include "core/store/sql/transaction.h"

#include <algorithm>
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
                                     std::span<const store::QuarantinedLine> lines) {
    constexpr std::size_t kChunk = 500;
    while (!lines.empty()) {
        auto transaction = Transaction::begin(connection);
        if (!transaction) {
            return std::unexpected(transaction.error());
        }
        const auto some = lines.first(std::min(kChunk, lines.size()));
        auto done = putBadLines(connection, source, some);
        done = done ? transaction->commit() : done;
        if (!done) {
            return done;
        }
        lines = lines.subspan(some.size());
    }
    return {};
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
