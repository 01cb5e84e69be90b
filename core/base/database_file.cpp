// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/database_file.h"

#include <array>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace goldpan {
namespace {

constexpr std::array<std::string_view, 3> kBesideDatabase{"-wal", "-shm", "-journal"};
constexpr std::string_view kMagic{"SQLite format 3\0", 16};

bool isFile(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
}

bool isDatabase(const std::string& path) {
    if (!isFile(path)) {
        return false; // and no pipe is opened, which would wait
    }
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return false;
    }
    std::array<char, kMagic.size()> head{};
    const ssize_t got = ::pread(fd, head.data(), head.size(), 0);
    ::close(fd);
    return got == static_cast<ssize_t>(head.size()) && std::string_view(head.data(), head.size()) == kMagic;
}

} // namespace

Result<void> checkNoJournalOfDatabase(const std::string& path) {
    for (const auto end : kBesideDatabase) {
        // Not opened: closing it again would take the locks of a connection that this program has to it
        // (https://sqlite.org/howtocorrupt.html, 2.2).
        if (path.ends_with(end) && isFile(path.substr(0, path.size() - end.size()))) {
            return fail(ErrorCode::usage,
                        "a file of this name is part of the store beside it; choose another name", path);
        }
    }
    return {};
}

Result<void> checkNoDatabase(const std::string& path) {
    if (isDatabase(path)) {
        return fail(ErrorCode::usage, "this is a store; choose another name", path);
    }
    return checkNoJournalOfDatabase(path);
}

} // namespace goldpan
