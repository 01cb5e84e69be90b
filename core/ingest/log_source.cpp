// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_source.h"

#include "core/base/files.h"
#include "core/ingest/inflater.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace goldpan::ingest {
namespace {

constexpr std::size_t kInputBytes = std::size_t{256} << 10;
constexpr std::int64_t kLetGoBytes = std::int64_t{16} << 20;

/// A quarter of memory: such a log and the store that it becomes fill half of it.
bool isLargeLog(std::int64_t bytes) {
    return bytes / std::max(1L, ::sysconf(_SC_PAGESIZE)) > ::sysconf(_SC_PHYS_PAGES) / 4;
}

} // namespace

Result<void> LogSource::check(const std::string& path) {
    if (path == "-") {
        return {};
    }
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) {
        return std::unexpected(fileError(errno, "reading the log", path));
    }
    if (S_ISDIR(info.st_mode)) {
        return fail(ErrorCode::unreadable, "a folder is no log; name the files in it", path);
    }
    if (::access(path.c_str(), R_OK) != 0) {
        return std::unexpected(fileError(errno, "reading the log", path));
    }
    return {};
}

std::optional<std::int64_t> LogSource::sizeOf(const std::string& path) {
    struct stat info {};
    const bool isKnown = path != "-" && ::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
    return isKnown ? std::optional<std::int64_t>(info.st_size) : std::nullopt;
}

Result<LogSource> LogSource::open(const std::string& path) {
    if (auto checked = check(path); !checked) {
        return std::unexpected(checked.error());
    }
    const int fd =
        path == "-" ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat info {};
    if (fd < 0 || ::fstat(fd, &info) != 0) {
        const int problem = errno;
        if (fd >= 0) {
            ::close(fd);
        }
        return std::unexpected(fileError(problem, "reading the log", path));
    }
    const bool isRegular = S_ISREG(info.st_mode);
    return LogSource(path, fd, isRegular, isRegular && isLargeLog(info.st_size));
}

LogSource::LogSource(std::string path, int fd, bool isRegular, bool isLarge)
    : m_path(std::move(path))
    , m_fd(fd)
    , m_isRegular(isRegular)
    , m_isLarge(isLarge)
    , m_input(kInputBytes) {}

LogSource::LogSource(LogSource&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_fd(std::exchange(other.m_fd, -1))
    , m_isRegular(other.m_isRegular)
    , m_isLarge(other.m_isLarge)
    , m_letGo(other.m_letGo)
    , m_sniffed(other.m_sniffed)
    , m_back(std::move(other.m_back))
    , m_input(std::move(other.m_input))
    , m_unread(other.m_unread)
    , m_bytesRead(other.m_bytesRead)
    , m_inflater(std::move(other.m_inflater)) {}

LogSource::~LogSource() {
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

Result<void> LogSource::waitForInput(const std::stop_token& stop) const {
    const int wake = ::eventfd(0, EFD_CLOEXEC);
    if (wake < 0) {
        return std::unexpected(fileError(errno, "reading the log", m_path));
    }
    int problem = 0;
    {
        const std::stop_callback ring(stop, [wake] { (void)::eventfd_write(wake, 1); });
        pollfd waits[] = {{m_fd, POLLIN, 0}, {wake, POLLIN, 0}};
        while (::poll(waits, 2, -1) < 0) {
            if (errno != EINTR) {
                problem = errno;
                break;
            }
        }
    }
    ::close(wake);
    if (problem != 0) {
        return std::unexpected(fileError(problem, "reading the log", m_path));
    }
    return {};
}

/// The system would keep what was read of a large log, and put out the pages of the store for that, which are
/// asked for again; each page that it has to find room for costs it as much as the page itself, too.
void LogSource::letGo() {
    if (m_isLarge && m_bytesRead - m_letGo >= kLetGoBytes) {
        (void)::posix_fadvise(m_fd, m_letGo, m_bytesRead - m_letGo, POSIX_FADV_DONTNEED);
        m_letGo = m_bytesRead;
    }
}

/// Packed bytes; 0 at the end.
Result<std::size_t> LogSource::readFile(std::span<char> out, const std::stop_token& stop) {
    for (;;) {
        if (!m_isRegular && !stop.stop_requested()) {
            if (auto waited = waitForInput(stop); !waited) {
                return std::unexpected(waited.error());
            }
        }
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "the import was stopped", m_path);
        }
        const auto got = ::read(m_fd, out.data(), out.size());
        if (got >= 0) {
            m_bytesRead += got;
            letGo();
            return static_cast<std::size_t>(got);
        }
        if (errno != EINTR) {
            return std::unexpected(fileError(errno, "reading the log", m_path));
        }
    }
}

/// Reads the next bytes into the empty m_input; false at the end.
Result<bool> LogSource::fill(const std::stop_token& stop) {
    const auto got = readFile(m_input, stop);
    if (!got) {
        return std::unexpected(got.error());
    }
    m_unread = std::span(m_input).first(*got);
    return *got > 0;
}

Result<void> LogSource::sniff(const std::stop_token& stop) {
    std::vector<char> head;
    while (head.size() < 2) {
        auto more = fill(stop);
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            break;
        }
        head.insert(head.end(), m_unread.begin(), m_unread.end());
    }
    m_sniffed = true;
    if (head.size() >= 2 && head[0] == '\x1F' && head[1] == '\x8B') {
        m_inflater = std::make_unique<Inflater>();
    }
    m_input.resize(std::max(m_input.size(), head.size())); // a pipe may give one byte, then a full buffer
    std::ranges::copy(head, m_input.begin());
    m_unread = std::span(m_input).first(head.size());
    return {};
}

Result<std::size_t> LogSource::read(std::span<char> out, const std::stop_token& stop) {
    if (!m_back.empty()) {
        const auto count = std::min(out.size(), m_back.size());
        std::memcpy(out.data(), m_back.data(), count);
        m_back.erase(0, count);
        return count;
    }
    if (!m_sniffed) {
        if (auto sniffed = sniff(stop); !sniffed) {
            return std::unexpected(sniffed.error());
        }
    }
    if (!m_inflater && m_unread.empty()) {
        return readFile(out, stop);
    }
    if (!m_inflater) {
        const auto count = std::min(out.size(), m_unread.size());
        std::memcpy(out.data(), m_unread.data(), count);
        m_unread = m_unread.subspan(count);
        return count;
    }
    for (;;) {
        if (m_unread.empty()) {
            auto more = fill(stop);
            if (!more) {
                return std::unexpected(more.error());
            }
            if (!*more && !m_inflater->atMemberEnd()) {
                return fail(ErrorCode::unreadable, "unexpected end of compressed data; fetch the file again",
                            m_path);
            }
            if (!*more) {
                return 0;
            }
        }
        auto step = m_inflater->step(m_unread, out);
        if (!step) {
            auto error = step.error();
            error.where = m_path;
            return std::unexpected(std::move(error));
        }
        m_unread = m_unread.subspan(step->consumed);
        if (step->produced > 0) {
            return step->produced;
        }
    }
}

} // namespace goldpan::ingest
