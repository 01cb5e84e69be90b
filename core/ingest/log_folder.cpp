// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_folder.h"

#include "core/base/files.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
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
    auto lock = FileLock::take(path + "/.inference.lock"); // not the current file, which is renamed
    if (!lock) {
        return std::unexpected(lock.error());
    }
    if (!*lock) {
        return fail(ErrorCode::busy, "another log writer has this folder; name another or end that one",
                    path);
    }
    return LogFolder(std::move(path), std::move(**lock));
}

LogFolder::LogFolder(std::string path, FileLock lock)
    : m_path(std::move(path))
    , m_lock(std::move(lock)) {}

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
