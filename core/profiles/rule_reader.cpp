// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/rule_reader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace goldpan::profiles {
namespace {

constexpr std::array<std::pair<std::string_view, Shape>, 17> kShapes{{
    {"chat", Shape::chat},
    {"parts", Shape::chat},
    {"anthropic", Shape::chat},
    {"gemini", Shape::chat},
    {"otel", Shape::chat},
    {"openinference", Shape::chat},
    {"langchain", Shape::chat},
    {"sharegpt", Shape::chat},
    {"prompt", Shape::chat},
    {"responses", Shape::items},
    {"transcript", Shape::transcript},
    {"chat-message", Shape::answer},
    {"anthropic-message", Shape::answer},
    {"gemini-candidate", Shape::answer},
    {"responses-output", Shape::answer},
    {"otel-output", Shape::answer},
    {"tools", Shape::tools},
}};

TimeUnit readUnit(const ProfileValue& value) {
    const auto unit = timeUnitFromName(value.text());
    if (!unit) {
        value.fault("a time is auto, auto-utc, iso, s, ms, us or ns");
    }
    return *unit;
}

void readKind(const ProfileValue& value, Rule& rule) {
    int kinds = 0;
    for (const std::string_view key : {"at", "const", "sum", "diff", "object", "digest"}) {
        kinds += value.has(key) ? 1 : 0;
    }
    if (kinds != 1) {
        value.fault("a rule has one of at, const, sum, diff, object and digest");
    }
    if (value.has("const")) {
        rule.kind = Rule::Kind::constant;
        rule.constant = value.at("const").tree();
    } else if (value.has("sum")) {
        rule.kind = Rule::Kind::sum;
        rule.pointers = value.at("sum").pointers();
    } else if (value.has("diff")) {
        rule.kind = Rule::Kind::diff;
        rule.pointers = value.at("diff").pointers();
        if (rule.pointers.size() != 2) {
            value.at("diff").fault("a diff is of two: the begin and the end");
        }
    } else if (value.has("object")) {
        rule.kind = Rule::Kind::object;
        for (const auto& [name, pointer] : value.at("object").members()) {
            rule.members.emplace_back(name, pointer.pointer());
        }
    } else if (value.has("digest")) {
        rule.kind = Rule::Kind::digest;
        if (!value.at("digest").flag()) {
            value.at("digest").fault("true is wanted here");
        }
    } else {
        rule.pointers = value.at("at").pointers();
    }
}

void readSteps(const ProfileValue& value, Rule& rule) {
    if (value.has("json")) {
        rule.json = value.at("json").integer(1, 5);
    }
    rule.attributes = value.has("kv") && value.at("kv").flag();
    rule.events = value.has("events") && value.at("events").flag();
    rule.sse = value.has("sse") && value.at("sse").flag();
    if (value.has("empty")) {
        rule.empty = value.at("empty").texts();
        std::ranges::replace(rule.empty, std::string("null"), std::string());
        rule.empty.emplace_back("null");
    }
    if (value.has("enum")) {
        for (const auto& [theirs, ours] : value.at("enum").members()) {
            rule.names.emplace(theirs, ours.text());
        }
    }
    if (value.has("else")) {
        rule.otherName = value.at("else").text();
    }
    if (value.has("time")) {
        rule.time = readUnit(value.at("time"));
    }
    if (value.has("scale")) {
        rule.scale = value.at("scale").number();
    }
    rule.round = value.has("round") && value.at("round").flag();
    rule.mean = value.has("mean") && value.at("mean").flag();
    rule.ln = value.has("ln") && value.at("ln").flag();
    if (value.has("first")) {
        rule.first = static_cast<std::size_t>(value.at("first").integer(1, 1'000'000));
    }
    if (value.has("hash")) {
        if (value.at("hash").text() != "sha256-16") {
            value.at("hash").fault("a hash is sha256-16");
        }
        rule.hash = true;
    }
    if (value.has("as")) {
        rule.shape = readShape(value.at("as"));
    }
}

Rule readRule(const ProfileValue& value) {
    Rule rule;
    if (value.tree().isString()) {
        rule.pointers.push_back(value.pointer());
        return rule;
    }
    value.expectObject({"at",   "const", "sum",   "diff", "digest", "json",   "kv",
                        "sse",  "empty", "enum",  "else", "time",   "scale",  "round",
                        "mean", "ln",    "first", "hash", "as",     "events", "object"});
    readKind(value, rule);
    readSteps(value, rule);
    return rule;
}

} // namespace

Shape readShape(const ProfileValue& value) {
    const auto name = value.text();
    const auto* found = std::ranges::find(kShapes, name, &std::pair<std::string_view, Shape>::first);
    if (found == kShapes.end()) {
        value.fault("no such shape: \"" + name + "\"");
    }
    return found->second;
}

std::vector<Rule> readRules(const ProfileValue& value) {
    std::vector<Rule> out;
    if (value.tree().isNull()) {
        return out; // a field that the extended profile maps and this one does not
    }
    for (const auto& one : value.list()) {
        out.push_back(readRule(one));
    }
    return out;
}

Condition readCondition(const ProfileValue& value) {
    Condition condition;
    if (value.tree().isString()) {
        condition.pointers.push_back(value.pointer());
        return condition;
    }
    value.expectObject({"at", "in", "not", "has", "present", "reason"});
    condition.pointers = value.at("at").pointers();
    if (value.has("in")) {
        condition.in = value.at("in").texts();
    }
    if (value.has("not")) {
        condition.notIn = value.at("not").texts();
    }
    if (value.has("has")) {
        condition.has = value.at("has").flag();
    }
    condition.isPresent = value.has("present") && value.at("present").flag();
    if (value.has("reason")) {
        condition.reason = value.at("reason").text();
    }
    return condition;
}

std::vector<Condition> readConditions(const ProfileValue& value) {
    std::vector<Condition> out;
    for (const auto& one : value.list()) {
        out.push_back(readCondition(one));
    }
    return out;
}

} // namespace goldpan::profiles
