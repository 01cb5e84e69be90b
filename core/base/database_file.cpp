// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/database_file.h"

#include <array>
#include <fcntl.h>
#include <filesystem>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace goldpan {
namespace {

constexpr std::array<std::string_view, 3> kBesideDatabase{"-wal", "-shm", "-journal"};
constexpr std::string_view kMagic{"SQLite format 3\0", 16};

bool isDatabase(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) {
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
        if (path.ends_with(end) && isDatabase(path.substr(0, path.size() - end.size()))) {
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
