// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/content_parts.h"

#include <iterator>
#include <utility>

namespace goldpan::profiles {
namespace {

void appendLine(std::string& out, std::string_view text) {
    if (!out.empty() && !text.empty()) {
        out.push_back('\n');
    }
    out += text;
}

std::string_view textOf(const JsonTree& object, std::string_view key) {
    const auto* value = object.find(key);
    return value != nullptr && value->isString() ? std::string_view(value->text) : std::string_view();
}

JsonTree textPart(std::string text) {
    JsonTree part = JsonTree::object();
    part.set("type", JsonTree::string("text"));
    part.set("text", JsonTree::string(std::move(text)));
    return part;
}

/// What a tool answered: text, text parts, or anything.
std::string resultText(const JsonTree* value) {
    if (value == nullptr || value->isScalar()) {
        return plainText(value);
    }
    if (value->isObject() && value->keys.size() == 2 && value->find("type") != nullptr) {
        if (const auto* inner = value->find("value")) { // {"type":"json","value":…}
            return plainText(inner);
        }
    }
    if (value->isArray()) {
        Taken ignored;
        ContentParts parts;
        parts.add(*value, ignored);
        if (parts.onlyText && !parts.texts.empty() && parts.calls.items.empty() && parts.results.empty()) {
            return parts.joinedText();
        }
    }
    return jsonText(*value);
}

} // namespace

std::string plainText(const JsonTree* value) {
    if (value == nullptr || value->isNull()) {
        return {};
    }
    return value->isArray() || value->isObject() ? jsonText(*value) : value->text;
}

void ContentParts::addText(std::string text) {
    isGiven = true;
    parts.items.push_back(textPart(text));
    texts.push_back(std::move(text));
}

void ContentParts::addReasoning(const JsonTree& value) {
    if (value.isArray()) {
        for (const auto& item : value.items) {
            addReasoning(item);
        }
    } else if (value.isObject()) {
        if (const auto* text = value.findAny({"text", "content", "thinking", "summary"})) {
            addReasoning(*text);
        }
    } else {
        appendLine(reasoning, plainText(&value));
    }
}

void ContentParts::addCall(const JsonTree* id, const JsonTree* name, const JsonTree* arguments) {
    JsonTree function = JsonTree::object();
    function.set("name", JsonTree::string(plainText(name)));
    function.set("arguments", JsonTree::string(plainText(arguments)));
    JsonTree call = JsonTree::object();
    if (id != nullptr && !id->isEmpty()) {
        call.set("id", JsonTree::string(plainText(id)));
    }
    call.set("type", JsonTree::string("function"));
    call.set("function", std::move(function));
    calls.items.push_back(std::move(call));
}

void ContentParts::addCallObject(const JsonTree& call) {
    const auto* inner = call.findAny({"tool_call", "toolCall"}); // OpenInference wraps it once more
    const JsonTree& object = inner != nullptr && inner->isObject() ? *inner : call;
    const auto* id = object.findAny({"id", "call_id", "toolCallId", "tool_call_id"});
    if (const auto* function = object.findAny({"function", "functionCall", "function_call"});
        function != nullptr && function->isObject()) {
        addCall(id != nullptr ? id : function->find("id"), function->find("name"),
                function->findAny({"arguments", "args"}));
        return;
    }
    addCall(id, object.findAny({"name", "toolName"}), object.findAny({"arguments", "args", "input"}));
}

bool ContentParts::addToolPart(const JsonTree& part, std::string_view type) {
    const auto* function = type == "function" ? part.find("function") : nullptr;
    const bool isFlat = function == nullptr && (type.empty() || type == "function") &&
                        part.find("name") != nullptr && part.find("arguments") != nullptr;
    if (isFlat || (function != nullptr && function->find("arguments") != nullptr) || type == "tool_use" ||
        type == "tool_call" || type == "tool-call" || type == "function_call" ||
        (type.empty() &&
         (part.findAny({"functionCall", "function_call"}) != nullptr ||
          (part.find("toolCallId") != nullptr && part.findAny({"input", "args"}) != nullptr)))) {
        addCallObject(part);
        return true;
    }
    if (type == "tool_result" || type == "tool_call_response" || type == "tool-result" ||
        type == "function_call_output") {
        results.push_back({plainText(part.findAny({"tool_use_id", "id", "toolCallId", "call_id"})),
                           plainText(part.findAny({"name", "toolName"})),
                           resultText(part.findAny({"response", "result", "output", "content"}))});
        return true;
    }
    if (const auto* response = part.findAny({"functionResponse", "function_response"});
        type.empty() && response != nullptr) {
        results.push_back({plainText(response->find("id")), plainText(response->find("name")),
                           resultText(response->find("response"))});
        return true;
    }
    return false;
}

void ContentParts::addPart(const JsonTree& part, Taken& taken) {
    isGiven = true;
    if (part.isScalar()) {
        taken.take(part);
        addText(plainText(&part));
        return;
    }
    if (const auto* inner = part.find("message_content"); inner != nullptr && inner->isObject()) {
        addPart(*inner, taken); // OpenInference
        return;
    }
    const auto type = textOf(part, "type");
    const auto* text = part.findAny({"text", "content"});
    const bool isText = type.empty() || type == "text" || type == "input_text" || type == "output_text";
    if (const auto* thought = part.find("thought");
        isText && text != nullptr && thought != nullptr && thought->text == "true") {
        addReasoning(*text);
    } else if (isText && text != nullptr && text->isString()) {
        addText(text->text);
    } else if (type == "thinking" || type == "reasoning") {
        addReasoning(part);
        text = part.findAny({"text", "content", "thinking", "summary"});
    } else if (type == "refusal") {
        refusal += textOf(part, "refusal");
        text = part.find("refusal");
    } else {
        taken.take(part);
        if (!addToolPart(part, type)) {
            onlyText = false;
            parts.items.push_back(part);
        }
        return;
    }
    taken.take(part.find("type")); // what stands beside the words is left over: citations, signatures
    taken.take(text);
}

void ContentParts::add(const JsonTree& content, Taken& taken) {
    if (content.isNull()) {
        return;
    }
    if (!content.isArray()) {
        addPart(content, taken);
        return;
    }
    isGiven = true;
    if (content.items.empty()) {
        taken.take(content);
    }
    for (const auto& part : content.items) {
        addPart(part, taken);
    }
}

void ContentParts::append(ContentParts other) {
    isGiven = isGiven || other.isGiven;
    std::ranges::move(other.texts, std::back_inserter(texts));
    std::ranges::move(other.parts.items, std::back_inserter(parts.items));
    onlyText = onlyText && other.onlyText;
    std::ranges::move(other.calls.items, std::back_inserter(calls.items));
    std::ranges::move(other.results, std::back_inserter(results));
    appendLine(reasoning, other.reasoning);
    refusal += other.refusal;
}

std::string ContentParts::joinedText() const {
    std::string out;
    for (const auto& text : texts) {
        if (&text != &texts.front()) {
            out.push_back('\n');
        }
        out += text;
    }
    return out;
}

} // namespace goldpan::profiles
