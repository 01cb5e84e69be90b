// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/quarantine_rows.h"

#include "core/store/sql/statement.h"

namespace goldpan::sql {

Result<void> putBadLine(Connection& connection, std::string_view source, std::int64_t line,
                        std::string_view reason) {
    return Statement(connection, "INSERT OR REPLACE INTO bad_line(source, line, reason) VALUES(?t, ?, ?t)")
        .bind(source)
        .bind(line)
        .bind(reason)
        .run();
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
