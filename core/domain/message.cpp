// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/message.h"

#include "core/domain/log_entry.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace goldpan {
namespace {

using Json = nlohmann::ordered_json;

void readContent(const Json& content, Message& message) {
    if (content.is_string()) {
        message.text = content.get<std::string>();
        return;
    }
    if (!content.is_array()) {
        message.hasOtherParts = !content.is_null();
        return;
    }
    bool first = true;
    for (const auto& part : content) {
        const bool isText = part.is_object() && part.contains("text") && part["text"].is_string() &&
                            (!part.contains("type") || part["type"] == "text" ||
                             part["type"] == "input_text" || part["type"] == "output_text");
        if (!isText) {
            message.hasOtherParts = true;
            continue;
        }
        message.text += (first ? "" : "\n") + part["text"].get<std::string>();
        first = false;
    }
}

std::string textOf(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<Message> readMessage(const Json& object) {
    if (!object.is_object() || !object.contains("role") || !object["role"].is_string()) {
        return fail(ErrorCode::badValue, "a message is not an object with a role");
    }
    Message message;
    message.role = object["role"].get<std::string>();
    if (const auto content = object.find("content"); content != object.end()) {
        readContent(*content, message);
    }
    message.name = textOf(object, "name");
    message.toolCallId = textOf(object, "tool_call_id");
    message.reasoning = textOf(object, "reasoning");
    if (const auto calls = object.find("tool_calls");
        calls != object.end() && calls->is_array() && !calls->empty()) {
        message.toolCalls = calls->dump();
    }
    return message;
}

} // namespace

Result<std::vector<Message>> parseMessages(std::string_view json) {
    const Json array = Json::parse(json, nullptr, false);
    if (!array.is_array()) {
        return fail(ErrorCode::badValue, "messages is not an array");
    }
    std::vector<Message> out;
    out.reserve(array.size());
    for (const auto& object : array) {
        auto message = readMessage(object);
        if (!message) {
            return std::unexpected(message.error());
        }
        out.push_back(std::move(*message));
    }
    return out;
}

Result<Message> parseMessage(std::string_view json) {
    return readMessage(Json::parse(json, nullptr, false));
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
