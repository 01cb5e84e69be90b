// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/chat_shape.h"

#include "core/profiles/chat_roles.h"
#include "core/profiles/steps.h"

#include <algorithm>
#include <array>
#include <utility>

namespace goldpan::profiles {
namespace {

std::string_view textOf(const JsonTree& object, std::string_view key) {
    const auto* value = object.find(key);
    return value != nullptr && value->isString() ? std::string_view(value->text) : std::string_view();
}

bool hasObject(const JsonTree& object, std::string_view key) {
    const auto* value = object.find(key);
    return value != nullptr && value->isObject();
}

template <class Fits>
bool isListOf(const JsonTree* value, Fits fits) {
    return value != nullptr && value->isArray() && !value->items.empty() &&
           std::ranges::all_of(value->items, fits);
}

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::ranges::find(words, word) != words.end();
}

bool isKnownRole(std::string_view role) {
    return isTranscriptRole(role) || ourRole(role) != role;
}

bool isCall(const JsonTree& value) {
    static constexpr std::array<std::string_view, 4> kTypes{"tool_use", "tool_call", "tool-call",
                                                            "function_call"};
    const auto* name = value.findAny({"name", "toolName"});
    const auto* given = value.findAny({"arguments", "args", "input"});
    const auto* function = value.findAny({"function", "functionCall", "function_call", "tool_call"});
    if (function != nullptr && function->isObject()) {
        return function->find("name") != nullptr || function->find("function") != nullptr;
    }
    if (name == nullptr) {
        return false;
    }
    return isOneOf(textOf(value, "type"), kTypes) ||
           (given != nullptr && value.findAny({"id", "call_id", "toolCallId"}) != nullptr);
}

/// A part of a message, or an item of Responses.
bool isPart(const JsonTree& value) {
    static constexpr std::array<std::string_view, 8> kSaid{
        "text", "input_text", "output_text", "thinking", "reasoning", "refusal", "image_url", "input_image"};
    static constexpr std::array<std::string_view, 5> kResults{
        "tool_result", "tool-result", "tool_call_response", "function_call_output", "server_tool_call"};
    if (!value.isObject()) {
        return false;
    }
    const auto type = textOf(value, "type");
    const bool speaks = isOneOf(type, kSaid) && value.findAny({"text", "content", "thinking", "refusal",
                                                               "summary", "image_url"}) != nullptr;
    return speaks || isOneOf(type, kResults) || isCall(value) || hasObject(value, "functionResponse") ||
           hasObject(value, "message_content");
}

/// Parts of Gemini have no type.
bool isBarePart(const JsonTree& value) {
    return value.isObject() && (value.findAny({"text", "functionCall", "function_call", "functionResponse",
                                               "function_response", "inlineData"}) != nullptr ||
                                isPart(value));
}

bool isMessage(const JsonTree& value) {
    if (!value.isObject()) {
        return false;
    }
    const auto role = textOf(value, value.find("role") != nullptr ? "role" : "from");
    if (!role.empty() && isKnownRole(role) &&
        value.findAny({"content", "parts", "contents", "text", "value", "tool_calls", "toolCalls",
                       "function_call", "refusal", "reasoning", "reasoning_content"}) != nullptr) {
        return true;
    }
    const auto* id = value.find("id"); // LangChain, as it is serialised, and as its callbacks write it
    const bool isSerialised = hasObject(value, "kwargs") && id != nullptr && id->isArray();
    static constexpr std::array<std::string_view, 6> kTypes{"human",  "ai",   "AIMessageChunk",
                                                            "system", "tool", "developer"};
    const bool isNamed = isOneOf(textOf(value, "type"), kTypes) &&
                         (textOf(value, "content") != "" || hasObject(value, "data") ||
                          isListOf(value.find("content"), isPart));
    if (isSerialised || isNamed) {
        return true;
    }
    const auto* inner = value.find("message"); // a choice
    const bool isChoice = inner != nullptr && inner->isObject() &&
                          inner->findAny({"role", "content", "parts", "tool_calls"}) != nullptr;
    const auto* content = value.find("content");
    const bool isCandidate =
        content != nullptr && content->isObject() && isListOf(content->find("parts"), isBarePart);
    return isChoice || isCandidate || isListOf(content, isPart) ||
           isListOf(value.find("parts"), isBarePart) ||
           isListOf(value.findAny({"tool_calls", "toolCalls"}), isCall);
}

/// A part alone may be a model's own JSON; a call hardly.
bool isTurn(const JsonTree& value) {
    return isMessage(value) || isCall(value);
}

bool isTurnOrPart(const JsonTree& value) {
    return isTurn(value) || isPart(value) || isListOf(&value, isMessage);
}

/// A choice, a candidate or a generation. A text alone may be one of a question's that the model made up.
bool isChoice(const JsonTree& value) {
    return isMessage(value) || value.findAny({"delta", "finish_reason", "finishReason"}) != nullptr ||
           (value.find("text") != nullptr &&
            value.findAny({"index", "logprobs", "generation_info", "generationInfo"}) != nullptr);
}

bool isBatchOfChoices(const JsonTree& value) {
    return isChoice(value) || isListOf(&value, isChoice);
}

/// LangChain writes a generation as its text alone, and several prompts' as lists of lists.
bool isTextAlone(const JsonTree& value) {
    return value.isObject() ? value.find("text") != nullptr : isListOf(&value, isTextAlone);
}

/// What only a service writes around what a model said.
bool isEnvelopeMember(const std::string& key, const JsonTree& value) {
    static constexpr std::array<std::string_view, 5> kObjects{"delta", "usage", "usage_metadata",
                                                              "usageMetadata", "response_metadata"};
    static constexpr std::array<std::string_view, 3> kReasons{"finish_reason", "finishReason", "stop_reason"};
    static constexpr std::array<std::string_view, 4> kLists{"choices", "candidates", "generations",
                                                            "output_messages"};
    if (isOneOf(key, kLists) && value.isArray()) {
        return std::ranges::all_of(value.items, [&](const auto& item) {
            return isBatchOfChoices(item) || isTurnOrPart(item) ||
                   (key == "generations" && (isTextAlone(item) || item.isEmpty()));
        });
    }
    return isOneOf(key, kReasons) || (isOneOf(key, kObjects) && (value.isObject() || value.isNull()));
}

/// A message or a wrap without a role: nothing is in it but what such ones have.
bool isBareAnswer(const JsonTree& value) {
    static constexpr std::array<std::string_view, 17> kWords{
        "role",          "content", "text",   "parts",        "tool_calls", "toolCalls",
        "function_call", "refusal", "kwargs", "output",       "message",    "messages",
        "contents",      "value",   "from",   "functionCall", "toolCallId"};
    static constexpr std::array<std::string_view, 12> kBeside{"id",     "type",  "name",    "index",
                                                              "object", "model", "created", "metadata",
                                                              "data",   "audio", "images",  "lc"};
    static constexpr std::array<std::string_view, 10> kBesideWords{
        "logprobs",          "reasoning",
        "thinking",          "annotations",
        "citations",         "reasoning_content",
        "thought",           "thoughtSignature",
        "additional_kwargs", "provider_specific_fields"};
    // Words of anybody's, but a service's where a member that is only its own is beside them.
    static constexpr std::array<std::string_view, 12> kAround{
        "created_at", "status",  "error",    "meta",  "provider", "run",
        "llm_output", "request", "response", "steps", "sources",  "warnings"};
    static constexpr std::array<std::string_view, 12> kAroundModel{
        "system_fingerprint", "service_tier",          "stop_sequence",    "generation_id",
        "invalid_tool_calls", "prompt_filter_results", "promptFeedback",   "modelVersion",
        "responseId",         "toolResults",           "providerMetadata", "files"};
    bool speaks = false;
    bool isService = false;
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
        const auto& key = value.keys[i];
        speaks = speaks || isOneOf(key, kWords);
        isService = isService || isEnvelopeMember(key, value.items[i]);
    }
    if (!speaks && !isService) {
        return false;
    }
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
        const auto& key = value.keys[i];
        const bool isKnown = isOneOf(key, kWords) || isOneOf(key, kBeside) || isOneOf(key, kBesideWords) ||
                             isEnvelopeMember(key, value.items[i]) ||
                             (isService && (isOneOf(key, kAround) || isOneOf(key, kAroundModel)));
        if (!isKnown) {
            return false;
        }
    }
    return true;
}

/// A list of texts with a number each is an answer of the older completions where nothing but a service's own
/// stands around it: else it may be the choices of a question that the model made up.
bool areNumberedTexts(const JsonTree& choices) {
    return isListOf(&choices, [](const JsonTree& one) {
        return !isMessage(one) && one.find("text") != nullptr && one.find("index") != nullptr &&
               one.findAny({"finish_reason", "finishReason", "logprobs", "delta"}) == nullptr;
    });
}

/// A message whoever speaks, or a response that holds nothing.
bool isNamedAnswer(const JsonTree& value) {
    const auto* role = value.find("role");
    const auto* output = value.find("output");
    return (role != nullptr && role->isString() && value.find("content") != nullptr) ||
           (output != nullptr && output->isArray() && output->items.empty() &&
            value.findAny({"id", "object", "status", "model"}) != nullptr);
}

} // namespace

bool holdsMessages(const JsonTree& value) {
    if (isTurn(value) || isListOf(&value, isTurnOrPart)) {
        return true;
    }
    if (!value.isObject()) {
        return false;
    }
    const auto* list = value.findAny({"messages", "contents", "input", "conversation", "conversations"});
    const auto* asked = value.find("prompt");
    const bool isRequest = value.findAny({"model", "config"}) != nullptr;
    return (list != nullptr &&
            (isTurn(*list) || isListOf(list, isTurnOrPart) || (isRequest && list->isString()))) ||
           (asked != nullptr && (asked->isString() || isListOf(asked, isTurnOrPart)));
}

bool holdsAnswer(const JsonTree& value) {
    if (isTurn(value) || isListOf(&value, isTurnOrPart)) {
        return true;
    }
    if (!value.isObject()) {
        return false;
    }
    const auto* choices = value.findAny({"choices", "candidates", "generations", "output_messages"});
    const auto* inner = value.findAny({"output", "messages"});
    return (isListOf(choices, isBatchOfChoices) && (!areNumberedTexts(*choices) || isBareAnswer(value))) ||
           (inner != nullptr && (isMessage(*inner) || isListOf(inner, isTurnOrPart)));
}

bool isAnswer(const JsonTree& value) {
    if (value.isArray()) {
        return std::ranges::any_of(value.items, isTurnOrPart) || std::ranges::all_of(value.items, isAnswer);
    }
    return value.isScalar() || value.isEmpty() || holdsAnswer(value) || isNamedAnswer(value) ||
           isBareAnswer(value);
}

bool isBlankAnswer(const JsonTree& value) {
    if (value.isScalar() || value.isArray()) {
        return std::ranges::all_of(value.items, isBlankAnswer);
    }
    static constexpr std::array<std::string_view, 9> kSays{"role",          "kwargs",     "parts",
                                                           "text",          "tool_calls", "toolCalls",
                                                           "function_call", "refusal",    "reasoning"};
    if (std::ranges::any_of(kSays, [&](auto key) { return value.find(key) != nullptr; })) {
        return true;
    }
    static constexpr std::array<std::string_view, 9> kWraps{"message",     "delta",           "output",
                                                            "messages",    "choices",         "candidates",
                                                            "generations", "output_messages", "content"};
    const auto* output = value.find("output");
    if (output != nullptr && output->isArray() && output->isEmpty() && value.keys.size() == 1) {
        return false; // a service says more than that
    }
    bool isWrap = value.items.empty();
    for (const auto key : kWraps) {
        const auto* inner = value.find(key);
        if (inner != nullptr && !isBlankAnswer(*inner)) {
            return false;
        }
        isWrap = isWrap || inner != nullptr;
    }
    return isWrap;
}

JsonTree unpackJsonAs(JsonTree value, int times, Shape shape) {
    const bool asks = shape == Shape::chat || shape == Shape::items;
    if ((!asks && shape != Shape::answer) || !value.isString()) {
        return unpackJson(std::move(value), times);
    }
    auto inner = unpackJson(value, times);
    const bool isOne =
        asks ? holdsMessages(inner) || (inner.isEmpty() && !inner.isString()) : holdsAnswer(inner);
    if (isOne) {
        return inner;
    }
    // Words in quotes may be the model's own. With escapes in them they are a text that was encoded once
    // more.
    const bool isEncoded = value.text.starts_with('"') && value.text.contains('\\');
    auto text = isEncoded ? parseJsonTree(value.text) : std::nullopt;
    return text && text->isString() ? *text : value;
}

} // namespace goldpan::profiles
