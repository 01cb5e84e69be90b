// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/chat_reader.h"

#include "core/profiles/chat_roles.h"
#include "core/profiles/chat_shape.h"

#include <algorithm>
#include <array>
#include <utility>

namespace goldpan::profiles {
namespace {

std::string_view typeOf(const JsonTree& object) {
    const auto* type = object.find("type");
    return type != nullptr && type->isString() ? std::string_view(type->text) : std::string_view();
}

bool isDefinition(const JsonTree& content) {
    const auto* function = typeOf(content) == "function" ? content.find("function") : nullptr;
    return function != nullptr && function->find("name") != nullptr && function->find("arguments") == nullptr;
}

/// LangChain: {"lc":1,"type":"constructor","id":[…,"HumanMessage"],"kwargs":{…}} or
/// {"type":"human","data":{…}}
std::pair<std::string, const JsonTree*> unwrapped(const JsonTree& message) {
    const auto* fields = message.findAny({"kwargs", "data"});
    const auto* id = message.find("id");
    if (fields != nullptr && fields->isObject() && id != nullptr && id->isArray() && !id->items.empty()) {
        return {ourRole(id->items.back().text), fields};
    }
    const auto type = typeOf(message);
    const bool isRole = type == "human" || type == "ai" || type == "system" || type == "tool" ||
                        (type == "function" && message.find("function") == nullptr) ||
                        type == "AIMessageChunk" || type == "developer";
    if (message.find("role") == nullptr && isRole) {
        return {ourRole(type), fields != nullptr && fields->isObject() ? fields : &message};
    }
    return {{}, &message};
}

/// `value`: what it was read from; parts that nobody knows are no answer unless they stand in a message.
bool saysSomething(const Turn& turn, const JsonTree& value) {
    const auto& content = turn.content;
    const bool speaks = !content.joinedText().empty() || !content.calls.items.empty() ||
                        !content.reasoning.empty() || !content.refusal.empty();
    return speaks || (!content.onlyText && holdsAnswer(value));
}

} // namespace

const JsonTree* ChatReader::take(const JsonTree& object, std::initializer_list<std::string_view> keys) {
    const auto* found = object.findAny(keys);
    m_taken.take(found);
    return found;
}

std::string ChatReader::takeText(const JsonTree& object, std::initializer_list<std::string_view> keys) {
    return plainText(take(object, keys));
}

/// Tool results inside a message are messages of their own, before what else it says.
void ChatReader::give(Turn turn, std::vector<Turn>& out) {
    auto results = std::exchange(turn.content.results, {});
    const bool isResult = turn.role == "tool" && !results.empty();
    for (auto& result : results) {
        Turn tool{.role = "tool",
                  .name = result.name.empty() && isResult ? turn.name : result.name,
                  .toolCallId = std::move(result.callId)};
        tool.content.addText(std::move(result.text));
        out.push_back(std::move(tool));
    }
    const bool saysMore = !turn.content.parts.items.empty() || !turn.content.calls.items.empty() ||
                          !turn.content.reasoning.empty();
    if (results.empty() || saysMore) {
        out.push_back(std::move(turn));
    }
}

void ChatReader::readCalls(const JsonTree& message, Turn& turn) {
    const auto* extra = message.find("additional_kwargs"); // LangChain's older place
    for (const auto* holder : {&message, extra}) {
        if (holder == nullptr || !turn.content.calls.items.empty()) {
            continue;
        }
        if (const auto* calls = take(*holder, {"tool_calls", "toolCalls"});
            calls != nullptr && calls->isArray()) {
            for (const auto& call : calls->items) {
                turn.content.addCallObject(call);
            }
        } else if (const auto* call = take(*holder, {"function_call"}); call != nullptr && call->isObject()) {
            turn.content.addCallObject(*call);
        }
    }
}

/// An item of Responses that is no message.
void ChatReader::readItem(const JsonTree& item, std::string_view type, std::vector<Turn>& out) {
    Turn turn{.role = "assistant"};
    if (type == "function_call" || type == "function_call_output" || type == "reasoning") {
        m_taken.take(item);
    }
    if (type == "function_call") {
        turn.content.addCallObject(item);
    } else if (type == "function_call_output") {
        turn = Turn{.role = "tool", .toolCallId = plainText(item.find("call_id"))};
        turn.content.addText(plainText(item.find("output")));
    } else if (type == "reasoning") {
        for (const auto* part : {item.find("summary"), item.find("content")}) {
            if (part != nullptr) {
                turn.content.addReasoning(*part);
            }
        }
    } else {
        turn.content.add(item, m_taken);
    }
    give(std::move(turn), out);
}

void ChatReader::readObject(const JsonTree& given, std::vector<Turn>& out) {
    const auto [langRole, fields] = unwrapped(given);
    if (!langRole.empty()) {
        m_taken.take(given.find("type"));
        m_taken.take(given.find("id"));
        m_taken.take(given.find("lc"));
    }
    const JsonTree& message = *fields;
    Turn turn;
    const auto theirs = takeText(message, {"role", "from"});
    turn.role = !langRole.empty() ? langRole : ourRole(theirs);
    m_taken.take(message.find("type"));
    turn.name = takeText(message, {"name"});
    turn.toolCallId = takeText(message, {"tool_call_id", "toolCallId"});
    const auto* content = message.findAny({"content", "parts", "contents", "value", "text"});
    if (theirs == "function_call" && content != nullptr) { // ShareGPT: the call is the text
        const auto call = content->isString() ? parseJsonTree(content->text) : std::optional(*content);
        if (call && call->isObject()) {
            m_taken.take(content);
            turn.content.addCallObject(*call);
            content = nullptr;
        }
    }
    if (content != nullptr && turn.role == "tool" && isDefinition(*content)) {
        m_taken.take(content);
        m_definitions.items.push_back(*content);
        return;
    }
    if (content != nullptr) {
        if (turn.role == "tool" && content->isObject()) {
            m_taken.take(*content);
            turn.content.addText(jsonText(*content));
        } else {
            turn.content.add(*content, m_taken);
        }
    } else if (const auto* parts = take(message, {"parts"})) {
        turn.content.add(*parts, m_taken);
    }
    readCalls(message, turn);
    if (turn.content.reasoning.empty()) {
        if (const auto* reasoning = take(message, {"reasoning", "reasoning_content", "thinking"})) {
            turn.content.addReasoning(*reasoning);
        }
    }
    if (turn.content.refusal.empty()) {
        turn.content.refusal = takeText(message, {"refusal"});
    }
    if (turn.role.empty()) {
        turn.role = turn.content.calls.items.empty() ? "user" : "assistant";
    }
    give(std::move(turn), out);
}

void ChatReader::readTurn(const JsonTree& value, std::vector<Turn>& out) {
    if (!value.isObject()) {
        Turn turn{.role = "user"};
        turn.content.add(value, m_taken);
        out.push_back(std::move(turn));
        return;
    }
    if (const auto* inner = value.find("message"); inner != nullptr && inner->isObject()) {
        readObject(*inner, out); // OpenInference, choices
        return;
    }
    const auto type = typeOf(value);
    const bool isMessage = value.findAny({"role", "from", "kwargs", "data", "parts"}) != nullptr;
    const bool isCall = value.find("toolCallId") != nullptr || value.find("functionCall") != nullptr ||
                        (value.find("name") != nullptr && value.find("arguments") != nullptr);
    if (!isMessage && (isCall || !type.empty()) && unwrapped(value).first.empty()) {
        readItem(value, type, out);
        return;
    }
    readObject(value, out);
}

std::vector<Turn> ChatReader::turns(const JsonTree& value) {
    std::vector<Turn> out;
    const JsonTree* list = &value;
    if (value.isObject()) {
        const auto* inner = value.findAny({"messages", "contents", "input", "conversation", "conversations"});
        const bool isMessage = value.findAny({"role", "from", "kwargs", "parts"}) != nullptr;
        if (inner != nullptr && !isMessage) {
            return turns(*inner);
        }
        if (const auto* prompt = value.find("prompt"); prompt != nullptr && !isMessage) {
            return turns(*prompt);
        }
    }
    if (list->isArray() && list->items.size() == 1 && list->items[0].isArray()) {
        list = &list->items[0]; // a batch of one conversation
    }
    if (!list->isArray()) {
        if (!list->isEmpty()) {
            readTurn(*list, out);
        }
        return out;
    }
    m_taken.take(list->items.empty() ? list : nullptr);
    for (const auto& item : list->items) {
        readTurn(item, out);
    }
    return out;
}

std::optional<Turn> ChatReader::answer(const JsonTree& value) {
    if (value.isEmpty()) {
        return std::nullopt;
    }
    if (value.isScalar()) {
        Turn turn{.role = "assistant"};
        turn.content.add(value, m_taken);
        return turn;
    }
    if (value.isObject()) {
        if (const auto* choices = value.findAny({"choices", "candidates", "generations", "output_messages"});
            choices != nullptr && choices->isArray() && !choices->items.empty()) {
            return answer(choices->items[0]);
        }
        const bool isMessage = value.find("role") != nullptr;
        const auto* inner = value.findAny({"message", "delta", "output", "messages"});
        if (inner == nullptr && !isMessage) {
            const auto* content = value.find("content");
            inner = content != nullptr && content->isObject() ? content : nullptr; // a candidate of Gemini
        }
        if (inner != nullptr && !isMessage) {
            return answer(*inner);
        }
    }
    std::vector<Turn> read = turns(value);
    if (value.isArray()) {
        // Messages are alternatives, of which the first counts; items and parts make one answer together.
        const bool areMessages = !value.items.empty() &&
                                 value.items[0].findAny({"role", "message", "kwargs"}) != nullptr &&
                                 typeOf(value.items[0]) != "message";
        if (areMessages) {
            const auto said = std::ranges::find_if(read, &Turn::isAssistant);
            if (said != read.end()) {
                return std::move(*said);
            }
            const auto* inner = value.items[0].find("message");
            const bool hasRole =
                (inner != nullptr ? *inner : value.items[0]).findAny({"role", "kwargs"}) != nullptr;
            return hasRole ? std::nullopt : answer(value.items[0]);
        }
    }
    Turn whole{.role = "assistant"};
    for (auto& turn : read) {
        whole.content.append(std::move(turn.content));
    }
    return read.empty() ? std::nullopt : std::optional(std::move(whole));
}

std::optional<Turn> ChatReader::answerOrData(const JsonTree& value) {
    if (isAnswer(value)) {
        auto said = answer(value);
        if (value.isScalar() || (said && saysSomething(*said, value)) || isBlankAnswer(value)) {
            return said;
        }
    }
    m_taken.take(value);
    Turn data{.role = "assistant"};
    data.content.addText(jsonText(value));
    return data;
}

} // namespace goldpan::profiles
