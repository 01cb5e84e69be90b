// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/feedback.h"

#include "core/base/json_scanner.h"
#include "core/profiles/chat_reader.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>

namespace goldpan::profiles {
namespace {

void setText(JsonTree& object, std::string_view key, const std::string& text) {
    if (!text.empty()) {
        object.set(key, JsonTree::string(text));
    }
}

enum class Belonging {
    no,
    yes,
    toTrace,
};

Belonging belonging(const FeedbackRule& rule, const Scope& scope, const Scope& record) {
    for (std::size_t i = 0; i < rule.on.size(); ++i) {
        const auto theirs = plainText(rule.on[i].theirs.first(scope));
        if (theirs.empty()) {
            continue;
        }
        if (theirs != plainText(rule.on[i].ours.first(record))) {
            return Belonging::no;
        }
        return i == 0 ? Belonging::yes : Belonging::toTrace;
    }
    return rule.on.empty() ? Belonging::yes : Belonging::toTrace;
}

/// Tables and some databases write every value as a text; a number or a truth in one is a score all the same.
JsonTree scoreOf(const JsonTree& value) {
    if (value.isNumber() || value.kind == JsonKind::boolean) {
        return value;
    }
    if (value.isString() && isJsonNumber(value.text)) {
        return JsonTree::number(value.text);
    }
    const bool isTrue = value.isString() && (value.text == "true" || value.text == "True");
    const bool isFalse = value.isString() && (value.text == "false" || value.text == "False");
    return isTrue || isFalse ? JsonTree::boolean(isTrue) : JsonTree{};
}

void readOne(const FeedbackRule& rule, const Scope& scope, const Scope& record, Taken& taken,
             std::vector<Feedback>& out) {
    const auto belongs = belonging(rule, scope, record);
    if (belongs == Belonging::no || !allHold(rule.where, scope)) {
        return;
    }
    Feedback feedback;
    feedback.ofTrace = belongs == Belonging::toTrace;
    feedback.name = findText(rule.name, scope, taken);
    if (const auto value = find(rule.value, scope, taken)) {
        const auto& found = value->value();
        feedback.value = scoreOf(found);
        if (feedback.value.isNull()) {
            feedback.label = plainText(&found);
        }
    }
    if (auto label = findText(rule.label, scope, taken); !label.empty()) {
        feedback.label = std::move(label);
    }
    if (const auto correction = find(rule.correction, scope, taken)) {
        feedback.correction = correctionText(correction->value());
        feedback.hasUnreadCorrection = feedback.correction.empty() && !correction->value().isEmpty();
    }
    const bool saysNothing = feedback.value.isNull() && feedback.label.empty() &&
                             feedback.correction.empty() && !feedback.hasUnreadCorrection;
    if (saysNothing) {
        return; // nobody gave any
    }
    feedback.source = findText(rule.source, scope, taken);
    feedback.ts = findTime(rule.ts, scope, taken);
    feedback.comment = findText(rule.comment, scope, taken);
    feedback.author = findText(rule.author, scope, taken);
    out.push_back(std::move(feedback));
}

bool isNamed(const std::vector<std::string>& names, const std::string& name) {
    return names.empty() || std::ranges::find(names, name) != names.end();
}

} // namespace

JsonTree Feedback::json() const {
    JsonTree out = JsonTree::object();
    out.set("name", JsonTree::string(name));
    out.set("value", value);
    setText(out, "label", label);
    setText(out, "source", source);
    if (ts) {
        out.set("ts", JsonTree::string(formatNaiveTimestamp(*ts)));
    }
    setText(out, "comment", comment);
    setText(out, "correction", correction);
    return out;
}

std::optional<double> Feedback::score() const {
    if (value.kind == JsonKind::boolean) {
        return value.text == "true" ? 1 : 0;
    }
    return value.isNumber() ? doubleOf(value) : std::nullopt;
}

std::string correctionText(const JsonTree& value) {
    if (value.isScalar()) {
        return value.isString() ? value.text : std::string();
    }
    if (value.isArray() && (value.items.empty() || !value.items[0].isObject())) {
        return {}; // a list of facts is no answer
    }
    const bool isMessage = value.isArray() || value.findAny({"role", "content", "choices", "message",
                                                             "messages", "kwargs", "generations"}) != nullptr;
    if (isMessage) {
        Taken ignored;
        const auto answer = ChatReader(ignored).answer(value);
        return answer ? answer->content.joinedText() : std::string();
    }
    if (value.findAny({"score", "label"}) != nullptr) {
        return {}; // what a judge would have given instead
    }
    const auto* answer = value.findAny({"desired", "output", "answer", "response", "text", "completion",
                                        "expected_response", "expected_output", "expected_answer"});
    return answer == nullptr ? std::string() : correctionText(*answer);
}

void readFeedback(const FeedbackRule& rule, const Scope& scope, Taken& taken, std::vector<Feedback>& out,
                  FeedbackIndex* index) {
    if (!rule.each) {
        readOne(rule, scope, scope, taken, out);
        return;
    }
    Scope inner = scope;
    inner.insert(inner.begin(), nullptr);
    std::vector<Feedback> read; // the last first: of more than a row keeps, the rest need not be read
    const auto readItem = [&](const JsonTree& item) {
        inner.front() = &item;
        readOne(rule, inner, scope, taken, read);
        return read.size() <= kMostFeedback;
    };
    if (index != nullptr && FeedbackIndex::knows(rule, scope)) {
        index->each(rule, scope, readItem);
    } else {
        bool hasRoom = true;
        const auto items = rule.each->all(scope);
        for (auto item = items.rbegin(); item != items.rend(); ++item) {
            if (hasRoom) {
                hasRoom = readItem(**item);
            } else {
                taken.take(**item);
            }
        }
    }
    std::move(read.rbegin(), read.rend(), std::back_inserter(out));
}

bool cutFeedback(std::vector<Feedback>& feedback) {
    std::size_t bytes = 0;
    auto first = feedback.size();
    while (first > 0 && feedback.size() - first < kMostFeedback) {
        bytes += jsonText(feedback[first - 1].json()).size();
        if (bytes > kMostFeedbackBytes && first < feedback.size()) {
            break;
        }
        --first;
    }
    feedback.erase(feedback.begin(), feedback.begin() + static_cast<std::ptrdiff_t>(first));
    return first > 0;
}

bool calls(const TagRule& rule, const Feedback& feedback) {
    if (!rule.ofFeedback || !isNamed(rule.names, feedback.name) || !isNamed(rule.sources, feedback.source) ||
        !isNamed(rule.labels, feedback.label)) {
        return false;
    }
    if (!rule.max && !rule.min) {
        return true;
    }
    const auto score = feedback.score();
    return score && (!rule.max || *score <= *rule.max) && (!rule.min || *score >= *rule.min);
}

bool disagree(const std::vector<Feedback>& feedback) {
    struct Thumbs {
        bool up = false;
        bool down = false;
    };
    std::unordered_map<std::string_view, Thumbs> byName;
    for (const auto& one : feedback) {
        const auto score = one.source == "user" ? one.score() : std::nullopt;
        if (!score) {
            continue;
        }
        auto& thumbs = byName[one.name];
        (*score > 0 ? thumbs.up : thumbs.down) = true;
        if (thumbs.up && thumbs.down) {
            return true;
        }
    }
    return false;
}

} // namespace goldpan::profiles
