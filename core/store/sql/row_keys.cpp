// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/row_keys.h"

#include "core/store/sql/import_checkpoints.h"
#include "core/store/sql/quick_commits.h"
#include "core/store/sql/read_snapshot.h"
#include "core/store/sql/statement.h"
#include "core/store/sql/transaction.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace goldpan::sql {
namespace {

using Steady = std::chrono::steady_clock;

// Rows of a run: with so many its pages are few beside those of the rows that one transaction writes.
constexpr int kRunBits = 13;
constexpr std::size_t kKeysAStep = 64;   // each may be of a page that has to be fetched
constexpr std::int64_t kKeysAPage = 900; // of 16 KB
constexpr std::size_t kMostPages = 192;  // of one transaction
// A look at all keys takes as long as one of so many looks in vain, whose pages are seldom in memory.
constexpr std::int64_t kKeysALook = 32;
constexpr std::int64_t kLeastMissed = 4096;
constexpr std::size_t kRoomForMore = std::size_t{1} << 18U; // keys
constexpr auto kLockTime = std::chrono::milliseconds(20);   // the commit comes on top

// Two looks a run, however many keys it has. The last is null, which no key is of.
constexpr std::string_view kRuns =
    "WITH RECURSIVE runs(run) AS (SELECT min(run) FROM new_row_key UNION ALL"
    " SELECT (SELECT min(n.run) FROM new_row_key n WHERE n.run > runs.run) FROM runs WHERE runs.run IS NOT "
    "NULL)"
    " SELECT run FROM runs";

} // namespace

std::string rowsOfKey(const std::string& hash, const std::string& secondHash) {
    return "(SELECT entry FROM row_key WHERE key_hash = " + hash + " UNION ALL SELECT k.entry FROM (" +
           std::string(kRuns) +
           ") r CROSS JOIN new_row_key k ON k.run = r.run AND k.key_hash = " + secondHash + ")";
}

Result<void> settleForMany(Connection& connection) {
    constexpr std::int64_t kRunsToLookInto = 2;
    const QuickCommits quick(connection); // a key that is moved again is lost by nobody
    RowKeys keys(connection);
    auto ready = keys.prepare();
    ImportCheckpoints checkpoints(connection);
    return ready ? keys.settle(kRunsToLookInto, [&] { return checkpoints.keepShort(); }) : ready;
}

Result<void> RowKeys::prepare() {
    const std::string rowOf =
        " CROSS JOIN entry e ON e.id = k.entry WHERE k.key_hash = ?1 AND e.request_id = ?2";
    const std::pair<std::optional<NativeStatement>*, std::string> statements[] = {
        {&m_findNew,
         "SELECT e.id FROM (" + std::string(kRuns) + ") r CROSS JOIN new_row_key k ON k.run = r.run" + rowOf},
        {&m_find, "SELECT e.id FROM row_key k" + rowOf},
        {&m_add, "INSERT INTO new_row_key(run, key_hash, entry) VALUES(?1, ?2, ?3)"},
        {&m_newRows, "SELECT id, key_hash FROM entry WHERE id > ?1 ORDER BY id"},
    };
    for (const auto& [slot, sql] : statements) {
        auto statement = NativeStatement::prepare(m_connection, sql);
        if (!statement) {
            return std::unexpected(statement.error());
        }
        slot->emplace(std::move(*statement));
    }
    return countRuns();
}

Result<void> RowKeys::countRuns() {
    Statement runs(m_connection,
                   "SELECT (SELECT min(run) FROM new_row_key), (SELECT max(run) FROM new_row_key)");
    return runs.each([&] {
        m_firstRun = runs.isNull(0) ? 0 : runs.integer(0);
        m_lastRun = runs.isNull(0) ? -1 : runs.integer(1);
    });
}

Result<std::optional<RowId>> RowKeys::find(std::uint64_t hash, std::string_view requestId) {
    if (m_filter && !m_filter->mayHave(hash)) {
        return std::nullopt;
    }
    auto found = findIn(*m_find, hash, requestId);
    found = found && !*found ? findIn(*m_findNew, hash, requestId) : found;
    m_missed += found && !*found ? 1 + runs() : 0;
    return found;
}

Result<void> RowKeys::catchUp() {
    if (!m_filter) {
        return {};
    }
    m_newRows->bind(1, m_seen);
    for (;;) {
        const auto more = m_newRows->step();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            break;
        }
        m_seen = m_newRows->integer(0);
        m_filter->add(static_cast<std::uint64_t>(m_newRows->integer(1)));
    }
    m_newRows->reset();
    return {};
}

Result<std::optional<RowId>> RowKeys::findIn(NativeStatement& table, std::uint64_t hash,
                                             std::string_view requestId) {
    table.bind(1, static_cast<std::int64_t>(hash));
    table.bind(2, requestId);
    const auto more = table.step();
    if (!more) {
        return std::unexpected(more.error());
    }
    const auto found = *more ? std::optional(RowId{table.integer(0)}) : std::nullopt;
    table.reset();
    return found;
}

Result<void> RowKeys::add(std::uint64_t hash, RowId row) {
    const auto run = row.value >> kRunBits;
    m_add->bind(1, run);
    m_add->bind(2, static_cast<std::int64_t>(hash));
    m_add->bind(3, row.value);
    m_firstRun = runs() > 0 ? m_firstRun : run;
    m_lastRun = run;
    if (m_filter) {
        m_filter->add(hash);
        m_seen = row.value;
    }
    return m_add->run();
}

Result<void> RowKeys::settle(std::int64_t most, const Between& between) {
    if (runs() > most) { // unless somebody else has moved them
        if (auto counted = countRuns(); !counted) {
            return counted;
        }
    }
    if (runs() > most) {
        if (auto moved = moveRuns(between); !moved) {
            return moved;
        }
    }
    if (m_filter ? m_filter->isFull() : m_missed >= kLeastMissed) {
        return makeFilter();
    }
    return {};
}

Result<void> RowKeys::makeFilter() {
    const auto snapshot = ReadSnapshot::begin(m_connection);
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    const auto newest = Statement(m_connection, "SELECT max(id) FROM entry").number();
    if (!newest) {
        return std::unexpected(newest.error());
    }
    const auto all = newest->value_or(0);
    if (!m_filter && m_missed < all / kKeysALook) {
        return {};
    }
    m_filter.emplace(2 * static_cast<std::size_t>(all) + kRoomForMore);
    m_seen = all;
    for (const char* sql : {"SELECT key_hash FROM row_key", "SELECT key_hash FROM new_row_key"}) {
        auto keys = NativeStatement::prepare(m_connection, sql);
        if (!keys) {
            return std::unexpected(keys.error());
        }
        for (;;) {
            const auto more = keys->step();
            if (!more) {
                m_filter.reset(); // half of it would say of rows that they are not there
                return std::unexpected(more.error());
            }
            if (!*more) {
                break;
            }
            m_filter->add(static_cast<std::uint64_t>(keys->integer(0)));
        }
    }
    return {};
}

Result<void> RowKeys::moveRuns(const Between& between) {
    std::int64_t end = 0;
    std::int64_t pages = 0;
    std::vector<Key> keys;
    {
        const auto snapshot = ReadSnapshot::begin(m_connection);
        if (!snapshot) {
            return std::unexpected(snapshot.error());
        }
        const auto newest = Statement(m_connection, "SELECT max(id) FROM entry").number();
        if (!newest) {
            return std::unexpected(newest.error());
        }
        end = (newest->value_or(0) + 1) >> kRunBits;
        pages = newest->value_or(0) / kKeysAPage + 1;
        auto read = keysBefore(end);
        if (!read) {
            return std::unexpected(read.error());
        }
        keys = std::move(*read);
    }
    // A key is in both tables meanwhile, which finds its row all the same, also after this was broken off.
    if (auto done = writeInOrder(keys, static_cast<std::size_t>(pages), between); !done) {
        return done;
    }
    if (auto done = dropRuns(end, between); !done) {
        return done;
    }
    m_firstRun = std::max(m_firstRun, end);
    m_lastRun = std::max(m_lastRun, end - 1);
    return {};
}

Result<std::vector<RowKeys::Key>> RowKeys::keysBefore(std::int64_t end) {
    auto rows =
        NativeStatement::prepare(m_connection, "SELECT key_hash, entry FROM new_row_key WHERE run < ?1");
    if (!rows) {
        return std::unexpected(rows.error());
    }
    rows->bind(1, end);
    std::vector<Key> keys;
    for (;;) {
        const auto more = rows->step();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            break;
        }
        keys.emplace_back(rows->integer(0), rows->integer(1));
    }
    std::ranges::sort(keys);
    return keys;
}

Result<void> RowKeys::writeInOrder(const std::vector<Key>& keys, std::size_t pages, const Between& between) {
    auto insert = NativeStatement::prepare(m_connection,
                                           "INSERT OR IGNORE INTO row_key(key_hash, entry) VALUES(?1, ?2)");
    if (!insert) {
        return std::unexpected(insert.error());
    }
    const std::size_t most = std::max(kMostPages, kMostPages * keys.size() / pages); // in one transaction
    for (std::size_t at = 0; at < keys.size();) {
        auto transaction = Transaction::begin(m_connection);
        if (!transaction) {
            return std::unexpected(transaction.error());
        }
        const auto until = Steady::now() + kLockTime;
        const auto end = at + std::min(most, keys.size() - at);
        do {
            for (const auto stepEnd = at + std::min(kKeysAStep, end - at); at < stepEnd; ++at) {
                insert->bind(1, keys[at].first);
                insert->bind(2, keys[at].second);
                if (auto done = insert->run(); !done) {
                    return done;
                }
            }
        } while (at < end && Steady::now() < until);
        auto done = transaction->commit();
        done = done ? between() : done;
        if (!done) {
            return done;
        }
        m_connection.busyWait().letOthersIn();
    }
    return {};
}

Result<void> RowKeys::dropRuns(std::int64_t end, const Between& between) {
    for (bool more = true; more;) {
        auto transaction = Transaction::begin(m_connection);
        if (!transaction) {
            return std::unexpected(transaction.error());
        }
        const auto until = Steady::now() + kLockTime;
        do {
            Statement drop(m_connection, "DELETE FROM new_row_key WHERE run < ? AND run ="
                                         " (SELECT min(run) FROM new_row_key)");
            if (auto done = drop.bind(end).run(); !done) {
                return done;
            }
            more = drop.changed() > 0;
        } while (more && Steady::now() < until);
        auto done = transaction->commit();
        done = done ? between() : done;
        if (!done) {
            return done;
        }
        m_connection.busyWait().letOthersIn();
    }
    return {};
}

} // namespace goldpan::sql
