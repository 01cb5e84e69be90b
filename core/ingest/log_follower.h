// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogFollower: a growing log into the store, as its lines come, also when the log is rotated by renaming, any
// number of times between two looks. What it has read stands in the store: the next run reads the rotated
// files that are not read to their end, then the log from its start. Same thread as its store.
#pragma once

#include "core/base/result.h"
#include "core/ingest/follow_session.h"
#include "core/ingest/follow_spec.h"
#include "core/ingest/followed_file.h"
#include "core/ingest/log_memory.h"
#include "core/ingest/rotated_logs.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace goldpan::ingest {

class LogFollower {
public:
    /// `store` and `redactor` must outlive this.
    LogFollower(store::Store& store, const redact::Redactor& redactor, FollowSpec spec);
    LogFollower(const LogFollower&) = delete;
    LogFollower& operator=(const LogFollower&) = delete;

    /// Until `stop` asks, which is a good end. `busy` where another one follows the log into the store,
    /// `usage` where what has come is another tool's log. Added to the report as far as it came, also at an
    /// error.
    [[nodiscard]] Result<void> run(ImportReport& report, const std::stop_token& stop);

private:
    [[nodiscard]] Result<void> follow(ImportReport& report, const std::stop_token& stop);
    /// Before the log itself, which is open: what was rotated since the last look.
    [[nodiscard]] Result<void> catchUp(ImportReport& report, const std::stop_token& stop);
    [[nodiscard]] Result<void> lookFirst(ImportReport& report, const std::stop_token& stop);
    [[nodiscard]] Result<void> followNames(ImportReport& report, const std::stop_token& stop);
    /// False where it has another name by now.
    [[nodiscard]] Result<bool> readRotated(const RotatedLog& log, bool isNewest, ImportReport& report,
                                           const std::stop_token& stop);
    /// One that is cut is opened again, after what it was has got the name of its copy.
    [[nodiscard]] Result<void> leaveCut(std::optional<FollowedFile>& file);
    [[nodiscard]] Result<void> finishGrowing(ImportReport& report, const std::stop_token& stop);
    /// All that the file holds now; answers whether there was anything.
    [[nodiscard]] Result<bool> drain(FollowedFile& file, ImportReport& report, const std::stop_token& stop);
    /// The file is whole: what is left of it is a line too.
    [[nodiscard]] Result<void> finishFile(FollowedFile& file, ImportReport& report);
    [[nodiscard]] Result<void> note(const FollowedFile& file, std::int64_t readBytes);

    store::Store& m_store;
    FollowSpec m_spec;
    FollowSession m_lines; ///< of the file that is read
    RotatedLogs m_rotated;
    LogMemory m_memory;
    bool m_hasLooked = false; ///< for rotated ones
    std::vector<RotatedLog> m_listed;
    std::optional<FollowedFile> m_growing; ///< the rotated one that is read
    std::optional<FollowedFile> m_file;
};

} // namespace goldpan::ingest
