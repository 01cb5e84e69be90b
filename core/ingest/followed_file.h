// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FollowedFile: a log that grows, read in whole lines from an open file. It stays the same file when its name
// goes to another. Owns its file descriptor; one object, one thread.
#pragma once

#include "core/base/result.h"
#include "core/ingest/block_reader.h"
#include "core/ingest/file_state.h"

#include <cstdint>
#include <optional>
#include <string>

namespace goldpan::ingest {

class FollowedFile {
public:
    /// None where there is no such file (yet).
    [[nodiscard]] static Result<std::optional<FollowedFile>> open(const std::string& path);

    FollowedFile(FollowedFile&& other) noexcept;
    FollowedFile& operator=(FollowedFile&& other) noexcept;
    ~FollowedFile();

    /// The whole lines that have come, at most `limit` bytes at once unless one line is longer; none where
    /// there is none. A last line without line feed waits. None too where the file is cut.
    [[nodiscard]] Result<std::optional<LineBlock>> next(std::size_t limit);
    /// What is left without line feed, for a file that nobody writes to any more; none where it is empty.
    [[nodiscard]] std::optional<LineBlock> rest();
    [[nodiscard]] bool hasRest() const { return !m_text.empty() || m_isSkipping; }

    /// How much of it was given out in whole lines; 0 inside a line that is too long.
    [[nodiscard]] std::int64_t givenBytes() const {
        return m_isSkipping ? 0 : m_offset - static_cast<std::int64_t>(m_text.size());
    }

    /// The first bytes of the lines that next() gave out; at most `bytes`. What is torn may yet change.
    [[nodiscard]] std::string head(std::size_t bytes) const;

    /// Whether its name says another file now; not while no file has the name.
    [[nodiscard]] bool isReplaced() const;
    /// Whether it is shorter than what was given out: its lines are in a copy, if anywhere, and it begins
    /// anew.
    [[nodiscard]] bool isCut() const;
    /// As the file is now.
    [[nodiscard]] FileState state() const;
    /// The name by which it was opened.
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    FollowedFile(std::string path, int fd);
    [[nodiscard]] Result<std::size_t> readMore(std::size_t limit);
    [[nodiscard]] LineBlock take(std::size_t bytes);
    void startAgain();

    std::string m_path;
    int m_fd = -1;
    std::int64_t m_offset = 0;
    std::int64_t m_whole = 0; ///< bytes of the lines that next() gave out
    std::string m_text;       ///< read, not given out
    std::int64_t m_line = 1;
    bool m_isSkipping = false; ///< inside a line that is too long
    bool m_isAtEnd = false;    ///< m_text is a line that was torn at the last look
};

} // namespace goldpan::ingest
