// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OwnCheckpoints: who folds a long write-ahead log back. SQLite has whoever commits when it is long do that,
// which beside an import that a reader keeps from it is a person who waits for one decision; here it is who
// wrote a whole log's worth of it, who ends after having written, and anybody where it is so long that nobody
// seems to do it: after programs that wrote a little each, or an import that was killed. Owned by a
// connection, in whose commits it runs.
#pragma once

#include "core/store/sql/wal_length.h"

struct sqlite3;

namespace goldpan::sql {

class OwnCheckpoints {
public:
    /// In the place of SQLite's own, from now on; must outlive what is written on the connection.
    void attach(sqlite3* connection);
    /// Before the connection is closed: who closes keeps nobody waiting for a decision.
    void end(sqlite3* connection);
    /// As much of the log as nobody reads; what fails is tried again by the next.
    static void foldBack(sqlite3* connection);

private:
    static int noteFrames(void* self, sqlite3* connection, const char* database, int frames);
    /// Whether this connection is the one to do it. `frames` are in the log, by all.
    [[nodiscard]] bool isDue(sqlite3* connection, int frames);

    int m_frames = 0;  ///< in the log after this connection's last commit
    int m_written = 0; ///< pages by this connection until then
    int m_before = 0;  ///< of them, those that were written before the log was begun anew or folded back
    int m_nobodys = kAnybodysLog; ///< frames at which it does not matter who wrote them
};

} // namespace goldpan::sql
