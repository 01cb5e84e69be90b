// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ImportCheckpoints: when the write-ahead log of a long import is folded back into the store. SQLite would
// try after each commit once the log is long, and where somebody commits while it does, as people do, the log
// cannot be begun anew: two fsyncs a transaction for nothing, and a log that grows. Owned by an import
// session; same thread.
#pragma once

#include "core/store/sql/connection.h"
#include "core/store/sql/log_fold.h"
#include "core/store/sql/log_folder.h"

namespace goldpan::sql {

class ImportCheckpoints {
public:
    explicit ImportCheckpoints(Connection& connection);
    ~ImportCheckpoints();
    ImportCheckpoints(const ImportCheckpoints&) = delete;
    ImportCheckpoints& operator=(const ImportCheckpoints&) = delete;

    /// Outside of a transaction, after a commit. What cannot be folded back yet, because somebody reads what
    /// was there before, is later.
    [[nodiscard]] Result<void> keepShort();
    /// Once nothing is folded back beside the import any more; how that ended. After the last keepShort().
    [[nodiscard]] Result<void> end();

private:
    static int noteFrames(void* self, sqlite3* connection, const char* database, int frames);

    /// What it folds back is on the disk then.
    [[nodiscard]] Result<LogFold> foldBack(int mode);
    [[nodiscard]] Result<void> beginAnew();

    Connection& m_connection;
    LogFolder m_folder;
    int m_frames = 0;         ///< pages in the log after the last commit
    int m_begun = 0;          ///< the same when it was last folded back meanwhile
    int m_looked = 0;         ///< the same when it was last looked at
    int m_next;               ///< with so many it is folded back
    bool m_hasFailed = false; ///< what it folded back may not be on the disk: the log is left as it is
};

} // namespace goldpan::sql
