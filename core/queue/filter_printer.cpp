// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/filter_parser.h"

#include <charconv>

namespace goldpan::queue {
namespace {

constexpr std::int64_t kMicrosPerDay = 86'400'000'000;

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out.push_back('\\');
        }
        out.push_back(c);
    }
    return out += '"';
}

std::string slashed(const TextTerm& term) {
    std::string out = "/";
    for (const char c : term.text) {
        if (c == '/') {
            out.push_back('\\');
        }
        out.push_back(c);
    }
    return out += term.ignoreCase ? "/i" : "/";
}

/// `prefix` and `value`, quoted unless it reads back as `term` without.
std::string valueText(std::string prefix, std::string_view value, const Term& term) {
    // A bare operator sign after the word `logprob` would read as a comparison.
    const bool sign = prefix.empty() && !value.empty() && std::string_view("<>=").contains(value.front());
    std::string plain = prefix + std::string(value);
    const auto back = parseFilter(plain);
    if (!sign && back && *back == Filter{Filter::Kind::term, {}, term}) {
        return plain;
    }
    return std::move(prefix) + quoted(value);
}

std::string_view isRuleName(IsRule rule) {
    switch (rule) {
    case IsRule::lowConfidence:
        return "low-confidence";
    case IsRule::flagged:
        return "flagged";
    case IsRule::draft:
        return "draft";
    case IsRule::pii:
        return "pii";
    }
    return "flagged";
}

std::string_view compareSign(Compare compare) {
    switch (compare) {
    case Compare::less:
        return "<";
    case Compare::lessEqual:
        return "<=";
    case Compare::greater:
        return ">";
    case Compare::greaterEqual:
        return ">=";
    case Compare::equal:
        return "=";
    }
    return "=";
}

std::string numberFieldName(NumberField field) {
    return field == NumberField::logprob ? "logprob" : "latency";
}

std::string textPrefix(TextField field) {
    switch (field) {
    case TextField::any:
        return "";
    case TextField::prompt:
        return "prompt:";
    case TextField::response:
        return "response:";
    case TextField::correction:
        return "correction:";
    }
    return "";
}

std::string timeText(Timestamp at) {
    std::string out = formatNaiveTimestamp(at);
    return at.micros % kMicrosPerDay == 0 ? out.substr(0, out.find('T')) : out;
}

struct TermText {
    std::string operator()(const TagTerm& t) const { return valueText("tag:", t.name, t); }
    std::string operator()(const NoTagTerm&) const { return "tag:none"; }
    std::string operator()(const IsTerm& t) const { return "is:" + std::string(isRuleName(t.rule)); }
    std::string operator()(const StateTerm& t) const {
        return "state:" + std::string(reviewStateName(t.state));
    }
    std::string operator()(const ModelTerm& t) const { return valueText("model:", t.glob, t); }
    std::string operator()(const UserTerm& t) const { return valueText("user:", t.hash, t); }
    std::string operator()(const IdTerm& t) const { return valueText("id:", t.requestId, t); }
    std::string operator()(const NumberTerm& t) const {
        char buffer[32];
        const auto end = std::to_chars(buffer, buffer + sizeof buffer, t.value).ptr;
        return numberFieldName(t.field).append(compareSign(t.compare)).append(buffer, end);
    }
    std::string operator()(const NoNumberTerm& t) const { return numberFieldName(t.field) + ":none"; }
    std::string operator()(const TimeTerm& t) const {
        return (t.after ? "after:" : "before:") + timeText(t.at);
    }
    std::string operator()(const DriftTerm& t) const {
        return t.number == 0 ? "drift:last" : "drift:" + std::to_string(t.number);
    }
    std::string operator()(const BatchTerm& t) const { return "batch:" + std::to_string(t.number); }
    std::string operator()(const OperatorTerm& t) const { return valueText("operator:", t.name, t); }
    std::string operator()(const SimilarTerm& t) const { return valueText("similar:", t.requestId, t); }
    std::string operator()(const TextTerm& t) const {
        return t.regex ? textPrefix(t.field) + slashed(t) : valueText(textPrefix(t.field), t.text, t);
    }
};

/// With parentheses where the text would otherwise read as another tree.
std::string nested(const Filter& filter, bool wrap) {
    return wrap ? "(" + filterToText(filter) + ")" : filterToText(filter);
}

} // namespace

std::string filterToText(const Filter& filter) {
    using Kind = Filter::Kind;
    switch (filter.kind) {
    case Kind::all:
        return "";
    case Kind::term:
        return std::visit(TermText{}, filter.term);
    case Kind::negation: {
        const Filter& inner = filter.children.front();
        return "-" + nested(inner, inner.kind != Kind::term);
    }
    case Kind::conjunction:
    case Kind::disjunction: {
        const bool any = filter.kind == Kind::disjunction;
        std::string out;
        for (const auto& child : filter.children) {
            if (!out.empty()) {
                out += any ? " OR " : " ";
            }
            out +=
                nested(child, child.kind == Kind::disjunction || (!any && child.kind == Kind::conjunction));
        }
        return out;
    }
    }
    return "";
}

} // namespace goldpan::queue
