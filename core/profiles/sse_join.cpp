// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/sse_join.h"

#include "core/profiles/event_text.h"
#include "core/profiles/list_index.h"
#include "core/profiles/surrogate_halves.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace goldpan::profiles {
namespace {

std::string_view textOf(const JsonTree& object, std::string_view key) {
    const auto* value = object.find(key);
    return value != nullptr && value->isString() ? std::string_view(value->text) : std::string_view();
}

void appendText(JsonTree& object, std::string_view key, std::string_view text) {
    auto* value = object.find(key);
    if (value == nullptr || !value->isString()) {
        object.set(key, JsonTree::string(std::string(text)));
    } else {
        value->text += text;
    }
}

JsonTree& listIn(JsonTree& object, std::string_view key) {
    auto* list = object.find(key);
    return list != nullptr && list->isArray() ? *list : object.set(key, JsonTree::array());
}

using ListIndexes = std::unordered_map<std::string, ListIndex>; ///< by the path to the list

void setMissing(JsonTree& object, const JsonTree& from) {
    for (std::size_t i = 0; i < from.keys.size(); ++i) {
        const auto* known = object.find(from.keys[i]);
        if (known == nullptr || known->isNull()) {
            object.set(from.keys[i], from.items[i]);
        }
    }
}

/// Text grows, lists of tool calls grow by index, anything else is taken once.
void mergeDelta(JsonTree& message, const JsonTree& delta, ListIndexes& indexes, const std::string& path) {
    for (std::size_t i = 0; i < delta.keys.size(); ++i) {
        const auto& key = delta.keys[i];
        const auto& value = delta.items[i];
        if (value.isNull()) {
            continue;
        }
        if (key == "tool_calls" && value.isArray()) {
            auto& calls = listIn(message, key);
            for (const auto& part : value.items) {
                auto& call = indexes[path + "/tool_calls"].elementFor(calls, part);
                const auto* function = part.find("function");
                if (function != nullptr) {
                    auto* known = call.find("function");
                    mergeDelta(known != nullptr ? *known : call.set("function", JsonTree::object()),
                               *function, indexes, path + "/function");
                }
                setMissing(call, part);
            }
        } else if (key == "function_call" && value.isObject()) {
            auto* known = message.find(key);
            mergeDelta(known != nullptr ? *known : message.set(key, JsonTree::object()), value, indexes,
                       path + "/function");
        } else if (value.isString() && (key == "content" || key == "arguments" || key == "refusal" ||
                                        key == "reasoning" || key == "reasoning_content")) {
            appendText(message, key, value.text);
        } else if (value.isArray()) {
            std::ranges::copy(value.items, std::back_inserter(listIn(message, key).items));
        } else if (message.find(key) == nullptr) {
            message.set(key, value);
        }
    }
}

void addChatChunk(JsonTree& body, const JsonTree& chunk, ListIndexes& indexes) {
    const auto* chunks = chunk.find("choices");
    for (std::size_t i = 0; i < chunk.keys.size(); ++i) {
        const auto& key = chunk.keys[i];
        if (key != "choices" && key != "obfuscation" && !chunk.items[i].isNull()) {
            body.set(key, chunk.items[i]);
        }
    }
    auto& choices = listIn(body, "choices");
    if (chunks == nullptr) {
        return;
    }
    for (const auto& part : chunks->items) {
        auto& choice = indexes["choices"].elementFor(choices, part);
        const auto path = "choices/" + std::to_string(&choice - choices.items.data());
        if (const auto* delta = part.findAny({"delta", "message"})) {
            auto* message = choice.find("message");
            mergeDelta(message != nullptr ? *message : choice.set("message", JsonTree::object()), *delta,
                       indexes, path);
        } else if (const auto text = textOf(part, "text"); !text.empty()) {
            appendText(choice, "text", text); // the older completions
        }
        if (const auto* logprobs = part.find("logprobs"); logprobs != nullptr && logprobs->isObject()) {
            auto* known = choice.find("logprobs");
            mergeDelta(known != nullptr && known->isObject() ? *known
                                                             : choice.set("logprobs", JsonTree::object()),
                       *logprobs, indexes, path + "/logprobs");
        }
        if (const auto* reason = part.find("finish_reason"); reason != nullptr && !reason->isNull()) {
            choice.set("finish_reason", *reason);
        }
    }
    body.set("object", JsonTree::string("chat.completion"));
}

void addAnthropicEvent(JsonTree& body, const JsonTree& event, std::string_view type, ListIndexes& indexes) {
    if (type == "message_start") {
        if (const auto* message = event.find("message")) {
            body = *message;
        }
        return;
    }
    if (type == "content_block_start") {
        auto& block = indexes["content"].elementFor(listIn(body, "content"), event);
        if (const auto* given = event.find("content_block")) {
            setMissing(block, *given);
        }
        return;
    }
    const auto* delta = event.find("delta");
    if (delta == nullptr) {
        return;
    }
    if (type == "content_block_delta") {
        auto& block = indexes["content"].elementFor(listIn(body, "content"), event);
        for (const std::string_view key : {"text", "thinking", "signature"}) {
            if (delta->find(key) != nullptr) {
                appendText(block, key, textOf(*delta, key));
            }
        }
        if (delta->find("partial_json") != nullptr) {
            appendText(block, "input", textOf(*delta, "partial_json"));
        }
        return;
    }
    for (std::size_t i = 0; i < delta->keys.size(); ++i) { // message_delta
        body.set(delta->keys[i], delta->items[i]);
    }
    if (const auto* usage = event.find("usage"); usage != nullptr && usage->isObject()) {
        auto* known = body.find("usage");
        if (known == nullptr || !known->isObject()) {
            known = &body.set("usage", JsonTree::object());
        }
        for (std::size_t i = 0; i < usage->keys.size(); ++i) {
            known->set(usage->keys[i], usage->items[i]);
        }
    }
}

void addGeminiChunk(JsonTree& body, const JsonTree& chunk, ListIndexes& indexes) {
    for (std::size_t i = 0; i < chunk.keys.size(); ++i) {
        if (chunk.keys[i] != "candidates") {
            body.set(chunk.keys[i], chunk.items[i]);
        }
    }
    const auto* given = chunk.find("candidates");
    if (given == nullptr) {
        return;
    }
    auto& candidates = listIn(body, "candidates");
    for (const auto& part : given->items) {
        auto& candidate = indexes["candidates"].elementFor(candidates, part);
        if (const auto* content = part.find("content")) {
            auto* known = candidate.find("content");
            auto& whole = known != nullptr ? *known : candidate.set("content", JsonTree::object());
            if (const auto* parts = content->find("parts")) {
                auto& all = listIn(whole, "parts");
                for (const auto& piece : parts->items) {
                    auto* last = all.items.empty() ? nullptr : &all.items.back();
                    if (last != nullptr && piece.find("text") != nullptr && last->find("text") != nullptr &&
                        (piece.find("thought") == nullptr) == (last->find("thought") == nullptr)) {
                        appendText(*last, "text", textOf(piece, "text"));
                    } else {
                        all.items.push_back(piece);
                    }
                }
            }
            setMissing(whole, *content);
        }
        for (std::size_t i = 0; i < part.keys.size(); ++i) {
            if (part.keys[i] != "content") {
                candidate.set(part.keys[i], part.items[i]);
            }
        }
    }
}

bool saysWhyItEnded(const JsonTree& body) {
    const auto* choices = body.findAny({"choices", "candidates"});
    return choices != nullptr && !choices->items.empty() &&
           choices->items[0].findAny({"finish_reason", "finishReason"}) != nullptr;
}

/// The pieces of several answers come mixed; the first answer is the one of the least index, not of the first
/// piece.
void sortChoices(JsonTree& body) {
    auto* choices = body.find("choices");
    if (choices == nullptr || !choices->isArray()) {
        return;
    }
    std::ranges::stable_sort(choices->items, {}, [](const JsonTree& choice) {
        const auto* index = choice.find("index");
        return index == nullptr ? 0 : integerOf(*index).value_or(0);
    });
}

class StreamJoiner {
public:
    void add(std::string_view data) {
        if (data == "[DONE]") {
            finish(true);
            return;
        }
        const auto event = m_halves.parse(data);
        if (!event || !event->isObject()) {
            m_isDamaged = m_isDamaged || (!event && data.find_first_not_of(' ') != std::string_view::npos);
            return;
        }
        const auto type = textOf(*event, "type");
        if (const auto* error = event->find("error");
            type == "error" || type == "response.failed" || (error != nullptr && !error->isEmpty())) {
            m_open = m_open || m_out.empty(); // the call may have failed before the first word
            m_isFailed = m_open;
        }
        if (type.starts_with("response.")) {
            addResponsesEvent(*event, type);
        } else if (event->find("choices") != nullptr) {
            begin(textOf(*event, "id"));
            addChatChunk(m_body, *event, m_indexes);
        } else if (const auto* list = event->find("candidates"); list != nullptr && list->isArray()) {
            begin(textOf(*event, "responseId"));
            addGeminiChunk(m_body, *event, m_indexes);
        } else if (m_open && event->find("usageMetadata") != nullptr) {
            addGeminiChunk(m_body, *event, m_indexes); // the last one may hold no more than what was used
        } else if (type == "message_stop") {
            finish(true);
        } else if (type.starts_with("message_") || type.starts_with("content_block_")) {
            if (type == "message_start") {
                finish(false);
            }
            m_open = true;
            addAnthropicEvent(m_body, *event, type, m_indexes);
        }
    }

    std::vector<JoinedStream> take() {
        finish(false);
        return std::move(m_out);
    }

private:
    void begin(std::string_view id) {
        if (m_open && !m_id.empty() && !id.empty() && id != m_id) {
            finish(false);
        }
        m_open = true;
        if (!id.empty()) {
            m_id = id;
        }
    }

    void finish(bool isWhole) {
        if (m_open) {
            sortChoices(m_body); // the first is the one that counts, and that must have ended
            const bool hasReason = saysWhyItEnded(m_body);
            m_halves.join(m_body);
            m_out.push_back({.body = std::exchange(m_body, JsonTree::object()),
                             .isFinished = isWhole || hasReason,
                             .isDamaged = m_isDamaged,
                             .isFailed = m_isFailed});
        }
        m_indexes.clear();
        m_isDamaged = false;
        m_isFailed = false;
        m_open = false;
        m_id.clear();
    }

    /// The last event repeats the whole response; before it, only text that was under way is kept.
    void addResponsesEvent(const JsonTree& event, std::string_view type) {
        m_open = true;
        if (const auto* response = event.find("response"); response != nullptr && response->isObject()) {
            m_body = *response;
        }
        if (type == "response.output_item.done") {
            if (const auto* item = event.find("item")) {
                listIn(m_body, "output").items.push_back(*item);
            }
        }
        if (type == "response.completed" || type == "response.incomplete" || type == "response.failed") {
            finish(true);
        }
    }

    JsonTree m_body = JsonTree::object();
    ListIndexes m_indexes; ///< of the lists in it
    std::string m_id;
    bool m_open = false;
    bool m_isDamaged = false;
    bool m_isFailed = false;
    SurrogateHalves m_halves;
    std::vector<JoinedStream> m_out;
};

} // namespace

std::vector<JoinedStream> joinStreams(std::string_view events) {
    StreamJoiner joiner;
    for (const auto& data : eventData(events)) {
        joiner.add(data);
    }
    return joiner.take();
}

} // namespace goldpan::profiles
