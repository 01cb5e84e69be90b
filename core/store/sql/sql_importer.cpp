// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_importer.h"

#include "core/store/sql/built_keys.h"
#include "core/store/sql/import_session.h"
#include "core/store/sql/quick_commits.h"
#include "core/store/sql/reservoir_rows.h"
#include "core/store/sql/short_writes.h"
#include "core/store/sql/statement.h"
#include "core/store/sql/transaction.h"

#include <chrono>
#include <string>
#include <utility>

namespace goldpan::sql {

Result<std::unique_ptr<store::ImportSession>>
SqlImporter::begin(std::string_view source, std::string_view operatorName, const store::Keeping& keeping) {
    if (m_connection.mode() == OpenMode::build && !m_keys) {
        m_keys = std::make_shared<KeyTable>();
    }
    auto session = std::make_unique<SqlImportSession>(m_connection, source, operatorName, keeping, m_keys);
    if (auto ready = session->open(); !ready) {
        return std::unexpected(ready.error());
    }
    return session;
}

/// Beside others about one transaction, each of which writes some pages that the one before has written too;
/// a store that is built is one transaction anyway.
std::size_t SqlImporter::bytesAtOnce() const {
    constexpr std::size_t kMegabyte = std::size_t{1} << 20;
    return m_connection.mode() == OpenMode::build ? kMegabyte : 4 * kMegabyte;
}

Result<void> SqlImporter::writeBuiltKeys() {
    const auto keys = std::exchange(m_keys, nullptr);
    return sql::writeBuiltKeys(m_connection, keys.get());
}

Result<void> SqlImporter::renameSource(std::string_view from, std::string_view to) {
    constexpr int kLines = 50;               // some tenths of a millisecond
    constexpr std::size_t kLineBytes = 1024; // taken from one place and put into another, in pages of 16 KB
    if (from == to) {
        return {};
    }
    const QuickCommits quick(m_connection);
    ShortWrites writes(m_connection);
    for (std::int64_t moved = kLines; moved == kLines;) {
        if (auto begun = writes.begin(); !begun) {
            return std::unexpected(begun.error());
        }
        Statement lines(m_connection,
                        "UPDATE OR REPLACE bad_line SET source = ?t WHERE source = ?t AND line IN"
                        " (SELECT line FROM bad_line WHERE source = ?t LIMIT ?)");
        if (auto done = lines.bind(to).bind(from).bind(from).bind(kLines).run(); !done) {
            return done;
        }
        moved = lines.changed();
        if (auto done = writes.wrote(kLines * kLineBytes); !done) {
            return done;
        }
    }
    if (auto begun = writes.begin(); !begun) {
        return std::unexpected(begun.error());
    }
    for (const char* table : {"followed_file", "sampling_source"}) { // the last of all
        const std::string sql =
            std::string("UPDATE OR REPLACE ") + table + " SET source = ?t WHERE source = ?t";
        if (auto done = Statement(m_connection, sql).bind(to).bind(from).run(); !done) {
            return done;
        }
    }
    return writes.commit();
}

Result<void> SqlImporter::rememberProfile(std::string_view name, std::string_view sha256) {
    Statement known(m_connection, "SELECT 1 FROM import_profile WHERE name = ?t AND sha256 = ?t");
    const auto found = known.bind(name).bind(sha256).number();
    if (!found || *found) { // as nearly always: then nobody has to wait for a lock
        return found ? Result<void>() : std::unexpected(found.error());
    }
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    Statement insert(m_connection, "INSERT INTO import_profile(name, sha256) VALUES(?t, ?t)");
    auto done = insert.bind(name).bind(sha256).run();
    return done ? transaction->commit() : done;
}

Result<void> SqlImporter::countHealthy(std::span<const store::ImportRow> rows,
                                       sampling::Reservoir& reservoir) {
    return countHealthyRows(m_connection, rows, reservoir);
}

Result<void> SqlImporter::settle(sampling::Reservoir& reservoir) {
    if (auto added = addKnownRows(m_connection, reservoir); !added) {
        return added;
    }
    reservoir.settle();
    return {};
}

} // namespace goldpan::sql
