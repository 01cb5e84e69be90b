// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Turn: one message of a conversation, before it is written down. A value.
#pragma once

#include "core/profiles/content_parts.h"

#include <string>
#include <vector>

namespace goldpan::profiles {

struct Turn {
    std::string role;
    std::string name;
    std::string toolCallId;
    ContentParts content;

    [[nodiscard]] bool isAssistant() const { return role == "assistant"; }
    /// Text alone: what `response` can hold.
    [[nodiscard]] bool isPlainText() const;
    /// A call's arguments are a string inside a string.
    [[nodiscard]] bool isEncodedTwice() const;
    /// A message as chat completions write it; keys that hold nothing are left out.
    [[nodiscard]] JsonTree message() const;
};

/// Neighbouring answers of the assistant become one, as Responses splits a turn into items.
void mergeAnswers(std::vector<Turn>& turns);

/// `role: text` a line, as some frameworks log a conversation; the user's where no line begins so.
[[nodiscard]] std::vector<Turn> readTranscript(std::string_view text);

} // namespace goldpan::profiles
