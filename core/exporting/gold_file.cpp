// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/gold_file.h"

#include "core/base/byte_order_mark.h"
#include "core/base/files.h"
#include "core/base/sha256.h"
#include "core/domain/message.h"
#include "core/exporting/row_texts.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace goldpan::exporting {
namespace {

using Json = nlohmann::ordered_json;
using checks::GoldItem;

constexpr auto kPromptKeys =
    std::to_array<const char*>({"prompt", "question", "input", "instruction", "query"});
constexpr auto kReferenceKeys = std::to_array<const char*>(
    {"reference", "answer", "ideal", "expected", "expected_output", "output", "completion"});
constexpr auto kIdKeys = std::to_array<const char*>({"id", "sample_id", "task_id", "key"});

void append(std::string& out, const std::string& text) {
    if (!text.empty()) {
        out += out.empty() ? text : "\n" + text;
    }
}

/// Turns into the item: the last assistant turn is the reference, the others the prompt, but for the frame.
/// That is the product's, and every row of it has it; where a case is nothing else, it is the prompt.
bool takeTurns(const Json& turns, GoldItem& item) {
    auto read = parseMessages(turns.dump(-1, ' ', false, Json::error_handler_t::replace));
    if (!read || read->empty()) {
        return false;
    }
    if (read->back().role == "assistant") {
        item.reference = read->back().text;
        read->pop_back();
    }
    const bool onlyFrame = std::ranges::all_of(*read, isFrame);
    for (const Message& turn : *read) {
        if (onlyFrame || !isFrame(turn)) {
            append(item.prompt, turn.text);
        }
    }
    return true;
}

bool isFramePart(const Json& part) {
    const auto role = part.is_object() ? part.find("role") : part.end();
    return part.is_object() && role != part.end() && role->is_string() &&
           isFrameRole(role->get<std::string>());
}

/// A text, a list of texts (several answers are as good), or a list of turns.
void takeText(const Json& value, std::string& out) {
    if (value.is_string()) {
        append(out, value.get<std::string>());
    } else if (value.is_array()) {
        const bool onlyFrame = std::ranges::all_of(value, isFramePart);
        for (const auto& part : value) {
            if (part.is_string()) {
                append(out, part.get<std::string>());
            } else if (part.is_object() && part.contains("content") && (onlyFrame || !isFramePart(part))) {
                takeText(part["content"], out);
            }
        }
    }
}

void takeAsserts(const Json& asserts, GoldItem& item) {
    for (const auto& check : asserts) {
        if (check.is_object() && check.contains("value")) {
            takeText(check["value"], item.reference);
        }
    }
}

/// False where the object is no case.
bool takeCase(const Json& json, GoldItem& item) {
    if (!json.is_object()) {
        return false;
    }
    for (const char* key : kIdKeys) {
        if (const auto id = json.find(key);
            id != json.end() && (id->is_string() || id->is_number_integer())) {
            item.id = id->is_string() ? id->get<std::string>() : id->dump();
            break;
        }
    }
    if (const auto turns = json.find("messages"); turns != json.end() && turns->is_array()) {
        takeTurns(*turns, item);
    } else if (const auto vars = json.find("vars"); vars != json.end() && vars->is_object()) {
        for (const auto& [name, value] : vars->items()) {
            takeText(value, item.prompt);
        }
    } else {
        for (const char* key : kPromptKeys) {
            if (json.contains(key)) {
                takeText(json[key], item.prompt);
            }
        }
    }
    for (const char* key : kReferenceKeys) {
        if (item.reference.empty() && json.contains(key)) {
            takeText(json[key], item.reference);
        }
    }
    for (const Json* owner : {&json, json.contains("testCase") ? &json["testCase"] : &json}) {
        if (item.reference.empty() && owner->is_object() && owner->contains("assert")) {
            takeAsserts((*owner)["assert"], item);
        }
    }
    return !item.prompt.empty();
}

/// The list of cases in one JSON value, nullptr where there is none.
const Json* listIn(const Json& json) {
    if (json.is_array()) {
        return &json;
    }
    for (const char* key : {"tests", "results", "cases", "data"}) {
        if (json.is_object() && json.contains(key)) {
            return listIn(json[key]);
        }
    }
    return nullptr;
}

Result<GoldItem> itemOf(const Json& json, const std::string& place) {
    GoldItem item{.id = place};
    if (!takeCase(json, item)) {
        return fail(
            ErrorCode::badValue,
            "the gold set has something here that is no evaluation case: it needs messages, or a prompt, "
            "perhaps with a reference",
            place);
    }
    return item;
}

} // namespace

Result<std::vector<GoldItem>> goldItems(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    std::vector<GoldItem> out;
    const auto take = [&out](const Json& json, const std::string& place) -> Result<void> {
        auto item = itemOf(json, place);
        if (!item) {
            return std::unexpected(item.error());
        }
        out.push_back(std::move(*item));
        return {};
    };
    const Json whole = Json::parse(text, nullptr, false);
    if (const Json* list = whole.is_discarded() ? nullptr : listIn(whole)) {
        for (const auto& json : *list) {
            if (auto taken = take(json, "case " + std::to_string(out.size() + 1)); !taken) {
                return std::unexpected(taken.error());
            }
        }
        return out;
    }
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
            continue;
        }
        if (auto taken = take(Json::parse(line, nullptr, false), "line " + std::to_string(number)); !taken) {
            return std::unexpected(taken.error());
        }
    }
    return out;
}

Result<GoldFile> readGoldFile(const std::string& path, const redact::Redactor& redactor) {
    const auto text = readFile(path);
    if (!text) {
        return std::unexpected(text.error());
    }
    auto items = goldItems(*text);
    if (!items) {
        return std::unexpected(items.error());
    }
    if (items->empty()) {
        return fail(ErrorCode::badValue, "the gold set holds no evaluation case", path);
    }
    for (GoldItem& item : *items) {
        item.id = redactor.redacted(item.id);
        item.prompt = redactor.redacted(item.prompt);
        item.reference = redactor.redacted(item.reference);
    }
    return GoldFile{sha256Hex(*text), std::move(*items)};
}

} // namespace goldpan::exporting
