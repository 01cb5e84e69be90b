// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/rule.h"

#include "core/base/json_text.h"
#include "core/base/sha256.h"
#include "core/base/utf8.h"
#include "core/profiles/chat_shape.h"
#include "core/profiles/content_parts.h"
#include "core/profiles/logged_stream.h"
#include "core/profiles/steps.h"
#include "core/profiles/taken.h"

#include <algorithm>
#include <cmath>

namespace goldpan::profiles {
namespace {

constexpr std::size_t kDigestLength = 16;

JsonTree numberTree(double value) {
    std::string text;
    appendJsonDouble(text, value);
    return JsonTree::number(std::move(text));
}

/// Whole where it is asked to be, or where the value is.
std::optional<JsonTree> scaled(double value, const Rule& rule) {
    value *= rule.scale.value_or(1);
    if (!std::isfinite(value)) {
        return std::nullopt;
    }
    if (rule.round) {
        value = std::round(value);
        return std::abs(value) < 9e15
                   ? std::optional(JsonTree::number(std::to_string(static_cast<std::int64_t>(value))))
                   : std::nullopt;
    }
    return numberTree(value);
}

std::string allTexts(const std::vector<Pointer>& pointers) {
    std::string out;
    for (const auto& pointer : pointers) {
        out += (out.empty() ? "" : " ") + pointer.text();
    }
    return out;
}

std::optional<Found> sumOf(const Rule& rule, const Scope& scope, Taken& taken) {
    double sum = 0;
    for (const auto& pointer : rule.pointers) {
        const auto* value = pointer.first(scope);
        const auto number = value == nullptr ? std::nullopt : doubleOf(*value);
        if (!number) {
            return std::nullopt;
        }
        sum += *number;
    }
    for (const auto& pointer : rule.pointers) {
        taken.take(pointer.first(scope));
    }
    auto made = scaled(sum, rule);
    return made ? std::optional(Found{.made = std::move(*made), .from = allTexts(rule.pointers)})
                : std::nullopt;
}

std::optional<Found> diffOf(const Rule& rule, const Scope& scope, Taken& taken) {
    std::vector<Timestamp> times;
    for (const auto& pointer : rule.pointers) {
        const auto* value = pointer.first(scope);
        const auto time =
            value == nullptr ? std::nullopt : readTime(*value, rule.time.value_or(TimeUnit::any));
        if (!time) {
            return std::nullopt;
        }
        times.push_back(*time);
    }
    if (times.size() != 2 || times[1] < times[0]) {
        return std::nullopt;
    }
    for (const auto& pointer : rule.pointers) {
        taken.take(pointer.first(scope));
    }
    const auto micros = times[1].micros - times[0].micros;
    return Found{.made = JsonTree::number(std::to_string((micros + 500) / 1000)),
                 .from = allTexts(rule.pointers)};
}

std::optional<Found> objectOf(const Rule& rule, const Scope& scope, Taken& taken) {
    JsonTree object = JsonTree::object();
    std::string from;
    for (const auto& [name, pointer] : rule.members) {
        if (const auto* value = pointer.first(scope)) {
            taken.take(*value);
            object.set(name, *value);
            from += (from.empty() ? "" : " ") + pointer.text();
        }
    }
    return object.items.empty() ? std::nullopt
                                : std::optional(Found{.made = std::move(object), .from = from});
}

std::optional<Found> meanOf(const Rule& rule, const Pointer& pointer, const Scope& scope, Taken& taken) {
    Average average;
    for (const auto* value : pointer.all(scope)) {
        auto number = value->isNumber() ? doubleOf(*value) : std::nullopt;
        if (number && rule.ln) {
            number = *number > 0 ? std::optional(std::log(*number)) : std::nullopt;
        }
        if (!number) {
            continue;
        }
        taken.take(*value);
        average.least = average.count == 0 ? *number : std::min(average.least, *number);
        average.sum += *number;
        ++average.count;
    }
    if (average.count == 0) {
        return std::nullopt;
    }
    average.mean = average.sum / static_cast<double>(average.count);
    return Found{.made = numberTree(average.mean), .average = average};
}

bool isNothing(const JsonTree& value, const Rule& rule) {
    const auto text = value.isScalar() ? value.text : jsonText(value);
    return std::ranges::find(rule.empty, text) != rule.empty.end();
}

/// The steps that look into a value; each leaves alone what it does not fit.
JsonTree opened(JsonTree value, const Rule& rule) {
    if (rule.json > 0) {
        value = unpackJsonAs(std::move(value), rule.json, rule.shape);
    }
    if (rule.attributes) {
        value = unpackAttributes(std::move(value));
    }
    if (rule.events) {
        value = messagesOfEvents(value);
    }
    if (rule.sse) {
        if (auto streams = joinLogged(value); !streams.empty()) {
            value = std::move(streams.front().body);
        }
    }
    return value;
}

/// The steps that make a scalar of a scalar; none where one of them does not fit.
std::optional<JsonTree> converted(const JsonTree& value, const Rule& rule) {
    JsonTree out = value;
    if (!rule.names.empty() || rule.otherName) {
        const auto name = rule.names.find(plainText(&out));
        if (name == rule.names.end() && !rule.otherName) {
            return std::nullopt;
        }
        out = JsonTree::string(name == rule.names.end() ? *rule.otherName : name->second);
    }
    if (rule.time) {
        const auto time = readTime(out, *rule.time);
        if (!time) {
            return std::nullopt;
        }
        out = JsonTree::string(formatNaiveTimestamp(*time));
    }
    if (rule.scale || rule.round || rule.ln) {
        auto number = doubleOf(out);
        if (number && rule.ln) {
            number = std::log(*number);
        }
        auto made = number ? scaled(*number, rule) : std::nullopt;
        if (!made) {
            return std::nullopt;
        }
        out = std::move(*made);
    }
    if (rule.first > 0 && out.isString()) {
        auto rest = std::string_view(out.text);
        for (std::size_t i = 0; i < rule.first && !rest.empty(); ++i) {
            (void)takeCodePoint(rest);
        }
        out.text.resize(out.text.size() - rest.size());
    }
    return out;
}

bool converts(const Rule& rule) {
    return !rule.names.empty() || rule.otherName || rule.time || rule.scale || rule.round || rule.ln ||
           rule.first > 0;
}

bool opens(const Rule& rule) {
    return rule.json > 0 || rule.attributes || rule.events || rule.sse;
}

std::optional<Found> foundAt(const Rule& rule, const JsonTree& value, Taken& taken) {
    Found found{.source = &value, .isRawUser = rule.hash, .shape = rule.shape};
    if (value.isNull() || isNothing(value, rule)) {
        return std::nullopt;
    }
    if (opens(rule)) {
        auto made = opened(value, rule);
        if (made != value) {
            found.source = nullptr;
            found.made = std::move(made);
            if (found.made.isNull() || isNothing(found.made, rule)) {
                return std::nullopt;
            }
        }
    }
    if (converts(rule)) {
        auto made = converted(found.value(), rule);
        if (!made) {
            return std::nullopt;
        }
        found.source = nullptr;
        found.made = std::move(*made);
    }
    const bool readerMarks =
        found.source != nullptr &&
        (rule.shape == Shape::chat || rule.shape == Shape::items || rule.shape == Shape::answer);
    if (!readerMarks) {
        taken.take(value);
    }
    return found;
}

std::optional<Found> findOne(const Rule& rule, const Scope& scope, Taken& taken) {
    switch (rule.kind) {
    case Rule::Kind::constant:
        if (rule.constant.isNull()) {
            return std::nullopt;
        }
        return Found{.made = rule.constant, .shape = rule.shape};
    case Rule::Kind::digest:
        return Found{.made = JsonTree::string(sha256Hex(jsonText(*scope.front())).substr(0, kDigestLength))};
    case Rule::Kind::sum:
        return sumOf(rule, scope, taken);
    case Rule::Kind::diff:
        return diffOf(rule, scope, taken);
    case Rule::Kind::object:
        return objectOf(rule, scope, taken);
    case Rule::Kind::at:
        break;
    }
    for (const auto& pointer : rule.pointers) {
        std::optional<Found> found;
        if (rule.mean) {
            found = meanOf(rule, pointer, scope, taken);
        } else if (const auto* value = pointer.first(scope)) {
            found = foundAt(rule, *value, taken);
        }
        if (found) {
            found->from = pointer.text();
            return found;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Found> find(const std::vector<Rule>& rules, const Scope& scope, Taken& taken) {
    for (const auto& rule : rules) {
        if (auto found = findOne(rule, scope, taken)) {
            return found;
        }
    }
    return std::nullopt;
}

std::string findText(const std::vector<Rule>& rules, const Scope& scope, Taken& taken) {
    const auto found = find(rules, scope, taken);
    return found ? plainText(&found->value()) : std::string();
}

std::optional<Timestamp> findTime(const std::vector<Rule>& rules, const Scope& scope, Taken& taken) {
    const auto found = find(rules, scope, taken);
    return found ? readTime(found->value(), TimeUnit::any) : std::nullopt;
}

} // namespace goldpan::profiles
