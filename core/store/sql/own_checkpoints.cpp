// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/own_checkpoints.h"

#include "core/store/sql/wal_length.h"

#include <sqlite3.h>

namespace goldpan::sql {

void OwnCheckpoints::attach(sqlite3* connection) {
    sqlite3_wal_hook(connection, noteFrames, this);
}

bool OwnCheckpoints::isDue(sqlite3* connection, int frames) {
    if (frames < m_frames) { // the log was begun anew
        m_before = m_written;
        m_nobodys = kAnybodysLog;
    }
    int most = 0; // has no meaning here
    (void)sqlite3_db_status(connection, SQLITE_DBSTATUS_CACHE_WRITE, &m_written, &most, 0);
    m_frames = frames;
    const bool isOwn = frames >= kLongestLog && m_written - m_before >= kLongestLog;
    const bool isNobodys = frames >= m_nobodys;
    if (isOwn || isNobodys) { // what is written from now on counts
        m_before = m_written;
    }
    if (isNobodys) {
        m_nobodys = frames + kLongestLog;
    }
    return isOwn || isNobodys;
}

void OwnCheckpoints::end(sqlite3* connection) {
    if (m_written > 0 && m_frames >= kLongestLog) {
        foldBack(connection);
    }
}

void OwnCheckpoints::foldBack(sqlite3* connection) {
    // A stop that came when nothing ran any more ends the first one at once, and is forgotten by that.
    for (int code = SQLITE_INTERRUPT, tries = 0; code == SQLITE_INTERRUPT && tries < 2; ++tries) {
        code = sqlite3_wal_checkpoint_v2(connection, "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    }
}

int OwnCheckpoints::noteFrames(void* self, sqlite3* connection, const char*, int frames) {
    if (static_cast<OwnCheckpoints*>(self)->isDue(connection, frames)) {
        foldBack(connection);
    }
    return SQLITE_OK;
}

} // namespace goldpan::sql
