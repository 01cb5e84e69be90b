// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FileState: which file it is, whatever its name, and how far it was written. A value; safe on any thread.
#pragma once

#include <cstdint>
#include <sys/stat.h>

namespace goldpan::ingest {

struct FileState {
    dev_t device = 0;
    ino_t inode = 0;
    std::int64_t bytes = 0;
    std::int64_t writtenNanos = 0; ///< of the last write, since 1970; a rename leaves it

    FileState() = default;
    explicit FileState(const struct stat& info)
        : device(info.st_dev)
        , inode(info.st_ino)
        , bytes(info.st_size)
        , writtenNanos(info.st_mtim.tv_sec * std::int64_t{1'000'000'000} + info.st_mtim.tv_nsec) {}

    /// Nothing was written in between. The number of a deleted file is given to another one, the time of its
    /// last write is not.
    bool operator==(const FileState&) const = default;
    [[nodiscard]] bool isSameFile(const FileState& other) const {
        return device == other.device && inode == other.inode;
    }
};

} // namespace goldpan::ingest
