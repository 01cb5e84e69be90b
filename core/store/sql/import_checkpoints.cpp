// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/import_checkpoints.h"

#include "core/store/sql/own_checkpoints.h"
#include "core/store/sql/transaction.h"
#include "core/store/sql/wal_length.h"

#include <chrono>
#include <sqlite3.h>
#include <thread>

namespace goldpan::sql {
namespace {

/// Pages, 4 MB, that are folded back while the import goes on: what is written at once keeps the fsync of a
/// decision waiting.
constexpr int kAtOnce = 250;
constexpr int kMore = 300; // pages, until it is tried again
constexpr int kMostTries = 5;
constexpr auto kOneCommit = std::chrono::milliseconds(2); // of somebody else, with its fsync: about

constexpr int kLittle = 64;  // pages that are folded back under the lock
constexpr int kNoMore = 512; // the same, where the log has grown long and others go on writing much

} // namespace

ImportCheckpoints::ImportCheckpoints(Connection& connection)
    : m_connection(connection)
    , m_folder(connection.path())
    , m_next(kImportLog) {
    sqlite3_wal_hook(m_connection.handle(), noteFrames, this); // in the place of its own
}

ImportCheckpoints::~ImportCheckpoints() {
    (void)end(); // an error of it was told, or the import has one already
    // Also of an import that was stopped or failed: nobody else wrote so much of it.
    if (m_frames >= kImportLog / 2 && !m_hasFailed) {
        OwnCheckpoints::foldBack(m_connection.handle());
    }
    if (m_hasFailed) { // nor by what it commits from now on, nor when it closes
        sqlite3_wal_hook(m_connection.handle(), nullptr, nullptr);
        (void)sqlite3_db_config(m_connection.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        return;
    }
    m_connection.checkpointOwn();
}

int ImportCheckpoints::noteFrames(void* self, sqlite3* connection, const char* database, int frames) {
    auto& own = *static_cast<ImportCheckpoints*>(self);
    if (frames < own.m_frames) { // the log was begun anew
        own.m_next = kImportLog;
        own.m_looked = 0;
        own.m_begun = 0;
    }
    own.m_frames = frames;
    if (frames - own.m_looked >= kLongestLog &&
        !own.m_hasFailed) { // whoever writes without keepShort(): as SQLite does it
        own.m_looked = frames;
        (void)sqlite3_wal_checkpoint_v2(connection, database, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    }
    return SQLITE_OK;
}

Result<void> ImportCheckpoints::end() {
    auto ended = m_folder.wait();
    m_hasFailed = m_hasFailed || m_folder.mayBeLost();
    return ended;
}

Result<void> ImportCheckpoints::keepShort() {
    m_looked = m_frames;
    const bool isDue = m_frames >= m_next;
    if (auto ended = isDue ? m_folder.wait() : m_folder.end(); !ended) {
        m_hasFailed = m_hasFailed || m_folder.mayBeLost();
        return ended;
    }
    if (!isDue) {
        if (m_frames - m_begun >= kAtOnce) {
            m_begun = m_frames;
            m_folder.begin();
        }
        return {};
    }
    // Who has waited for the lock has committed meanwhile, and another import has written much.
    auto left = foldBack(SQLITE_CHECKPOINT_PASSIVE);
    bool isReadOn = false; // what is in the way is there for longer than a look
    for (int tries = 1; left && !left->isOthers && left->pages > kLittle && !isReadOn && tries < kMostTries;
         ++tries) {
        const int folded = left->folded;
        left = foldBack(SQLITE_CHECKPOINT_PASSIVE);
        isReadOn = left && left->folded == folded;
    }
    if (left && left->isOthers) {
        return {}; // who does it holds what this would wait for; asked again after the next commit
    }
    m_next = m_frames + kMore;
    if (!left || left->pages > (m_frames < 2 * kImportLog ? kLittle : kNoMore)) {
        return left ? Result<void>() : std::unexpected(left.error());
    }
    return beginAnew();
}

/// The little that is left, under the lock, lets the next commit begin the log anew; without the long fsync,
/// which came before it.
Result<void> ImportCheckpoints::beginAnew() {
    Result<LogFold> left = LogFold{.isBusy = true};
    for (int tries = 0; left && left->isBusy && tries < kMostTries; ++tries) {
        if (tries > 0) {
            std::this_thread::sleep_for(kOneCommit);
        }
        // Who writes as much as this one leaves no moment to chance: in turn, and then before they come back.
        if (auto turn = Transaction::begin(m_connection); !turn) {
            return turn.error().code == ErrorCode::busy ? Result<void>() : std::unexpected(turn.error());
        }
        BusyWait::detach(m_connection.handle()); // who reads keeps nobody waiting
        left = foldBack(SQLITE_CHECKPOINT_FULL);
        m_connection.busyWait().attach(m_connection.handle());
    }
    return left ? Result<void>() : std::unexpected(left.error());
}

Result<LogFold> ImportCheckpoints::foldBack(int mode) {
    return foldLog(m_connection.handle(), m_connection.path(), mode, m_hasFailed);
}

} // namespace goldpan::sql
