// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/index_upkeep.h"

#include "core/store/sql/search_tables.h"
#include "core/store/sql/statement.h"
#include "core/store/sql/transaction.h"

namespace goldpan::sql {
namespace {

constexpr const char* kTables[] = {
    "CREATE TABLE IF NOT EXISTS search_state(id INTEGER PRIMARY KEY CHECK(id = 1), fold INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS search_segment(id INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER "
    "NOT "
    "NULL, full INTEGER NOT NULL, claim INTEGER NOT NULL, published INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS search_page(key INTEGER PRIMARY KEY, data BLOB NOT NULL)",
};
constexpr const char* kDropTables[] = {"DROP TABLE search_state", "DROP TABLE search_segment",
                                       "DROP TABLE search_page"};

template <typename Range>
Result<void> runAll(Connection& connection, const Range& statements) {
    for (const char* sql : statements) {
        if (auto done = connection.execute(sql); !done) {
            return done;
        }
    }
    return {};
}

} // namespace

Result<void> prepareIndexTables(Connection& connection) {
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    if (auto made = runAll(connection, kTables); !made) {
        return made;
    }
    // The column is called after the first part of the version.
    Statement clear(connection, "DELETE FROM search_segment WHERE NOT published OR NOT EXISTS(SELECT 1 FROM "
                                "search_state WHERE fold IN (?, ?))");
    if (auto done = clear.bind(indexVersion()).bind(shortIndexVersion()).run(); !done) {
        return done;
    }
    Statement state(connection, "INSERT OR REPLACE INTO search_state(id, fold) VALUES(1, ?)");
    if (auto done = state.bind(indexVersion()).run(); !done) {
        return done;
    }
    return transaction->commit();
}

Result<void> abandonIndex(Connection& connection) {
    constexpr const char* kEmpty[] = {"DELETE FROM search_state", "DELETE FROM search_segment"};
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    auto done = runAll(connection, kEmpty);
    return done ? transaction->commit() : done;
}

Result<void> sweepIndexPages(Connection& connection, ShortWrites& writes, const ProgressFn& progress,
                             const std::stop_token& stop) {
    constexpr std::int64_t kPagesAtATime = 32;
    std::int64_t removed = 0;
    for (std::int64_t from = 0;;) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        std::optional<std::int64_t> key;
        {
            Statement next(connection, "SELECT min(key) FROM search_page WHERE key >= ?");
            auto found = next.bind(from).number();
            if (!found) {
                return std::unexpected(found.error());
            }
            key = *found;
        }
        if (!key) {
            return writes.commit();
        }
        const std::int64_t segment = *key >> search::kGramBits;
        const auto lives =
            Statement(connection, "SELECT 1 FROM search_segment WHERE id = ?").bind(segment).number();
        if (!lives) {
            return std::unexpected(lives.error());
        }
        if (*lives) {
            from = pageKey(segment + 1, 0);
            continue;
        }
        if (auto begun = writes.begin(); !begun) {
            return std::unexpected(begun.error());
        }
        Statement remove(
            connection,
            "DELETE FROM search_page WHERE key IN (SELECT key FROM search_page WHERE key >= ? AND "
            "key < ? LIMIT ?) AND NOT EXISTS(SELECT 1 FROM search_segment WHERE id = ?)");
        remove.bind(*key).bind(pageKey(segment + 1, 0)).bind(kPagesAtATime).bind(segment);
        if (auto done = remove.run(); !done) {
            return done;
        }
        from = *key;
        if (auto done = writes.wrote(static_cast<std::size_t>(remove.changed()) * 4096); !done) {
            return done;
        }
        removed += remove.changed();
        if (progress) {
            progress(Progress{removed, 0, removed});
        }
    }
}

Result<void> dropIndexTables(Connection& connection) {
    connection.forgetPrepared(); // a query that is kept would hold its table
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto begunAgain = Statement(connection, "SELECT count(*) FROM search_state").number();
    if (!begunAgain) {
        return std::unexpected(begunAgain.error());
    }
    if (begunAgain->value_or(0) == 0) {
        if (auto done = runAll(connection, kDropTables); !done) {
            return done;
        }
    }
    return transaction->commit();
}

} // namespace goldpan::sql
