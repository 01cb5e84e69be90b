// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/filter_terms.h"

#include "core/queue/text_pattern.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace goldpan::queue {
namespace {

constexpr std::array<std::string_view, 17> kFields{
    "tag",    "is",    "state", "model",    "user",   "id",       "logprob",    "latency", "after",
    "before", "drift", "batch", "operator", "prompt", "response", "correction", "similar"};

std::unexpected<FilterError> badValue(const Lexeme& value, std::string reason) {
    return mistake(value.begin, value.end, std::move(reason));
}

Parsed<Term> isTerm(const Lexeme& value) {
    if (value.text == "low-confidence") {
        return IsTerm{IsRule::lowConfidence};
    }
    if (value.text == "flagged") {
        return IsTerm{IsRule::flagged};
    }
    if (value.text == "draft") {
        return IsTerm{IsRule::draft};
    }
    if (value.text == "pii") {
        return IsTerm{IsRule::pii};
    }
    return badValue(value, "is: takes low-confidence, flagged, draft or pii");
}

Parsed<Term> stateTerm(const Lexeme& value) {
    const auto state = reviewStateFromName(value.text);
    if (!state) {
        return badValue(value, "state: takes unreviewed, corrected, accepted, discarded or deferred");
    }
    return StateTerm{*state};
}

Parsed<Term> timeTerm(bool after, const Lexeme& value) {
    const auto at = parseTimestamp(value.text);
    // An offset may carry the time out of the years that can be written back.
    if (!at || parseTimestamp(formatNaiveTimestamp(*at)) != at) {
        return badValue(value, std::string(after ? "after:" : "before:") +
                                   " takes a date (2025-06-12) or a time (2025-06-12T03:04:05), UTC");
    }
    return TimeTerm{after, *at};
}

std::optional<std::int64_t> ordinal(const std::string& text) {
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, problem] = std::from_chars(text.data(), end, number);
    return problem == std::errc{} && stopped == end && number >= 1 ? std::optional(number) : std::nullopt;
}

Parsed<Term> driftTerm(const Lexeme& value) {
    if (value.text == "last") {
        return DriftTerm{0};
    }
    const auto number = ordinal(value.text);
    if (!number) {
        return badValue(value, "drift: takes last or the number of a window, counted by time from 1");
    }
    return DriftTerm{*number};
}

Parsed<Term> batchTerm(const Lexeme& value) {
    const auto number = ordinal(value.text);
    if (!number) {
        return badValue(value, "batch: takes the number of a batch, counted from 1");
    }
    return BatchTerm{*number};
}

} // namespace

std::span<const std::string_view> filterFields() {
    return kFields;
}

bool isNumberField(std::string_view name) {
    return numberFieldFromName(name).has_value();
}

bool isFieldName(std::string_view name) {
    return std::ranges::find(kFields, name) != kFields.end();
}

std::optional<TextField> textFieldFromName(std::string_view name) {
    if (name == "prompt") {
        return TextField::prompt;
    }
    if (name == "response") {
        return TextField::response;
    }
    return name == "correction" ? std::optional(TextField::correction) : std::nullopt;
}

std::optional<NumberField> numberFieldFromName(std::string_view name) {
    if (name == "logprob") {
        return NumberField::logprob;
    }
    return name == "latency" ? std::optional(NumberField::latency) : std::nullopt;
}

Parsed<Term> fieldTerm(std::string_view name, const Lexeme& value) {
    if (const auto text = textFieldFromName(name)) {
        return textTerm(*text, value);
    }
    if (const auto number = numberFieldFromName(name)) {
        if (value.text == "none") {
            return NoNumberTerm{*number};
        }
        return badValue(value, std::string(name) + ": takes only none; compare with < <= > >= or =");
    }
    if (name == "tag") {
        // Quoted it is the tag that somebody named so.
        return value.text == "none" && value.shape == Lexeme::Shape::bare ? Term(NoTagTerm{})
                                                                          : Term(TagTerm{value.text});
    }
    if (name == "is") {
        return isTerm(value);
    }
    if (name == "state") {
        return stateTerm(value);
    }
    if (name == "model") {
        return ModelTerm{value.text};
    }
    if (name == "user") {
        return UserTerm{value.text};
    }
    if (name == "id") {
        return IdTerm{value.text};
    }
    if (name == "similar") {
        return SimilarTerm{value.text};
    }
    if (name == "drift") {
        return driftTerm(value);
    }
    if (name == "batch") {
        return batchTerm(value);
    }
    if (name == "operator") {
        return OperatorTerm{value.text};
    }
    return timeTerm(name == "after", value);
}

Parsed<Term> comparisonTerm(NumberField field, Compare compare, const Lexeme& value) {
    double number = 0;
    const char* end = value.text.data() + value.text.size();
    const auto [stopped, problem] = std::from_chars(value.text.data(), end, number);
    if (problem != std::errc{} || stopped != end || !std::isfinite(number)) {
        return badValue(value, "a comparison needs a number, as in logprob<-3 or latency>=2000");
    }
    return NumberTerm{field, compare, number};
}

Parsed<Term> textTerm(TextField field, const Lexeme& value) {
    const bool regex = value.shape == Lexeme::Shape::regex;
    TextTerm term{field, regex, value.ignoreCase, value.text};
    if (regex) {
        if (const auto compiled = TextPattern::compile(term); !compiled) {
            return badValue(value, compiled.error().message);
        }
    }
    return term;
}

} // namespace goldpan::queue
