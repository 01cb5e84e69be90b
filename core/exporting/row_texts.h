// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The turns of a row, redacted, and what the checks and the split compare of them, as one text. Pure
// functions; safe on any thread.
#pragma once

#include "core/domain/log_entry.h"
#include "core/domain/message.h"
#include "core/redact/json_redactor.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::exporting {

/// What the model was asked, as it may leave.
[[nodiscard]] Result<std::vector<Message>> redactedConversation(const LogEntry& entry,
                                                                const redact::Redactor& redactor,
                                                                redact::JsonRedactor& json,
                                                                redact::RedactionCounts& counts);

/// The profile that the row's log was read by, as its meta says; "" of our own format.
[[nodiscard]] std::string profileOf(const LogEntry& entry);

/// Numbers of the turns of the assistant that nothing is to be learned from: their `weight` is 0, as
/// OpenAI's and Mistral's files say it.
[[nodiscard]] std::set<std::size_t> maskedTurns(const LogEntry& entry);

/// A turn of the system or the developer: it frames all rows of a deployment alike, and says nothing about
/// one.
[[nodiscard]] bool isFrame(const Message& turn);
[[nodiscard]] bool isFrameRole(std::string_view role);

/// What the turns of a row are compared by: normal text, made of each turn once.
struct ComparedTexts {
    std::vector<std::string> turns; ///< of each its words
    std::string context;            ///< every turn with its role, its calls and what it answers
    /// What was asked: the turns that are no frame, which would make strangers look near, with the functions
    /// they call and the arguments.
    std::string question;
    bool calls = false; ///< else `words` is empty: they are the question
    std::string words;  ///< of the turns that are no frame
    /// The turns that are a frame, without their figures: a date or a count that a product puts into its
    /// system prompt makes no other one of it.
    std::string frame;
};
[[nodiscard]] ComparedTexts comparedTexts(const std::vector<Message>& turns);

/// ComparedTexts::question alone.
[[nodiscard]] std::string questionText(const std::vector<Message>& turns);

} // namespace goldpan::exporting
