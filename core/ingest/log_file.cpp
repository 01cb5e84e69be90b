// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_file.h"

#include "core/base/files.h"
#include "core/ingest/log_tail.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace goldpan::ingest {
Result<LogFile> LogFile::open(std::string folder, const RotationRule& rule, const Clock& clock,
                              CutListener onCut) {
    auto locked = LogFolder::open(std::move(folder));
    if (!locked) {
        return std::unexpected(locked.error());
    }
    LogFile file(std::move(*locked), rule, clock, std::move(onCut));
    auto ready = file.openCurrent();
    if (ready && rule.micros && file.m_durable > 0) {
        ready = file.rotate(clock.now());
    }
    if (!ready) {
        return std::unexpected(ready.error());
    }
    return file;
}

LogFile::LogFile(LogFolder folder, const RotationRule& rule, const Clock& clock, CutListener onCut)
    : m_folder(std::move(folder))
    , m_rule(rule)
    , m_clock(clock)
    , m_onCut(std::move(onCut)) {}

LogFile::LogFile(LogFile&& other) noexcept
    : m_folder(std::move(other.m_folder))
    , m_rule(other.m_rule)
    , m_clock(other.m_clock)
    , m_onCut(std::move(other.m_onCut))
    , m_fd(std::exchange(other.m_fd, -1))
    , m_durable(other.m_durable)
    , m_waiting(std::move(other.m_waiting))
    , m_written(other.m_written)
    , m_isTorn(other.m_isTorn)
    , m_linesDurable(other.m_linesDurable)
    , m_begun(other.m_begun)
    , m_hasOurLines(other.m_hasOurLines)
    , m_finished(std::move(other.m_finished)) {}

LogFile::~LogFile() {
    closeCurrent();
}

void LogFile::closeCurrent() {
    if (m_fd >= 0) {
        ::close(std::exchange(m_fd, -1));
    }
}

Result<void> LogFile::openCurrent() {
    if (m_fd >= 0) {
        return {};
    }
    const auto path = m_folder.current();
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (fd < 0) {
        return std::unexpected(fileError(errno, "creating the file", path));
    }
    struct stat info {};
    if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        ::close(fd);
        return std::unexpected(fileError(EINVAL, "writing", path)); // a pipe or a device of this name
    }
    const auto tail = mendTail(fd, info.st_size, path);
    if (!tail) {
        ::close(fd);
        return std::unexpected(tail.error());
    }
    if (tail->cut > 0 && m_onCut) {
        m_onCut(path, tail->cut);
    }
    if (::fsync(fd) != 0) { // what an earlier writer left counts as safe from here on
        const int problem = errno;
        ::close(fd);
        return std::unexpected(fileError(problem, "writing", path));
    }
    if (auto synced = syncPath(m_folder.path()); !synced) {
        ::close(fd);
        return synced;
    }
    m_fd = fd;
    m_durable = tail->bytes;
    m_begun = m_clock.now();
    m_hasOurLines = !m_waiting.empty();
    return {};
}

/// Somebody may have renamed, deleted or cut the file, as logrotate does: what is appended to it from then on
/// would not be found by anyone, and what was not safe there may be gone.
Result<void> LogFile::reopenMoved() {
    struct stat ours {};
    struct stat named {};
    const bool isOpen = m_fd >= 0 && ::fstat(m_fd, &ours) == 0;
    const bool isWhole = isOpen && ours.st_size >= m_durable + static_cast<std::int64_t>(m_written);
    const bool isNamed = isOpen && ::stat(m_folder.current().c_str(), &named) == 0 &&
                         ours.st_ino == named.st_ino && ours.st_dev == named.st_dev;
    if (isNamed && isWhole) {
        return {};
    }
    if (isNamed && ours.st_size >= m_durable) {
        m_written = 0;
        m_isTorn = true;
        return {};
    }
    if (isWhole && !isNamed && ours.st_nlink > 0) { // renamed: the lines in it stay there
        if (auto cut = cutBack(); !cut) {
            return cut;
        }
        if (auto synced = syncWritten(); !synced) {
            return synced;
        }
    }
    closeCurrent();
    m_written = 0; // of a file that was deleted or cut all is written again
    m_isTorn = false;
    return openCurrent();
}

bool LogFile::isDue(std::size_t lineBytes, Timestamp now) const {
    const auto size = m_durable + static_cast<std::int64_t>(m_waiting.size());
    if (size == 0) {
        return false;
    }
    return size + static_cast<std::int64_t>(lineBytes) > m_rule.bytes ||
           (m_rule.micros && now.micros - m_begun.micros >= *m_rule.micros);
}

Result<void> LogFile::rotate(Timestamp now) {
    auto ready = reopenMoved();
    if (ready) {
        ready = sync();
    }
    if (!ready || m_durable == 0) {
        return ready;
    }
    auto finished = m_folder.finishCurrent(now);
    if (!finished) {
        return std::unexpected(finished.error());
    }
    if (std::exchange(m_hasOurLines, false)) {
        m_finished.push_back(std::move(*finished));
    }
    if (auto synced = syncPath(m_folder.path()); !synced) {
        return synced;
    }
    closeCurrent();
    return openCurrent();
}

Result<void> LogFile::add(std::string_view line) {
    const auto now = m_clock.now();
    if (m_fd < 0 || isDue(line.size() + 1, now)) {
        if (auto ready = m_fd < 0 ? openCurrent() : rotate(now); !ready) {
            return ready;
        }
    }
    const bool isFirst = m_durable == 0 && m_waiting.empty();
    m_begun = isFirst ? now : std::min(m_begun, now); // a clock that went back keeps no file open for ever
    m_waiting.append(line).append("\n");
    m_hasOurLines = true;
    return {};
}

/// Back to whole lines, where something else may stand behind them.
Result<void> LogFile::cutBack() {
    if (m_isTorn) {
        const auto whole = m_durable + static_cast<std::int64_t>(m_written);
        struct stat info {};
        // Where somebody cut it meanwhile this would lengthen it, with zero bytes.
        const bool isLonger = ::fstat(m_fd, &info) != 0 || info.st_size > whole;
        if (isLonger && ::ftruncate(m_fd, whole) != 0) {
            return std::unexpected(fileError(errno, "writing", m_folder.current()));
        }
        m_isTorn = false;
    }
    return {};
}

Error LogFile::failed(int errnum, std::size_t bytesOut) {
    const auto end = std::string_view(m_waiting).substr(m_written, bytesOut).rfind('\n');
    m_written += end == std::string_view::npos ? 0 : end + 1;
    m_isTorn = true;
    (void)cutBack(); // at once, for whoever reads meanwhile; else before the next write
    return fileError(errnum, "writing", m_folder.current());
}

Result<void> LogFile::write() {
    if (bytesUnwritten() == 0) {
        return {};
    }
    auto ready = reopenMoved();
    if (ready) {
        ready = cutBack();
    }
    if (!ready) {
        return ready;
    }
    const auto left = bytesUnwritten();
    for (std::size_t out = 0; out < left;) {
        const auto wrote = ::write(m_fd, m_waiting.data() + m_written + out, left - out);
        if (wrote < 0 && errno != EINTR) {
            return std::unexpected(failed(errno, out));
        }
        out += static_cast<std::size_t>(std::max<ssize_t>(wrote, 0));
    }
    m_written = m_waiting.size();
    return {};
}

Result<void> LogFile::sync() {
    if (m_waiting.empty()) {
        return {};
    }
    auto written = m_written > 0 ? reopenMoved() : Result<void>(); // it may have gone since it was written
    if (written) {
        written = write();
    }
    auto synced = m_written > 0 ? syncWritten() : Result<void>(); // what fits is safe also where not all does
    return written ? synced : written;
}

Result<void> LogFile::syncWritten() {
    if (::fdatasync(m_fd) != 0) {
        // The system may have thrown the pages away and tells it only once: all of it is written again.
        const int problem = errno;
        m_written = 0;
        m_isTorn = true;
        return std::unexpected(fileError(problem, "writing", m_folder.current()));
    }
    const auto end = m_waiting.begin() + static_cast<std::ptrdiff_t>(m_written);
    m_linesDurable += std::count(m_waiting.begin(), end, '\n');
    m_durable += static_cast<std::int64_t>(std::exchange(m_written, 0));
    m_waiting.erase(m_waiting.begin(), end);
    return {};
}

void LogFile::discardWaiting() {
    const bool isSafe = m_fd >= 0 && cutBack() && (m_written == 0 || syncWritten());
    m_waiting.clear();
    m_written = 0;
    if (!isSafe && m_fd >= 0) {
        m_isTorn = true;
        (void)cutBack();
    }
}

std::vector<std::string> LogFile::files() const {
    auto all = m_finished;
    if (m_hasOurLines) {
        all.push_back(m_folder.current());
    }
    return all;
}

} // namespace goldpan::ingest
