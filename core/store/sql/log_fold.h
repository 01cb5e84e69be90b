// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One fold of the write-ahead log back into the store, which is on the disk then.
#pragma once

#include "core/base/result.h"

#include <string>

struct sqlite3;

namespace goldpan::sql {

struct LogFold {
    int pages = 0;         ///< of the log that are not in the store yet
    int folded = 0;        ///< of the log, by now
    bool isBusy = false;   ///< somebody was in the way
    bool isOthers = false; ///< somebody else folds it back just now; how much is left is not known
};

/// Of the store at `path`, by `connection` to it; `mode` is SQLite's. `mayBeLost` is set where what was
/// folded back may not be on the disk: the log is to be left as it is then, for good, and all of it is folded
/// back again by whoever does that next.
[[nodiscard]] Result<LogFold> foldLog(sqlite3* connection, const std::string& path, int mode,
                                      bool& mayBeLost);

} // namespace goldpan::sql
