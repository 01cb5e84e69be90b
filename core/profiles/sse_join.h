// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Server-sent events of a streamed answer, joined into the body that the same call gives unstreamed. Pure
// functions; safe on any thread.
#pragma once

#include "core/base/json_tree.h"

#include <string_view>
#include <vector>

namespace goldpan::profiles {

struct JoinedStream {
    JsonTree body;           ///< a chat completion, a response, an Anthropic message or a Gemini response
    bool isFinished = false; ///< the end of the answer was seen, not only the end of the text
    bool isDamaged = false;  ///< an event of it is no JSON
    bool isFailed = false;   ///< an event says that the call failed
};

/// One body for each answer of the text, in order; where several stand one after the other, a new one begins
/// with another id, or after the mark of the end.
[[nodiscard]] std::vector<JoinedStream> joinStreams(std::string_view events);

} // namespace goldpan::profiles
