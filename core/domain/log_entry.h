// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogEntry: one request to the production model and its answer, redacted. A value.
#pragma once

#include "core/base/timestamp.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace goldpan {

/// The lesson's row, plus five optional keys that are empty at their default, so that a plain row stays
/// byte-compatible with the lesson. The optional keys are compact JSON text, redacted leaf by leaf, numbers
/// as they were written: nothing of the input is lost in a typed model.
struct LogEntry {
    std::string requestId;
    std::optional<Timestamp> ts; ///< empty only where a profile has no time
    std::string modelVersion;
    std::string prompt;   ///< text of the last user message
    std::string response; ///< text of the first choice; "" for a bare tool call
    std::optional<std::int64_t> latencyMs;
    std::optional<std::string> userIdHash; ///< 16 to 64 hex digits
    std::optional<double> responseLogprob; ///< mean token logprob
    std::vector<std::string> tags;         ///< sorted by bytes, no tag twice

    std::string messages; ///< JSON array: the whole input; "" when it is one user message equal to prompt
    std::string output;   ///< JSON object: the assistant message when it is more than plain text
    std::string tools;    ///< JSON array of tool definitions
    std::string feedback; ///< JSON array of feedback that came with the row
    std::string meta;     ///< JSON object; unknown keys of the input stand in its `extra` by JSON Pointer

    bool operator==(const LogEntry&) const = default;
};

/// Sorts and removes doubles: the form that `LogEntry::tags` promises.
void normalizeTags(std::vector<std::string>& tags);

} // namespace goldpan
