// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "core/base/database_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace goldpan {
namespace {

constexpr std::size_t kBufferBytes = 1 << 18;

std::string folderOf(const std::string& path) {
    const auto parent = std::filesystem::path(path).parent_path().string();
    return parent.empty() ? "." : parent;
}

/// What few may read stays so when it is written anew.
void keepMode(int fd, const std::string& path) {
    struct stat there {};
    if (::stat(path.c_str(), &there) == 0) {
        constexpr mode_t kReadAndWrite = 0666;
        (void)::fchmod(fd, there.st_mode & kReadAndWrite); // a disk without modes has none to keep
    }
}

/// As it stands in the path, with its slash.
std::string folderPrefixOf(const std::string& path) {
    return path.substr(0, path.rfind('/') + 1);
}

std::string tempStem(const std::string& path) {
    const std::string folder = folderPrefixOf(path);
    return folder + "." + path.substr(folder.size()) + ".tmp-";
}

/// False where a sweep that came between took the file away. A disk without locks has none that sweeps.
bool isLocked(int fd, const std::string& path) {
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        return false;
    }
    struct stat ours {};
    struct stat there {};
    return ::fstat(fd, &ours) == 0 && ::stat(path.c_str(), &there) == 0 && ours.st_ino == there.st_ino &&
           ours.st_dev == there.st_dev;
}

} // namespace

Error fileError(int errnum, std::string_view doing, const std::string& path) {
    ErrorCode code = ErrorCode::unreadable;
    std::string hint;
    switch (errnum) {
    case ENOENT:
        code = ErrorCode::notFound;
        break;
    case ENOSPC:
    case EDQUOT:
        code = ErrorCode::diskFull;
        hint = "; free some space and run it again";
        break;
    case EFBIG:
        if (doing.starts_with("writ")) {
            code = ErrorCode::diskFull;
            hint = "; the disk's format or a limit of this account allows no larger file";
        }
        break;
    case EROFS:
        code = ErrorCode::unwritable;
        break;
    default:
        if (doing.starts_with("writ") || doing.starts_with("creat")) {
            code = ErrorCode::unwritable;
        }
    }
    return Error{code, std::string(doing) + " failed: " + std::strerror(errnum) + hint, path};
}

Result<void> checkReplaceable(const std::string& path) {
    std::error_code ignored;
    const auto there = std::filesystem::status(path, ignored);
    if (std::filesystem::is_directory(there)) {
        return std::unexpected(fileError(EISDIR, "writing", path));
    }
    if (std::filesystem::exists(there) && !std::filesystem::is_regular_file(there)) {
        return fail(ErrorCode::unwritable, "this is a device or a pipe, not a file; name another", path);
    }
    return {};
}

AtomicFile::AtomicFile(std::string path, std::string temp, int fd)
    : m_path(std::move(path))
    , m_temp(std::move(temp))
    , m_fd(fd) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_temp(std::move(other.m_temp))
    , m_buffer(std::move(other.m_buffer))
    , m_fd(std::exchange(other.m_fd, -1))
    , m_isLeft(other.m_isLeft) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
    if (this != &other) {
        discard();
        m_path = std::move(other.m_path);
        m_temp = std::move(other.m_temp);
        m_buffer = std::move(other.m_buffer);
        m_fd = std::exchange(other.m_fd, -1);
        m_isLeft = other.m_isLeft;
    }
    return *this;
}

AtomicFile::~AtomicFile() {
    discard();
}

void AtomicFile::discard() noexcept {
    if (m_fd >= 0) {
        if (!m_isLeft) {
            ::unlink(m_temp.c_str());
        }
        ::close(std::exchange(m_fd, -1));
    }
}

Result<AtomicFile> AtomicFile::create(std::string path) {
    if (auto fine = checkReplaceable(path); !fine) {
        return std::unexpected(fine.error());
    }
    if (auto fine = checkNoDatabase(path); !fine) {
        return std::unexpected(fine.error());
    }
    sweep(path);
    for (int number = 0;; ++number) { // of other objects of this program
        std::string temp = tempStem(path) + std::to_string(::getpid()) + "-" + std::to_string(number);
        const int fd = ::open(temp.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
        if (fd >= 0 && isLocked(fd, temp)) {
            keepMode(fd, path);
            return AtomicFile(std::move(path), std::move(temp), fd);
        }
        if (fd < 0 && errno != EEXIST) {
            return std::unexpected(fileError(errno, "creating the file", path));
        }
        if (fd >= 0) {
            ::close(fd);
        }
    }
}

bool AtomicFile::isTempOf(const std::string& temp, const std::string& path) {
    return temp.starts_with(tempStem(path)) && temp.find('/', tempStem(path).size()) == std::string::npos;
}

void AtomicFile::sweep(const std::string& path) {
    std::error_code ignored;
    std::vector<std::string> dead;
    for (const auto& item : std::filesystem::directory_iterator(folderOf(path), ignored)) {
        const std::string temp = folderPrefixOf(path) + item.path().filename().string();
        if (isTempOf(temp, path)) {
            dead.push_back(temp);
        }
    }
    for (const auto& temp : dead) {
        const int fd = ::open(temp.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        if (fd >= 0 && ::flock(fd, LOCK_EX | LOCK_NB) == 0) {
            ::unlink(temp.c_str());
        }
        if (fd >= 0) {
            ::close(fd);
        }
    }
}

Result<void> AtomicFile::write(std::string_view bytes) {
    m_buffer += bytes;
    return m_buffer.size() < kBufferBytes ? Result<void>{} : flush();
}

Result<void> AtomicFile::flush() {
    std::string_view left = m_buffer;
    while (!left.empty()) {
        const ssize_t wrote = ::write(m_fd, left.data(), left.size());
        if (wrote < 0) {
            if (errno == EINTR) {
                continue;
            }
            return std::unexpected(fileError(errno, "writing", m_path));
        }
        left.remove_prefix(static_cast<std::size_t>(wrote));
    }
    m_buffer.clear();
    return {};
}

Result<void> AtomicFile::sync() {
    if (auto flushed = flush(); !flushed) {
        return flushed;
    }
    if (::fsync(m_fd) != 0) {
        return std::unexpected(fileError(errno, "writing", m_path));
    }
    return {};
}

Result<void> AtomicFile::commit() {
    if (auto synced = sync(); !synced) {
        return synced;
    }
    if (::rename(m_temp.c_str(), m_path.c_str()) != 0) {
        return std::unexpected(fileError(errno, "writing", m_path));
    }
    ::close(std::exchange(m_fd, -1));
    return syncPath(folderOf(m_path));
}

bool isSameFile(const std::string& a, const std::string& b) {
    std::error_code ignored;
    return std::filesystem::equivalent(a, b, ignored);
}

Result<std::string> readFile(const std::string& path, std::int64_t limit) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return std::unexpected(fileError(errno, "opening", path));
    }
    struct stat info {};
    ::fstat(fd, &info);
    std::string out;
    int problem = S_ISDIR(info.st_mode) ? EISDIR : 0;
    char chunk[1 << 16];
    while (problem == 0) {
        const ssize_t got = ::read(fd, chunk, sizeof chunk);
        if (got == 0) {
            break;
        }
        if (got < 0) {
            problem = errno == EINTR ? 0 : errno;
            continue;
        }
        out.append(chunk, static_cast<std::size_t>(got));
        if (static_cast<std::int64_t>(out.size()) > limit) {
            problem = EFBIG;
        }
    }
    ::close(fd);
    if (problem != 0) {
        return std::unexpected(fileError(problem, "reading", path));
    }
    return out;
}

Result<void> writeFileAtomically(const std::string& path, std::string_view bytes) {
    auto file = AtomicFile::create(path);
    if (!file) {
        return std::unexpected(file.error());
    }
    if (auto wrote = file->write(bytes); !wrote) {
        return wrote;
    }
    return file->commit();
}

Result<void> syncPath(const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return std::unexpected(fileError(errno, "opening", path));
    }
    const int answer = ::fsync(fd);
    const int problem = errno;
    ::close(fd);
    // Some file systems cannot fsync a folder and say EINVAL; the rename is then as durable as it gets.
    if (answer != 0 && problem != EINVAL) {
        return std::unexpected(fileError(problem, "writing", path));
    }
    return {};
}

} // namespace goldpan
