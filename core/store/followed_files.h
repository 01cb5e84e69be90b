// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FollowedFiles: what is known of the files of a log that is followed, from one watch to the next. Owned by
// its Store; same thread.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::store {

/// A file, whatever its name is now.
struct FollowedFileRecord {
    std::int64_t device = 0;
    std::int64_t inode = 0;     ///< numbers are given again to other files, ...
    std::int64_t headBytes = 0; ///< ... which do not begin with the same bytes
    std::string head;           ///< their SHA-256
    std::string source;         ///< the name under which the store keeps what it has of the file
    std::int64_t readBytes = 0; ///< up to here its lines are imported

    bool operator==(const FollowedFileRecord&) const = default;
};

class FollowedFiles {
public:
    virtual ~FollowedFiles() = default;
    /// None where nobody has followed this log.
    [[nodiscard]] virtual Result<std::optional<std::vector<FollowedFileRecord>>>
    filesOf(std::string_view log) = 0;
    /// Of whichever log, by its number on the disk.
    [[nodiscard]] virtual Result<std::vector<FollowedFileRecord>> recordsOf(std::int64_t device,
                                                                            std::int64_t inode) = 0;
    /// The log is followed from here on; those of its files are passed over.
    [[nodiscard]] virtual Result<void> follow(std::string_view log,
                                              const std::vector<FollowedFileRecord>& passed) = 0;
    /// After what is said of the file is committed: a crash in between has its lines read again.
    [[nodiscard]] virtual Result<void> put(std::string_view log, const FollowedFileRecord& file) = 0;
    /// At once, for the numbers of files may have changed among them.
    [[nodiscard]] virtual Result<void> replace(std::string_view log,
                                               const std::vector<FollowedFileRecord>& before,
                                               const std::vector<FollowedFileRecord>& now) = 0;
    /// Whether bad lines or an account of sampling are kept by this name.
    [[nodiscard]] virtual Result<bool> hasAnyOf(std::string_view source) = 0;
};

} // namespace goldpan::store
