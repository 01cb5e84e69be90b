// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogFolder: where one log writer, and never two, keeps its files: a current one with a stable name, which is
// what others follow, and finished ones named by the time of their end. Holds a lock for as long as it lives;
// one object, one thread.
#pragma once

#include "core/base/file_lock.h"
#include "core/base/result.h"
#include "core/base/timestamp.h"

#include <string>

namespace goldpan::ingest {

class LogFolder {
public:
    static constexpr const char* kCurrentName = "inference.jsonl";

    /// Makes the folder where there is none. `busy` where another writer has it, in this process or another.
    [[nodiscard]] static Result<LogFolder> open(std::string path);

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] std::string current() const;
    /// Gives the current file its final name, `inference-YYYYMMDDTHHMMSSZ-NNN.jsonl`, and answers its path.
    /// Never takes the place of a file. Durable once the folder is synced.
    [[nodiscard]] Result<std::string> finishCurrent(Timestamp now) const;

private:
    LogFolder(std::string path, FileLock lock);

    std::string m_path;
    FileLock m_lock;
};

} // namespace goldpan::ingest
