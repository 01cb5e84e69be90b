// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_folder.h"

#include "core/base/files.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace goldpan::ingest {
namespace {

/// `20250612T030405Z`
std::string stampOf(Timestamp now) {
    std::string stamp;
    for (const char c : formatTimestamp(now).substr(0, 19)) {
        if (c != '-' && c != ':') {
            stamp += c;
        }
    }
    return stamp + 'Z';
}

std::string numbered(int number) {
    char text[16];
    std::snprintf(text, sizeof text, "%03d", number);
    return text;
}

} // namespace

Result<LogFolder> LogFolder::open(std::string path) {
    while (path.size() > 1 && path.ends_with('/')) {
        path.pop_back();
    }
    std::error_code problem;
    const bool made = std::filesystem::create_directories(path, problem);
    if (problem) {
        return std::unexpected(fileError(problem.value(), "creating the folder", path));
    }
    if (made) {
        const auto parent = std::filesystem::absolute(path).lexically_normal().parent_path().string();
        (void)syncPath(parent); // one that cannot be read cannot be synced either
    }
    // Locked by a file of its own, for the current one is renamed; the file stays, because taking it away
    // would let two writers lock two files of one name.
    const auto lockPath = path + "/.inference.lock";
    const int lock = ::open(lockPath.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (lock < 0) {
        return std::unexpected(fileError(errno, "creating the lock", lockPath));
    }
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const int reason = errno;
        ::close(lock);
        if (reason == EWOULDBLOCK) {
            return fail(ErrorCode::busy, "another log writer has this folder; name another or end that one",
                        path);
        }
        return std::unexpected(fileError(reason, "creating the lock", lockPath));
    }
    return LogFolder(std::move(path), lock);
}

LogFolder::LogFolder(std::string path, int lock)
    : m_path(std::move(path))
    , m_lock(lock) {}

LogFolder::LogFolder(LogFolder&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_lock(std::exchange(other.m_lock, -1)) {}

LogFolder::~LogFolder() {
    if (m_lock >= 0) {
        ::close(m_lock);
    }
}

std::string LogFolder::current() const {
    return m_path + '/' + kCurrentName;
}

Result<std::string> LogFolder::finishCurrent(Timestamp now) const {
    const auto stem = m_path + "/inference-" + stampOf(now) + '-';
    for (int number = 1;; ++number) {
        auto finished = stem + numbered(number) + ".jsonl";
        if (::access(finished.c_str(), F_OK) == 0) {
            continue; // under our lock nobody else makes such names
        }
        if (::rename(current().c_str(), finished.c_str()) != 0) {
            return std::unexpected(fileError(errno, "writing", finished));
        }
        return finished;
    }
}

} // namespace goldpan::ingest
