// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/row_keys.h"

#include "core/store/sql/read_snapshot.h"
#include "core/store/sql/statement.h"
#include "core/store/sql/transaction.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <thread>
#include <utility>

namespace goldpan::sql {
namespace {

using Steady = std::chrono::steady_clock;

// A block of an import writes most pages of the new keys, a move those of all keys: this many keep both small
// beside the rows themselves, for stores from a hundred thousand rows to tens of millions.
constexpr std::int64_t kMostNew = 65'536;
constexpr std::int64_t kKeysAStep = 1024;
constexpr std::int64_t kKeysAPage = 900; // of 16 KB
constexpr std::int64_t kMostPages = 384; // of one transaction
// A look at all keys takes as long as one of so many looks in vain, whose pages are seldom in memory.
constexpr std::int64_t kKeysALook = 32;
constexpr std::int64_t kLeastMissed = 4096;
constexpr std::size_t kRoomForMore = std::size_t{1} << 18U; // keys
constexpr auto kLockTime = std::chrono::milliseconds(20);   // the commit comes on top
constexpr auto kRest = std::chrono::milliseconds(2);        // longer than the poll of a waiting writer

} // namespace

std::string rowsOfKey(const std::string& hash, const std::string& secondHash) {
    return "(SELECT entry FROM row_key WHERE key_hash = " + hash +
           " UNION ALL SELECT entry FROM new_row_key WHERE key_hash = " + secondHash + ")";
}

Result<void> RowKeys::prepare() {
    const auto inTable = [](const std::string& table) {
        return "SELECT e.id FROM " + table +
               " k CROSS JOIN entry e ON e.id = k.entry WHERE k.key_hash = ?1 AND e.request_id = ?2";
    };
    const std::pair<std::optional<NativeStatement>*, std::string> statements[] = {
        {&m_findNew, inTable("new_row_key")},
        {&m_find, inTable("row_key")},
        {&m_add, "INSERT INTO new_row_key(key_hash, entry) VALUES(?1, ?2)"},
        {&m_newRows, "SELECT id, key_hash FROM entry WHERE id > ?1 ORDER BY id"},
    };
    for (const auto& [slot, sql] : statements) {
        auto statement = NativeStatement::prepare(m_connection, sql);
        if (!statement) {
            return std::unexpected(statement.error());
        }
        slot->emplace(std::move(*statement));
    }
    const auto count = Statement(m_connection, "SELECT count(*) FROM new_row_key").number();
    if (!count) {
        return std::unexpected(count.error());
    }
    m_new = count->value_or(0);
    return {};
}

Result<std::optional<RowId>> RowKeys::find(std::uint64_t hash, std::string_view requestId) {
    if (m_filter && !m_filter->mayHave(hash)) {
        return std::nullopt;
    }
    auto found = findIn(*m_find, hash, requestId);
    found = found && !*found ? findIn(*m_findNew, hash, requestId) : found;
    m_missed += found && !*found ? 1 : 0;
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
    m_add->bind(1, static_cast<std::int64_t>(hash));
    m_add->bind(2, row.value);
    ++m_new;
    if (m_filter) {
        m_filter->add(hash);
        m_seen = row.value;
    }
    return m_add->run();
}

Result<void> RowKeys::settle() {
    if (m_new >= kMostNew) {
        if (auto moved = moveAll(); !moved) {
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

Result<void> RowKeys::moveAll() {
    const auto all = Statement(m_connection, "SELECT max(id) FROM entry").number();
    if (!all) {
        return std::unexpected(all.error());
    }
    const std::int64_t pages = all->value_or(0) / kKeysAPage + 1;
    const std::int64_t pagesAStep = std::min(kKeysAStep, pages * kKeysAStep / m_new + 1);
    for (bool more = true; more;) {
        auto transaction = Transaction::begin(m_connection);
        if (!transaction) {
            return std::unexpected(transaction.error());
        }
        const auto until = Steady::now() + kLockTime;
        for (std::int64_t written = 0; more && written < kMostPages && Steady::now() < until;
             written += pagesAStep) {
            const auto moved = moveSome();
            if (!moved) {
                return std::unexpected(moved.error());
            }
            more = *moved;
        }
        if (auto done = transaction->commit(); !done) {
            return done;
        }
        std::this_thread::sleep_for(kRest);
    }
    m_new = 0;
    return {};
}

Result<bool> RowKeys::moveSome() {
    const auto next =
        Statement(m_connection, "SELECT key_hash FROM new_row_key ORDER BY key_hash LIMIT 1 OFFSET ?")
            .bind(kKeysAStep - 1)
            .number();
    if (!next) {
        return std::unexpected(next.error());
    }
    const std::int64_t last = next->value_or(std::numeric_limits<std::int64_t>::max());
    for (const char* sql :
         {"INSERT OR IGNORE INTO row_key SELECT key_hash, entry FROM new_row_key WHERE key_hash <= ?"
          " ORDER BY key_hash, entry",
          "DELETE FROM new_row_key WHERE key_hash <= ?"}) {
        if (auto done = Statement(m_connection, sql).bind(last).run(); !done) {
            return std::unexpected(done.error());
        }
    }
    return next->has_value();
}

} // namespace goldpan::sql
