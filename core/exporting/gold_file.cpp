// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/gold_file.h"

#include "core/base/byte_order_mark.h"
#include "core/base/files.h"
#include "core/base/sha256.h"
#include "core/checks/normal_text.h"
#include "core/checks/text_units.h"
#include "core/domain/message.h"
#include "core/exporting/row_texts.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace goldpan::exporting {
namespace {

using Json = nlohmann::ordered_json;
using checks::GoldItem;

constexpr auto kPromptKeys =
    std::to_array<const char*>({"prompt", "question", "input", "instruction", "query"});
constexpr auto kReferenceKeys = std::to_array<const char*>(
    {"reference", "answer", "ideal", "expected", "expected_output", "output", "completion"});
constexpr std::string_view kGzipMagic = "\x1F\x8B"; // RFC 1952, 2.3.1
constexpr auto kIdKeys = std::to_array<const char*>({"id", "sample_id", "task_id", "key"});

void append(std::string& out, const std::string& text) {
    if (!text.empty()) {
        out += out.empty() ? text : "\n" + text;
    }
}

/// A case; what frames its turns is apart, as it may be the product's, which every row of it has.
struct Case {
    GoldItem item;
    std::string frame;
};

/// Turns into the case: the last assistant turn is the reference, the others the prompt, but for the frame.
/// Where a case is nothing else, that is the prompt.
bool takeTurns(const Json& turns, Case& out) {
    GoldItem& item = out.item;
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
        append(onlyFrame || !isFrame(turn) ? item.prompt : out.frame, turn.text);
    }
    return true;
}

bool isFramePart(const Json& part) {
    const auto role = part.is_object() ? part.find("role") : part.end();
    return part.is_object() && role != part.end() && role->is_string() &&
           isFrameRole(role->get<std::string>());
}

/// A text, a list of texts (several answers are as good), or a list of turns. The frame goes to `frame`.
void takeText(const Json& value, std::string& out, std::string& frame) {
    if (value.is_string()) {
        append(out, value.get<std::string>());
    } else if (value.is_array()) {
        const bool onlyFrame = std::ranges::all_of(value, isFramePart);
        for (const auto& part : value) {
            if (part.is_string()) {
                append(out, part.get<std::string>());
            } else if (part.is_object() && part.contains("content")) {
                takeText(part["content"], onlyFrame || !isFramePart(part) ? out : frame, frame);
            }
        }
    }
}

void takeAsserts(const Json& asserts, Case& out) {
    for (const auto& check : asserts) {
        if (check.is_object() && check.contains("value")) {
            takeText(check["value"], out.item.reference, out.frame);
        }
    }
}

/// False where the object is no case.
bool takeCase(const Json& json, Case& out) {
    GoldItem& item = out.item;
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
        takeTurns(*turns, out);
    } else if (const auto vars = json.find("vars"); vars != json.end() && vars->is_object()) {
        for (const auto& [name, value] : vars->items()) {
            takeText(value, item.prompt, out.frame);
        }
    } else {
        for (const char* key : kPromptKeys) {
            if (json.contains(key)) {
                takeText(json[key], item.prompt, out.frame);
            }
        }
    }
    for (const char* key : kReferenceKeys) {
        if (item.reference.empty() && json.contains(key)) {
            takeText(json[key], item.reference, out.frame);
        }
    }
    for (const Json* owner : {&json, json.contains("testCase") ? &json["testCase"] : &json}) {
        if (item.reference.empty() && owner->is_object() && owner->contains("assert")) {
            takeAsserts((*owner)["assert"], out);
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

Result<Case> caseOf(const Json& json, const std::string& place) {
    Case out{.item = {.id = place}, .frame = {}};
    if (!takeCase(json, out)) {
        return fail(
            ErrorCode::badValue,
            "the gold set has something here that is no evaluation case: it needs messages, or a prompt, "
            "perhaps with a reference",
            place);
    }
    return out;
}

/// The items of the cases, then the frames that are a case's own: long enough to know again, and no thirteen
/// words in a row of them frame another case, as the product's would.
std::vector<GoldItem> itemsOf(std::vector<Case> cases) {
    const auto runsOf = [](const std::string& frame) {
        return checks::gramsOf(checks::unitsOf(checks::normalText(frame)).hashes,
                               checks::GoldIndex::kLongRun);
    };
    std::unordered_map<std::uint64_t, std::size_t> owners; // 0: more than one
    for (std::size_t number = 0; number < cases.size(); ++number) {
        for (const auto run : runsOf(cases[number].frame)) {
            const auto [owner, isNew] = owners.try_emplace(run, number + 1);
            owner->second = isNew || owner->second == number + 1 ? number + 1 : 0;
        }
    }
    std::vector<GoldItem> out;
    for (const auto& one : cases) {
        out.push_back(one.item);
    }
    for (const auto& one : cases) {
        const auto runs = runsOf(one.frame);
        if (!runs.empty() && std::ranges::all_of(runs, [&](auto run) { return owners.at(run) != 0; })) {
            out.push_back({.id = one.item.id, .prompt = one.frame, .reference = {}});
        }
    }
    return out;
}

} // namespace

Result<std::vector<GoldItem>> goldItems(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    std::vector<Case> out;
    const auto take = [&out](const Json& json, const std::string& place) -> Result<void> {
        auto read = caseOf(json, place);
        if (!read) {
            return std::unexpected(read.error());
        }
        out.push_back(std::move(*read));
        return {};
    };
    const Json whole = Json::parse(text, nullptr, false);
    if (const Json* list = whole.is_discarded() ? nullptr : listIn(whole)) {
        for (const auto& json : *list) {
            if (auto taken = take(json, "case " + std::to_string(out.size() + 1)); !taken) {
                return std::unexpected(taken.error());
            }
        }
        return itemsOf(std::move(out));
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
    return itemsOf(std::move(out));
}

Result<GoldFile> readGoldFile(const std::string& path, const redact::Redactor& redactor) {
    const auto text = readFile(path);
    if (!text) {
        return std::unexpected(text.error());
    }
    if (text->starts_with(kGzipMagic)) {
        return fail(ErrorCode::badValue, "the gold set is compressed; unpack it first", path);
    }
    auto items = goldItems(*text);
    if (!items) {
        Error problem = std::move(items.error());
        problem.where = path + ", " + problem.where;
        return std::unexpected(std::move(problem));
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
