// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogMemory: what the store remembers of the files of one followed log, whatever they are called now. Same
// thread as the store.
#pragma once

#include "core/base/result.h"
#include "core/ingest/file_state.h"
#include "core/ingest/rotated_logs.h"
#include "core/store/followed_files.h"
#include "core/store/importer.h"

#include <functional>
#include <string>
#include <vector>

namespace goldpan::ingest {

class LogMemory {
public:
    /// How the store names the file of a path.
    using SourceOf = std::function<std::string(const std::string& path)>;

    /// `importer` must outlive this.
    LogMemory(store::Importer& importer, std::string log, SourceOf sourceOf);

    /// Before anything else. A log that is not known by its key is known by `all` of its files, the log
    /// itself included: newer redaction rules give it another key. Of one that nobody followed before and the
    /// store `knows` nothing of, what is `there` already is passed over. Answers how many files that are.
    [[nodiscard]] Result<int> open(const std::vector<RotatedLog>& there, const std::vector<RotatedLog>& all,
                                   const std::function<Result<bool>()>& knows);
    /// Files that have another name `now` (all of the log, itself included) get it in the store too; those
    /// that are gone make room for the next of their name, and are known when they come back. Nothing is gone
    /// while nothing is there: the folder may not be mounted yet. `before` anything is renamed; where that
    /// answers false, nothing is.
    [[nodiscard]] Result<void> followNames(const std::vector<RotatedLog>& now,
                                           const std::function<Result<bool>()>& before);
    /// All that the file holds is imported, or was passed over.
    [[nodiscard]] bool isRead(const RotatedLog& file) const;
    /// So much of the file is imported; `path` is any name that it has, or had when it was opened.
    [[nodiscard]] Result<void> note(const std::string& path, const FileState& state, std::string_view head,
                                    std::int64_t readBytes);

private:
    struct Renaming {
        std::string from;
        std::string to;
    };

    /// m_files as they are `now`, one for one.
    [[nodiscard]] std::vector<store::FollowedFileRecord> asTheyAre(const std::vector<RotatedLog>& now) const;
    [[nodiscard]] Result<void> rename(std::vector<Renaming> renamings);
    /// What is remembered of these files, by whatever key.
    [[nodiscard]] Result<std::vector<store::FollowedFileRecord>>
    recordsOf(const std::vector<RotatedLog>& files) const;

    store::Importer& m_importer;
    std::string m_log; ///< its key
    SourceOf m_sourceOf;
    std::vector<store::FollowedFileRecord> m_files;
};

} // namespace goldpan::ingest
