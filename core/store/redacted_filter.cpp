// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/redacted_filter.h"

#include "core/queue/filter_parser.h"
#include "core/queue/pattern_words.h"
#include "core/redact/redactor.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace goldpan::store {
namespace {

struct TermWords {
    std::vector<std::string> all;
    std::vector<std::string> texts; ///< what is searched for in people's texts
};

/// What people wrote, term by term; patterns as they spell it.
void addWords(const queue::Filter& filter, queue::PatternGaps gaps, TermWords& out) {
    if (const auto* text = std::get_if<queue::TextTerm>(&filter.term)) {
        out.all.push_back(text->regex ? queue::patternWords(text->text, gaps) : text->text);
        out.texts.push_back(out.all.back());
    } else if (const auto* tag = std::get_if<queue::TagTerm>(&filter.term)) {
        out.all.push_back(tag->name);
    } else if (const auto* who = std::get_if<queue::OperatorTerm>(&filter.term)) {
        out.all.push_back(who->name);
    }
    for (const queue::Filter& child : filter.children) {
        addWords(child, gaps, out);
    }
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string out;
    for (const std::string& each : words) {
        out.append(out.empty() ? "" : between).append(each);
    }
    return out;
}

/// Without its times and numbers, which the language reads and no person is named by.
queue::Filter withoutFigures(queue::Filter filter) {
    if (std::holds_alternative<queue::TimeTerm>(filter.term) ||
        std::holds_alternative<queue::NumberTerm>(filter.term)) {
        filter.term = queue::NoTagTerm{};
    }
    for (queue::Filter& child : filter.children) {
        child = withoutFigures(std::move(child));
    }
    return filter;
}

/// What of a filter's text is looked at as a whole.
std::string readText(std::string_view filterText) {
    const auto filter = queue::parseFilter(filterText);
    const auto calm = filter ? withoutFigures(*filter) : queue::Filter{};
    return filter && calm != *filter ? queue::filterToText(calm) : std::string(filterText);
}

constexpr std::array<std::string_view, 5> kMarks{"\"", "/", "prompt:", "response:", "correction:"};

/// Words of a text that is no filter, for which nobody knows where a pattern or a value in quotes ends:
/// without the names and marks that part them, as they stand and as one pattern, with and without blanks.
std::vector<std::string> looseWords(std::string_view text) {
    std::string pattern;
    for (std::size_t at = 0; at < text.size();) {
        const auto* const mark = std::ranges::find_if(
            kMarks, [&](std::string_view each) { return text.substr(at).starts_with(each); });
        if (mark == kMarks.end()) {
            pattern += text[at];
        }
        at += mark == kMarks.end() ? 1 : mark->size();
    }
    std::string plain = pattern;
    std::erase_if(plain, [](char c) { return std::string_view("[](){}\\").contains(c); });
    std::vector<std::string> out{plain, queue::patternWords(pattern, queue::PatternGaps::blank),
                                 queue::patternWords(pattern, queue::PatternGaps::closed)};
    for (std::size_t i = 0, count = out.size(); i < count; ++i) {
        out.push_back(out[i]);
        std::erase(out.back(), ' ');
    }
    return out;
}

} // namespace

bool filterHoldsPii(std::string_view filterText, const redact::Redactor& redactor) {
    const auto holds = [&](const std::string& each) { return !redactor.find(each).empty(); };
    if (holds(readText(filterText))) {
        return true;
    }
    const auto filter = queue::parseFilter(filterText);
    if (!filter) {
        return std::ranges::any_of(looseWords(filterText), holds);
    }
    for (const auto gaps : {queue::PatternGaps::blank, queue::PatternGaps::closed}) {
        TermWords words;
        addWords(*filter, gaps, words);
        words.all.push_back(joined(words.all, " "));
        for (const std::string_view between : {"", "-"}) { // a value that was written as two terms
            words.all.push_back(joined(words.texts, between));
        }
        if (std::ranges::any_of(words.all, holds)) {
            return true;
        }
    }
    return false;
}

} // namespace goldpan::store
