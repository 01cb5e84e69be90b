// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FeedbackFile: the events of one feedback log, read whole before anything is written, so that a torn file
// changes nothing. A value.
#pragma once

#include "core/base/result.h"
#include "core/domain/feedback_event.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace goldpan::feedback {

struct BadLine {
    std::int64_t line = 0; ///< from 1
    std::string reason;    ///< a class and what is wrong, never the text
};

struct FeedbackFile {
    std::vector<FeedbackEvent> events; ///< in the order of the file
    std::vector<BadLine> bad;
};

/// Reads JSONL, plain or gzip by content. Blank lines are not read, neither is a last line of a plain file
/// that has no line feed and does not parse yet. notJsonl where there are lines but not one JSON object;
/// unreadable where the compressed data is torn.
[[nodiscard]] Result<FeedbackFile> readFeedbackFile(const std::string& path, std::stop_token stop);

} // namespace goldpan::feedback
