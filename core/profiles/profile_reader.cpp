// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/profile.h"

#include "core/base/sha256.h"
#include "core/profiles/profile_value.h"
#include "core/profiles/rule_reader.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace goldpan::profiles {
namespace {

constexpr int kMaxLevels = 4;

constexpr std::array<std::string_view, 16> kFields{
    "request_id",       "ts",        "model_version", "prompt", "response", "latency_ms", "user_id_hash",
    "response_logprob", "tags",      "messages",      "output", "tools",    "system",     "conversation",
    "alternatives",     "correction"};

constexpr std::array<std::string_view, 13> kMetaFields{
    "trace_id", "span_id", "parent_id", "session_id", "provider", "operation", "finish_reason",
    "usage",    "ttft_ms", "cost_usd",  "error",      "params",   "status"};

Preparation readPreparation(const ProfileValue& value) {
    value.expectObject({"at", "json", "as", "kv", "table", "unflatten", "sse"});
    const auto unflatten = value.has("unflatten") ? std::optional(value.at("unflatten")) : std::nullopt;
    Preparation out;
    out.at = value.at("at").pointer();
    if (value.has("json")) {
        out.json = value.at("json").integer(1, 5);
    }
    if (value.has("as")) {
        out.shape = readShape(value.at("as"));
        if (out.json == 0) {
            value.at("as").fault("this is said of what stands in a JSON text, beside json");
        }
    }
    out.attributes = value.has("kv") && value.at("kv").flag();
    out.table = value.has("table") && value.at("table").flag();
    if (unflatten && unflatten->tree().isArray()) {
        out.prefixes = unflatten->texts();
    }
    out.unflatten = unflatten && (!out.prefixes.empty() || unflatten->flag());
    out.sse = value.has("sse") && value.at("sse").flag();
    return out;
}

std::vector<Preparation> readPreparations(const ProfileValue& value) {
    std::vector<Preparation> out;
    for (const auto& one : value.list()) {
        out.push_back(readPreparation(one));
    }
    return out;
}

std::vector<PointerPair> readPairsOf(const ProfileValue& value) {
    std::vector<PointerPair> out;
    for (const auto& pair : value.list()) {
        const auto sides = pair.pointers();
        if (sides.size() != 2) {
            pair.fault("a pair of pointers is wanted here: theirs and ours");
        }
        out.push_back({sides[0], sides[1]});
    }
    return out;
}

std::vector<Pointers> readEach(const ProfileValue& value) {
    std::vector<Pointers> out;
    for (const auto& level : value.list()) {
        out.push_back(level.pointers());
    }
    return out;
}

FeedbackRule readFeedback(const ProfileValue& value) {
    value.expectObject(
        {"each", "on", "where", "name", "value", "label", "source", "ts", "comment", "correction", "author"});
    FeedbackRule out;
    if (value.has("each")) {
        out.each = value.at("each").pointer();
    }
    if (value.has("on")) {
        out.on = readPairsOf(value.at("on"));
    }
    if (value.has("where")) {
        out.where = readConditions(value.at("where"));
    }
    for (const auto& [key, rules] :
         {std::pair("name", &out.name), std::pair("value", &out.value), std::pair("label", &out.label),
          std::pair("source", &out.source), std::pair("ts", &out.ts), std::pair("comment", &out.comment),
          std::pair("correction", &out.correction), std::pair("author", &out.author)}) {
        if (value.has(key)) {
            *rules = readRules(value.at(key));
        }
    }
    return out;
}

std::vector<FeedbackRule> readFeedbacks(const ProfileValue& value) {
    std::vector<FeedbackRule> out;
    for (const auto& one : value.list()) {
        out.push_back(readFeedback(one));
    }
    return out;
}

Join readJoin(const ProfileValue& value) {
    value.expectObject({"name", "each", "prepare", "where", "on", "feedback", "into"});
    Join out;
    if (value.has("name")) {
        out.name = value.at("name").text();
    }
    if (value.has("each")) {
        out.each = readEach(value.at("each"));
    }
    if (value.has("prepare")) {
        out.prepare = readPreparations(value.at("prepare"));
        for (std::size_t i = 0; i < out.prepare.size(); ++i) {
            if (out.prepare[i].at.levelsUp() > 0) {
                value.at("prepare").list()[i].fault("in a join only the object itself is prepared");
            }
        }
    }
    if (value.has("where")) {
        out.where = readConditions(value.at("where"));
    }
    if (value.has("on")) {
        out.on = readPairsOf(value.at("on"));
    }
    if (value.has("feedback")) {
        out.feedback = readFeedbacks(value.at("feedback"));
    }
    if (value.has("into")) {
        out.into = value.at("into").text();
    }
    if (out.into.empty() == out.feedback.empty()) {
        value.fault("a join has either feedback or into");
    }
    return out;
}

TagRule readTag(const ProfileValue& value) {
    value.expectObject({"add", "when"});
    TagRule out;
    out.add = value.at("add").text();
    if (out.add.empty()) {
        value.at("add").fault("a tag is not empty");
    }
    const auto when = value.at("when");
    if (when.has("at")) {
        out.when = readCondition(when);
        return out;
    }
    when.expectObject({"feedback", "source", "label", "max", "min"});
    out.ofFeedback = true;
    if (when.has("feedback")) {
        out.names = when.at("feedback").texts();
    }
    if (when.has("source")) {
        out.sources = when.at("source").texts();
    }
    if (when.has("label")) {
        out.labels = when.at("label").texts();
    }
    if (when.has("max")) {
        out.max = when.at("max").number();
    }
    if (when.has("min")) {
        out.min = when.at("min").number();
    }
    if (out.names.empty() && out.sources.empty()) {
        when.fault(
            "name the feedback that is meant, or its source: a low score of something else may be good");
    }
    return out;
}

Pairs readPairs(const ProfileValue& value) {
    value.expectObject({"begin", "end", "by", "complete"});
    return {value.at("begin").pointer(), value.at("end").pointer(), value.at("by").text(),
            value.has("complete") ? value.at("complete").text() : std::string()};
}

Detection readDetection(const ProfileValue& value) {
    value.expectObject({"rank", "any"});
    Detection out;
    if (value.has("rank")) {
        out.rank = value.at("rank").integer(0, 1000);
    }
    for (const auto& alternative : value.at("any").list()) {
        out.any.push_back(readConditions(alternative));
    }
    return out;
}

template <std::size_t N>
void expectField(const std::array<std::string_view, N>& fields, const std::string& name,
                 const ProfileValue& value) {
    if (std::ranges::find(fields, name) == fields.end()) {
        value.fault("no such field of a row: \"" + name + "\"");
    }
}

Profile readTree(const JsonTree& tree) {
    const ProfileValue root(tree, "");
    root.expectObject({"profile", "title", "note", "extends", "detect", "pairs", "each", "prepare", "where",
                       "map", "meta", "feedback", "join", "tag", "drop"});
    Profile out;
    out.name = root.at("profile").text();
    for (const auto& [key, text] :
         {std::pair("title", &out.title), std::pair("note", &out.note), std::pair("extends", &out.extends)}) {
        if (root.has(key)) {
            *text = root.at(key).text();
        }
    }
    if (root.has("detect")) {
        out.detect = readDetection(root.at("detect"));
    }
    if (root.has("pairs")) {
        out.pairs = readPairs(root.at("pairs"));
    }
    if (root.has("each")) {
        out.each = readEach(root.at("each"));
    }
    if (root.has("prepare")) {
        out.prepare = readPreparations(root.at("prepare"));
    }
    if (root.has("where")) {
        out.where = readConditions(root.at("where"));
    }
    for (const auto& [name, value] : root.at("map").members()) {
        expectField(kFields, name, value);
        out.map.emplace(name, readRules(value));
    }
    if (root.has("meta")) {
        for (const auto& [name, value] : root.at("meta").members()) {
            expectField(kMetaFields, name, value);
            out.meta.emplace_back(name, readRules(value));
        }
    }
    if (root.has("feedback")) {
        out.feedback = readFeedbacks(root.at("feedback"));
    }
    if (root.has("join")) {
        for (const auto& one : root.at("join").list()) {
            out.join.push_back(readJoin(one));
        }
    }
    if (root.has("tag")) {
        for (const auto& one : root.at("tag").list()) {
            out.tag.push_back(readTag(one));
        }
    }
    if (root.has("drop")) {
        out.drop = root.at("drop").pointers();
    }
    for (std::size_t i = 0; i < out.prepare.size(); ++i) {
        if (rewritesRecords(out.each, out.prepare[i].at)) {
            root.at("prepare").list()[i].fault(
                "the records stand in this, and it would be rewritten under them");
        }
    }
    return out;
}

/// Of the extended profile, what this one does not say itself: `map` and `meta` by field, the rest by key.
JsonTree extended(JsonTree base, const JsonTree& own) {
    for (std::size_t i = 0; i < own.keys.size(); ++i) {
        const auto& key = own.keys[i];
        auto* known = base.find(key);
        const bool byField = (key == "map" || key == "meta") && known != nullptr && known->isObject() &&
                             own.items[i].isObject();
        if (!byField) {
            base.set(key, own.items[i]);
            continue;
        }
        for (std::size_t field = 0; field < own.items[i].keys.size(); ++field) {
            known->set(own.items[i].keys[field], own.items[i].items[field]);
        }
    }
    return base;
}

JsonTree parse(std::string_view json) {
    if (auto tree = parseJsonTree(json)) {
        return std::move(*tree);
    }
    std::size_t byte = json.size();
    try { // only this parser says where it stopped
        [[maybe_unused]] const auto ignored = nlohmann::json::parse(json);
    } catch (const nlohmann::json::parse_error& problem) {
        byte = std::min(problem.byte == 0 ? 0 : problem.byte - 1, json.size());
    } catch (const nlohmann::json::exception&) {
        byte = 0; // a number beyond a double, which it finds before the real fault
    }
    const auto before = json.substr(0, byte);
    const auto line = std::ranges::count(before, '\n') + 1;
    const auto column =
        byte - (before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1) + 1;
    throw ProfileFault{"the profile is no JSON",
                       "line " + std::to_string(line) + ", column " + std::to_string(column)};
}

JsonTree wholeTree(std::string_view json, const ProfileTexts& texts, int level) {
    JsonTree own = parse(json);
    const auto* extends = own.find("extends");
    if (!own.isObject() || extends == nullptr) {
        return own;
    }
    const ProfileValue named(*extends, "/extends");
    const auto name = named.text();
    const auto base = texts ? texts(name) : std::nullopt;
    if (!base) {
        named.fault("there is no profile \"" + name + "\" to extend");
    }
    if (level >= kMaxLevels) {
        named.fault("profiles extend each other over too many levels");
    }
    try {
        return extended(wholeTree(*base, texts, level + 1), own);
    } catch (ProfileFault& fault) {
        fault.where = "profile " + name + ", " + fault.where;
        throw;
    }
}

} // namespace

Result<Profile> readProfile(std::string_view json, const ProfileTexts& texts) {
    try {
        const JsonTree tree = wholeTree(json, texts, 0);
        Profile out = readTree(tree);
        out.sha256 = sha256Hex(jsonText(tree));
        return out;
    } catch (const ProfileFault& fault) {
        return fail(ErrorCode::badValue, fault.reason, fault.where);
    }
}

} // namespace goldpan::profiles
