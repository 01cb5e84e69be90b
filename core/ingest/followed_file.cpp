// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/followed_file.h"

#include "core/base/byte_order_mark.h"
#include "core/base/files.h"
#include "core/ingest/entry_decoder.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace goldpan::ingest {

Result<std::optional<FollowedFile>> FollowedFile::open(const std::string& path) {
    const int fd =
        ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); // a pipe would wait for its writer
    if (fd < 0 && errno == ENOENT) {
        return std::nullopt;
    }
    struct stat info {};
    if (fd < 0 || ::fstat(fd, &info) != 0) {
        const int problem = errno;
        if (fd >= 0) {
            ::close(fd);
        }
        return std::unexpected(fileError(problem, "reading the log", path));
    }
    if (!S_ISREG(info.st_mode)) {
        ::close(fd);
        return fail(ErrorCode::unreadable, "only a plain file can be followed", path);
    }
    return FollowedFile(path, fd);
}

FollowedFile::FollowedFile(std::string path, int fd)
    : m_path(std::move(path))
    , m_fd(fd) {}

FollowedFile::FollowedFile(FollowedFile&& other) noexcept
    : m_fd(-1) {
    *this = std::move(other);
}

FollowedFile& FollowedFile::operator=(FollowedFile&& other) noexcept {
    std::swap(m_path, other.m_path);
    std::swap(m_fd, other.m_fd);
    std::swap(m_offset, other.m_offset);
    std::swap(m_whole, other.m_whole);
    std::swap(m_text, other.m_text);
    std::swap(m_line, other.m_line);
    std::swap(m_isSkipping, other.m_isSkipping);
    std::swap(m_isAtEnd, other.m_isAtEnd);
    return *this;
}

FollowedFile::~FollowedFile() {
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

bool FollowedFile::isReplaced() const {
    struct stat info {};
    return ::stat(m_path.c_str(), &info) == 0 && !state().isSameFile(FileState(info));
}

bool FollowedFile::isCut() const {
    struct stat info {};
    return ::fstat(m_fd, &info) == 0 && info.st_size < m_whole;
}

FileState FollowedFile::state() const {
    struct stat info {};
    return ::fstat(m_fd, &info) == 0 ? FileState(info) : FileState();
}

std::string FollowedFile::head(std::size_t bytes) const {
    std::string text(std::min(bytes, static_cast<std::size_t>(m_whole)), '\0');
    const auto got = ::pread(m_fd, text.data(), text.size(), 0);
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return text;
}

void FollowedFile::startAgain() {
    m_offset = 0;
    m_whole = 0;
    m_text.clear();
    m_line = 1;
    m_isSkipping = false;
}

Result<std::size_t> FollowedFile::readMore(std::size_t limit) {
    struct stat info {};
    if (::fstat(m_fd, &info) == 0 && info.st_size < m_offset) {
        if (info.st_size < m_whole) {
            return std::size_t{0}; // cut: whoever reads it opens it again
        }
        startAgain();
    }
    const auto had = m_text.size();
    m_text.resize(had + limit);
    ssize_t got = -1;
    do {
        got = ::pread(m_fd, m_text.data() + had, limit, m_offset);
    } while (got < 0 && errno == EINTR);
    const int problem = errno;
    m_text.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0) {
        return std::unexpected(fileError(problem, "reading the log", m_path));
    }
    m_offset += got;
    return static_cast<std::size_t>(got);
}

LineBlock FollowedFile::take(std::size_t bytes) {
    LineBlock block{.text = m_text.substr(0, bytes), .firstLine = m_line, .bytesRead = m_offset};
    m_text.erase(0, bytes);
    m_line += std::ranges::count(block.text, '\n');
    return block;
}

Result<std::optional<LineBlock>> FollowedFile::next(std::size_t limit) {
    if (std::exchange(m_isAtEnd, false)) { // read anew: the next writer cuts a torn line off and goes on
        m_offset -= static_cast<std::int64_t>(m_text.size());
        m_text.clear();
    }
    for (;;) {
        if (m_isSkipping) {
            const auto end = m_text.find('\n');
            m_text.erase(0, end == std::string::npos ? end : end + 1);
            if (end != std::string::npos) {
                m_isSkipping = false;
                m_whole = givenBytes();
                return LineBlock{.firstLine = m_line++, .bytesRead = m_offset, .isTooLong = true};
            }
        } else if (const auto end = m_text.rfind('\n'); end != std::string::npos) {
            auto block = take(end + 1);
            m_whole = givenBytes();
            return block;
        } else if (m_text.size() > kMaxLineBytes) {
            m_isSkipping = true;
            m_text.clear();
        }
        const auto got = readMore(limit);
        if (!got) {
            return std::unexpected(got.error());
        }
        if (*got == 0) {
            m_isAtEnd = true;
            return std::nullopt;
        }
        if (m_offset == static_cast<std::int64_t>(*got) && m_text.starts_with(kByteOrderMark)) {
            m_text.erase(0, kByteOrderMark.size());
        }
    }
}

std::optional<LineBlock> FollowedFile::rest() {
    if (!hasRest()) {
        return std::nullopt;
    }
    const bool isTooLong = std::exchange(m_isSkipping, false);
    auto block = take(m_text.size());
    block.isTooLong = isTooLong;
    return block;
}

} // namespace goldpan::ingest
