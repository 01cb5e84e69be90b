// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_tail.h"

#include "core/base/files.h"
#include "core/base/json_scanner.h"
#include "core/ingest/entry_decoder.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <optional>
#include <string_view>
#include <unistd.h>

namespace goldpan::ingest {
namespace {

/// All of `out`, from `at`; false where it cannot be read (errno says why).
bool readAt(int fd, std::int64_t at, std::string& out) {
    for (std::size_t done = 0; done < out.size();) {
        const auto got =
            ::pread(fd, out.data() + done, out.size() - done, at + static_cast<std::int64_t>(done));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            errno = got < 0 ? errno : EIO;
            return false;
        }
        done += static_cast<std::size_t>(got);
    }
    return true;
}

/// Bytes of the whole lines of a file; none where it cannot be read.
std::optional<std::int64_t> wholeLines(int fd, std::int64_t size) {
    constexpr std::int64_t kChunk = 1 << 16;
    std::string chunk;
    while (size > 0) {
        const auto begin = std::max<std::int64_t>(0, size - kChunk);
        chunk.resize(static_cast<std::size_t>(size - begin));
        if (!readAt(fd, begin, chunk)) {
            return std::nullopt;
        }
        if (const auto end = chunk.rfind('\n'); end != std::string::npos) {
            return begin + static_cast<std::int64_t>(end) + 1;
        }
        size = begin;
    }
    return 0;
}

/// Only brackets that close again make an object, so no part of a longer line is one.
bool isRow(std::string_view tail) {
    return JsonScanner().scanObject(tail) == JsonScanner::Outcome::good;
}

bool endLine(int fd) {
    for (;;) {
        const auto wrote = ::write(fd, "\n", 1);
        if (wrote == 1) {
            return true;
        }
        if (wrote == 0 || errno != EINTR) {
            errno = wrote == 0 ? EIO : errno;
            return false;
        }
    }
}

} // namespace

Result<MendedTail> mendTail(int fd, std::int64_t bytes, const std::string& path) {
    const auto whole = wholeLines(fd, bytes);
    if (!whole) {
        return std::unexpected(fileError(errno, "reading", path));
    }
    if (*whole == bytes) {
        return MendedTail{.bytes = bytes};
    }
    if (const auto size = static_cast<std::size_t>(bytes - *whole); size <= kMaxLineBytes) {
        std::string tail(size, '\0');
        if (!readAt(fd, *whole, tail)) {
            return std::unexpected(fileError(errno, "reading", path));
        }
        if (isRow(tail)) {
            return endLine(fd) ? Result<MendedTail>({.bytes = bytes + 1})
                               : std::unexpected(fileError(errno, "writing", path));
        }
    }
    if (::ftruncate(fd, *whole) != 0) {
        return std::unexpected(fileError(errno, "writing", path));
    }
    return MendedTail{.bytes = *whole, .cut = bytes - *whole};
}

} // namespace goldpan::ingest
