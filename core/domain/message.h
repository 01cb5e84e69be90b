// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Message: one turn of a conversation, read from LogEntry::messages. A value.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace goldpan {

struct LogEntry;

struct Message {
    std::string role;           ///< system, developer, user, assistant, tool, ...
    std::string text;           ///< text parts joined by "\n"; "" where the content is null
    std::string name;           ///< "" where there is none
    std::string toolCalls;      ///< JSON array text of the calls, "" where there are none
    std::string toolCallId;     ///< of a tool turn
    std::string reasoning;      ///< "" where there is none
    bool hasOtherParts = false; ///< content parts that are not text (images, files): text alone would bend it

    bool operator==(const Message&) const = default;
};

/// Reads a `messages` array. Fails with badValue where it is not an array of objects with a role.
[[nodiscard]] Result<std::vector<Message>> parseMessages(std::string_view json);

/// Reads one message object (`LogEntry::output`).
[[nodiscard]] Result<Message> parseMessage(std::string_view json);

/// What the model was asked: `messages` where present, else the prompt as one user message.
[[nodiscard]] Result<std::vector<Message>> conversationOf(const LogEntry& entry);

/// True where `messages` is present and its last user text is not the prompt (then `messages` wins and the
/// row is marked).
[[nodiscard]] bool contextDiffers(const LogEntry& entry);

} // namespace goldpan
