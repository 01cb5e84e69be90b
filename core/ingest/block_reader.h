// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// BlockReader: a log in blocks of whole lines, numbered from 1. Lines end at LF and nowhere else. One object,
// one thread.
#pragma once

#include "core/base/result.h"
#include "core/ingest/log_source.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

namespace goldpan::ingest {

struct LineBlock {
    std::string text;           ///< whole lines with their LF
    std::int64_t firstLine = 1; ///< number of the first one
    std::int64_t bytesRead = 0; ///< packed bytes of the log up to here
    bool isTooLong = false;     ///< stands for one line that is not kept; text is empty
    bool mayGrow = false; ///< the last line has no LF, and the log is a file that a writer may append to
};

inline constexpr std::size_t kBlockBytes = std::size_t{1} << 20;

struct BlockLimits {
    std::size_t block = kBlockBytes; ///< bytes asked for at once
    std::size_t line;                ///< bytes; a longer line is not kept
    bool isPrompt = false;           ///< gives out lines as they come, where somebody waits for each
};

class BlockReader {
public:
    BlockReader(LogSource source, BlockLimits limits);
    [[nodiscard]] std::size_t blockBytes() const { return m_limits.block; }

    /// None at the end. After an error of the source, the whole lines before it have been given out; the torn
    /// one is not.
    [[nodiscard]] Result<std::optional<LineBlock>> next(const std::stop_token& stop);

private:
    void readMore(const std::stop_token& stop);
    [[nodiscard]] LineBlock take(std::size_t bytes);
    [[nodiscard]] Result<std::optional<LineBlock>> last();

    LogSource m_source;
    BlockLimits m_limits;
    std::string m_text;         ///< read, not given out
    std::size_t m_searched = 0; ///< bytes of it known to hold no LF
    std::int64_t m_line = 1;    ///< number of its first line
    bool m_atStart = true;
    bool m_skipping = false; ///< inside a line that is too long
    bool m_ended = false;
    std::optional<Error> m_error;
};

} // namespace goldpan::ingest
