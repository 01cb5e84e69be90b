// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogSource: the bytes of one log, plain or gzip by content, from a file or standard input. Owns its file
// descriptor: one object, one thread.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace goldpan::ingest {

class Inflater;

class LogSource {
public:
    /// A file that can be read, or "-"; nothing is opened.
    [[nodiscard]] static Result<void> check(const std::string& path);
    /// Bytes of the file on disk; none where they cannot be known (standard input, a pipe).
    [[nodiscard]] static std::optional<std::int64_t> sizeOf(const std::string& path);

    [[nodiscard]] static Result<LogSource> open(const std::string& path);

    LogSource(LogSource&& other) noexcept;
    LogSource& operator=(LogSource&&) = delete;
    ~LogSource();

    /// Unpacked bytes; 0 at the end. Waits for a slow pipe, but not past a stop (then `cancelled`).
    /// `unreadable` where compressed data ends too early: what came before has been given out.
    [[nodiscard]] Result<std::size_t> read(std::span<char> out, const std::stop_token& stop);
    /// Of the bytes that were read: read() gives them again, once, before what follows them.
    void giveBack(std::string bytes) { m_back = std::move(bytes); }
    /// Packed bytes read so far.
    [[nodiscard]] std::int64_t bytesRead() const { return m_bytesRead; }
    /// Known after the first read().
    [[nodiscard]] bool isCompressed() const { return m_inflater != nullptr; }

private:
    LogSource(std::string path, int fd, bool isRegular, bool isLarge);
    [[nodiscard]] Result<std::size_t> readFile(std::span<char> out, const std::stop_token& stop);
    [[nodiscard]] Result<bool> fill(const std::stop_token& stop);
    void letGo();
    [[nodiscard]] Result<void> waitForInput(const std::stop_token& stop) const;
    [[nodiscard]] Result<void> sniff(const std::stop_token& stop);

    std::string m_path;
    int m_fd = -1;
    bool m_isRegular = false;
    bool m_isLarge = false;   ///< as memory goes: what was read of it is not kept there
    std::int64_t m_letGo = 0; ///< bytes from the begin on that the system need not keep
    bool m_sniffed = false;
    std::string m_back;
    std::vector<char> m_input;
    std::span<const char> m_unread; ///< of m_input
    std::int64_t m_bytesRead = 0;
    std::unique_ptr<Inflater> m_inflater;
};

} // namespace goldpan::ingest
