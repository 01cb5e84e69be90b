// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/message.h"

#include "core/base/json_member.h"
#include "core/base/json_scanner.h"
#include "core/domain/log_entry.h"

#include <algorithm>

namespace goldpan {
namespace {

using Outcome = JsonScanner::Outcome;

std::string textOf(const JsonScanner& object, std::string_view key) {
    const auto value = valueOf(object, key);
    return value.kind == JsonKind::string ? std::string(value.text) : std::string();
}

/// Reads a level at a time: a DOM that keeps the order of members is quadratic in their number.
class MessageReader {
public:
    Result<Message> read(std::string_view json) {
        if (m_message.scanObject(json) != Outcome::good ||
            valueOf(m_message, "role").kind != JsonKind::string) {
            return fail(ErrorCode::badValue, "a message is not an object with a role");
        }
        Message message;
        message.role = textOf(m_message, "role");
        readContent(valueOf(m_message, "content"), message);
        message.name = textOf(m_message, "name");
        message.toolCallId = textOf(m_message, "tool_call_id");
        message.reasoning = textOf(m_message, "reasoning");
        const auto calls = valueOf(m_message, "tool_calls");
        if (calls.kind == JsonKind::array && m_parts.scanArray(calls.text) == Outcome::good &&
            !m_parts.elements().empty()) {
            message.toolCalls = calls.text;
        }
        return message;
    }

private:
    void readContent(const JsonValue& content, Message& message) {
        if (content.kind == JsonKind::string) {
            message.text = content.text;
            return;
        }
        if (content.kind != JsonKind::array || m_parts.scanArray(content.text) != Outcome::good) {
            message.hasOtherParts = content.kind != JsonKind::null;
            return;
        }
        bool first = true;
        for (const auto& part : m_parts.elements()) {
            if (part.kind != JsonKind::object || m_part.scanObject(part.text) != Outcome::good || !isText()) {
                message.hasOtherParts = true;
                continue;
            }
            message.text += (first ? "" : "\n") + textOf(m_part, "text");
            first = false;
        }
    }

    [[nodiscard]] bool isText() const {
        const auto type = valueOf(m_part, "type");
        const bool isTyped = type.kind != JsonKind::null;
        return valueOf(m_part, "text").kind == JsonKind::string &&
               (!isTyped ||
                (type.kind == JsonKind::string &&
                 (type.text == "text" || type.text == "input_text" || type.text == "output_text")));
    }

    JsonScanner m_message;
    JsonScanner m_parts;
    JsonScanner m_part;
};

} // namespace

Result<std::vector<Message>> parseMessages(std::string_view json) {
    JsonScanner array;
    if (array.scanArray(json) != Outcome::good) {
        return fail(ErrorCode::badValue, "messages is not an array");
    }
    std::vector<Message> out;
    out.reserve(array.elements().size());
    MessageReader reader;
    for (const auto& element : array.elements()) {
        // A string is unescaped here, so that its text may look like an object.
        auto message = reader.read(element.kind == JsonKind::object ? element.text : "");
        if (!message) {
            return std::unexpected(message.error());
        }
        out.push_back(std::move(*message));
    }
    return out;
}

Result<Message> parseMessage(std::string_view json) {
    return MessageReader().read(json);
}

Result<std::vector<Message>> conversationOf(const LogEntry& entry) {
    if (!entry.messages.empty()) {
        return parseMessages(entry.messages);
    }
    return std::vector<Message>{Message{.role = "user", .text = entry.prompt}};
}

bool contextDiffers(const LogEntry& entry) {
    if (entry.messages.empty()) {
        return false;
    }
    const auto messages = parseMessages(entry.messages);
    if (!messages) {
        return true;
    }
    const auto last =
        std::find_if(messages->rbegin(), messages->rend(), [](const Message& m) { return m.role == "user"; });
    return last == messages->rend() || last->text != entry.prompt;
}

} // namespace goldpan
