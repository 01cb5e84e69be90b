// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/import_session.h"

#include "core/domain/row_flags.h"
#include "core/store/sql/policy_rows.h"
#include "core/store/sql/quarantine_rows.h"
#include "core/store/sql/read_snapshot.h"
#include "core/store/sql/store_place.h"
#include "core/store/sql/wal_sync.h"

#include <chrono>

namespace goldpan::sql {
namespace {

using Steady = std::chrono::steady_clock;

constexpr auto kLockTime = std::chrono::milliseconds(25); // of 50 at most: the commit comes on top
constexpr auto kLeastHeld = std::chrono::milliseconds(8); // beside who waits, in one or more transactions
constexpr auto kBetweenLooks = std::chrono::milliseconds(1);

} // namespace

SqlImportSession::SqlImportSession(Connection& connection, std::string_view source,
                                   std::string_view operatorName, const store::Keeping& keeping,
                                   std::shared_ptr<KeyTable> keys)
    : m_connection(connection)
    , m_source(source)
    , m_building(keys != nullptr)
    , m_insert(connection, std::move(keys))
    , m_events(connection)
    , m_keeper(connection, source, keeping)
    , m_met(connection, m_insert, m_events, m_keeper, m_policy, operatorName) {}

Result<void> SqlImportSession::open() {
    if (auto loaded = loadPolicy(); !loaded) {
        return loaded;
    }
    auto badLines = badLinesOf(m_connection, m_source);
    if (!badLines) {
        return std::unexpected(badLines.error());
    }
    m_badLines = std::move(*badLines);
    if (auto done = m_insert.prepare(); !done) {
        return done;
    }
    if (auto opened = m_keeper.open(m_policy); !opened) {
        return opened;
    }
    if (!m_building) {
        // No fsync a chunk: a lost tail is imported again by a re-run, and finish() makes all of it durable.
        m_quick.emplace(m_connection);
        m_checkpoints.emplace(m_connection);
        return {};
    }
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    m_buildTransaction.emplace(std::move(*transaction));
    return {};
}

Result<store::ImportTally> SqlImportSession::add(std::span<const store::ImportRow> rows,
                                                 const store::AdmitFn& admit, const store::StoredFn& stored) {
    if (m_failed) {
        return std::unexpected(*m_failed);
    }
    store::ImportTally tally;
    if (m_building) {
        if (auto admitted = admit ? admit() : Result<void>{}; !admitted) {
            return std::unexpected(admitted.error());
        }
        for (auto left = rows; !left.empty(); left = left.subspan(1)) {
            m_insert.expect(left);
            if (auto done = addOne(left.front(), tally); !done) {
                return std::unexpected(done.error());
            }
        }
        auto done = m_keeper.pruneRing();
        done = done && stored ? stored(tally) : done;
        return done ? Result<store::ImportTally>(tally) : std::unexpected(done.error());
    }
    for (std::size_t at = 0; at < rows.size();) {
        auto taken = passKnown(rows.subspan(at), admit, tally);
        if (taken && *taken > 0) {
            at += *taken;
            continue;
        }
        const auto begun = Steady::now();
        taken = taken ? addChunk(rows.subspan(at), admit, stored, tally) : taken;
        if (!taken) {
            m_failed = taken.error();
            m_insert.forget();
            return at == 0 ? Result<store::ImportTally>(std::unexpected(*m_failed)) : tally;
        }
        at += *taken;
        m_heldFor += Steady::now() - begun;
        if (m_heldFor >= kLeastHeld) {
            m_heldFor = {};
            m_connection.busyWait().letOthersIn();
        }
        auto settled = m_insert.settleKeys(keepLogShort());
        settled = settled ? m_checkpoints->keepShort() : settled;
        if (!settled) {
            m_failed = settled.error();
            return tally;
        }
    }
    return tally;
}

Result<std::size_t> SqlImportSession::passKnown(std::span<const store::ImportRow> rows,
                                                const store::AdmitFn& admit, store::ImportTally& tally) {
    if (!m_keeper.countsNothing()) {
        return 0;
    }
    const auto first = m_insert.find(rows.front()); // new rows cost no snapshot
    if (!first || !*first) {
        return first ? Result<std::size_t>(0) : std::unexpected(first.error());
    }
    const auto snapshot = ReadSnapshot::begin(m_connection);
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    if (auto there = checkInPlace(m_connection); !there) {
        return std::unexpected(there.error());
    }
    if (auto admitted = admit ? admit() : Result<void>{}; !admitted) {
        return std::unexpected(admitted.error());
    }
    if (auto loaded = reload(); !loaded) {
        return std::unexpected(loaded.error());
    }
    std::size_t passed = 0;
    Result<void> read;
    while (passed < rows.size() && !m_badLines.contains(rows[passed].line)) {
        const auto one = m_met.pass(rows[passed]);
        read = one ? Result<void>() : std::unexpected(one.error());
        if (!one || !*one) {
            break;
        }
        tally.add(**one);
        ++passed;
    }
    m_met.endPass();
    if (!read) {
        return std::unexpected(read.error());
    }
    m_isAccountOpen = m_isAccountOpen || passed > 0;
    return passed;
}

Result<std::size_t> SqlImportSession::addChunk(std::span<const store::ImportRow> rows,
                                               const store::AdmitFn& admit, const store::StoredFn& stored,
                                               store::ImportTally& tally) {
    // However many they are: the lock is then held only for those that come in between.
    if (auto caughtUp = m_insert.catchUp(); !caughtUp) {
        return std::unexpected(caughtUp.error());
    }
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto until = Steady::now() + kLockTime;
    auto nextLook = until - kLockTime + kLeastHeld;
    const auto goesOn = [&] {
        const auto now = Steady::now();
        if (now < nextLook) {
            return true;
        }
        nextLook = now + kBetweenLooks;
        return now < until && !m_connection.busyWait().isAnybodyWaiting();
    };
    if (auto admitted = admit ? admit() : Result<void>{}; !admitted) {
        return std::unexpected(admitted.error());
    }
    if (auto loaded = reload(); !loaded) {
        return std::unexpected(loaded.error());
    }
    if (auto caughtUp = m_insert.catchUp(); !caughtUp) {
        return std::unexpected(caughtUp.error());
    }
    store::ImportTally chunk;
    std::size_t taken = 0;
    do {
        if (auto done = addOne(rows[taken], chunk); !done) {
            return std::unexpected(done.error());
        }
        ++taken;
    } while (taken < rows.size() && goesOn());
    if (auto done = m_keeper.pruneRing(); !done) {
        return std::unexpected(done.error());
    }
    if (auto done = m_keeper.writeTally(); !done) {
        return std::unexpected(done.error());
    }
    if (auto done = stored ? stored(chunk) : Result<void>{}; !done) {
        return std::unexpected(done.error());
    }
    if (auto done = transaction->commit(); !done) {
        return std::unexpected(done.error());
    }
    m_isAccountOpen = false;
    tally.add(chunk);
    return taken;
}

Result<void> SqlImportSession::loadPolicy() {
    auto policy = readPolicy(m_connection);
    if (!policy) {
        return std::unexpected(policy.error());
    }
    m_policy = *policy;
    return {};
}

Result<void> SqlImportSession::reload() {
    if (auto loaded = loadPolicy(); !loaded) {
        return loaded;
    }
    if (auto loaded = m_events.load(); !loaded) {
        return loaded;
    }
    return m_keeper.load();
}

Result<void> SqlImportSession::addOne(const store::ImportRow& row, store::ImportTally& tally) {
    if (!m_badLines.empty() && m_badLines.erase(row.line) > 0) {
        if (auto cleared = clearBadLine(m_connection, m_source, row.line); !cleared) {
            return cleared;
        }
    }
    auto known = m_insert.find(row);
    if (!known) {
        return std::unexpected(known.error());
    }
    if (*known) {
        return m_met.meet(row, **known, tally);
    }
    return place(row, tally);
}

Result<void> SqlImportSession::place(const store::ImportRow& row, store::ImportTally& tally) {
    const LogEntry& entry = row.entry;
    std::vector<std::string> tags = entry.tags;
    const auto waiting = m_events.feedbackFor(entry.requestId);
    if (!waiting) {
        return std::unexpected(waiting.error());
    }
    if (waiting->negative) {
        tags.emplace_back(kTagUserNegative);
    }
    const auto decision = m_keeper.decide(row, flagsOfRow(tags, entry.responseLogprob, m_policy),
                                          m_events.isInOpenWindow(entry));
    if (!decision.keep) {
        ++tally.sampledOut;
        const auto model = m_insert.modelOf(entry);
        const auto isHeld = model ? m_keeper.leaveOut(row, *model) : std::unexpected(model.error());
        if (!isHeld) {
            return std::unexpected(isHeld.error());
        }
        tally.hashed += *isHeld && row.hashesUser ? 1 : 0;
        return {};
    }
    ++tally.stored;
    tally.hashed += row.hashesUser ? 1 : 0;
    if (waiting->any) {
        if (auto taken = m_events.takeFeedback(entry.requestId); !taken) {
            return taken;
        }
    }
    if (m_events.isInWindow(entry)) {
        tags.emplace_back(kTagDriftWindow);
    }
    const std::uint32_t flags = flagsOfRow(tags, entry.responseLogprob, m_policy) |
                                (row.contextDiffers ? std::uint32_t{FlagContextDiffers} : 0U);
    if (auto id = m_insert.insert(row, tags, flags, decision.weight); !id) {
        return std::unexpected(id.error());
    }
    return m_keeper.keep(row, decision);
}

Result<void> SqlImportSession::quarantine(std::span<const store::QuarantinedLine> lines) {
    if (m_failed) {
        return std::unexpected(*m_failed);
    }
    auto done = m_building ? putBadLines(m_connection, m_source, lines)
                           : putBadLinesBesideOthers(m_connection, m_source, lines, keepLogShort());
    for (const auto& line : done ? lines : std::span<const store::QuarantinedLine>()) {
        m_badLines.insert(line.line);
    }
    return done;
}

Result<void> SqlImportSession::finish() {
    if (m_failed) {
        return std::unexpected(*m_failed);
    }
    if (m_building) {
        if (m_met.hasRetagged()) {
            if (auto done = m_met.finish(); !done) {
                return done;
            }
        }
        if (auto done = m_keeper.writeTally(); !done) {
            return done;
        }
        auto done = m_buildTransaction->commit();
        m_buildTransaction.reset();
        return done;
    }
    if (m_met.hasRetagged() || m_isAccountOpen) {
        auto transaction = Transaction::begin(m_connection);
        if (!transaction) {
            return std::unexpected(transaction.error());
        }
        if (auto done = m_met.hasRetagged() ? m_met.finish() : Result<void>(); !done) {
            return done;
        }
        if (auto done = m_keeper.writeTally(); !done) {
            return done;
        }
        if (auto done = transaction->commit(); !done) {
            return done;
        }
    }
    auto done = m_keeper.finish(keepLogShort());
    done = done ? m_insert.settleLastKeys(keepLogShort()) : done;
    done = done ? m_checkpoints->end() : done;

    if (!done) {
        return done;
    }
    if (auto synced = syncWal(m_connection); !synced) { // from here on the import survives a power cut
        return synced;
    }
    return m_connection.execute("PRAGMA wal_checkpoint(PASSIVE)");
}

} // namespace goldpan::sql
