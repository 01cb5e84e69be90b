// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OwnCheckpoints: who folds a long write-ahead log back. SQLite has whoever commits when it is long do that,
// which beside an import that a reader keeps from it is a person who waits for one decision; here it is who
// wrote a whole log's worth of it. Owned by a connection, in whose commits it runs.
#pragma once

struct sqlite3;

namespace goldpan::sql {

class OwnCheckpoints {
public:
    /// In the place of SQLite's own, from now on; must outlive what is written on the connection.
    void attach(sqlite3* connection);

private:
    static int noteFrames(void* self, sqlite3* connection, const char* database, int frames);
    /// Whether this connection is the one to do it. `frames` are in the log, by all.
    [[nodiscard]] bool isDue(sqlite3* connection, int frames);

    int m_frames = 0;  ///< in the log after this connection's last commit
    int m_written = 0; ///< pages by this connection until then
    int m_before = 0;  ///< of them, those that were written before the log was begun anew
};

} // namespace goldpan::sql
