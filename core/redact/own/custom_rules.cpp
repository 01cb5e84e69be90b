// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/own/custom_rules.h"

#include "core/redact/own/span_union.h"
#include "core/redact/own/word_edges.h"
#include "core/redact/rules/rules.h"
#include "core/redact/scan/letter_case.h"
#include "core/redact/scan/line_words.h"
#include "core/redact/scan/scan_text.h"
#include "core/redact/scan/token_shape.h"

#include <algorithm>
#include <iterator>
#include <re2/re2.h>
#include <stdexcept>
#include <utility>

namespace goldpan::redact {
namespace {

/// An automaton that outgrows it makes RE2 go on with a slower one, which answers the same.
constexpr std::int64_t kPatternMemory = 8 << 20;
constexpr std::size_t kNarrow = 2 * CustomRules::kLongestMatch;
constexpr std::size_t kWide = 1 << 16;
constexpr std::size_t kBytesBefore = 48;
constexpr std::size_t kBytesAfter = 28;
/// Of what looks like a token and is none that is written here: "[INST]" of a chat template.
constexpr PiiType kOtherToken = PiiType::dropped;

std::unique_ptr<const RE2> compiled(const CustomRule& rule) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(!rule.isCaseInsensitive);
    options.set_max_mem(kPatternMemory);
    return std::make_unique<const RE2>(readWordEdges(rule.pattern).pattern, options);
}

bool matchesNothing(const RE2& pattern) {
    for (const std::string_view text : {"", " ", "a", "0", "a b", "\n", ".", "a.b\n0"}) {
        re2::StringPiece found;
        const re2::StringPiece whole(text.data(), text.size());
        if (pattern.Match(whole, 0, whole.size(), RE2::UNANCHORED, &found, 1) && found.empty()) {
            return true;
        }
    }
    return false;
}

/// "\\C" outside of "\\Q...\\E": one byte, perhaps of a longer character.
bool takesBytes(std::string_view pattern) {
    for (std::size_t i = 0; i + 1 < pattern.size(); ++i) {
        if (pattern[i] != '\\') {
            continue;
        }
        ++i;
        if (pattern[i] == 'C') {
            return true;
        }
        if (pattern[i] == 'Q') {
            i = std::min(pattern.find("\\E", i), pattern.size() - 1) + 1;
        }
    }
    return false;
}

bool isSpaceless(std::string_view word) {
    return isHighByte(word.front()) && alphabeticAt(word, 0) == 0;
}

using Words = std::vector<std::string>;

Words lowered(const std::vector<std::string_view>& words) {
    Words out;
    std::ranges::transform(words, std::back_inserter(out), lowerLetters);
    return out;
}

bool isSaid(const Words& cue, const Words& words, bool nearestIsLast) {
    for (std::size_t i = 0; i + cue.size() <= words.size(); ++i) {
        bool same = true;
        for (std::size_t k = 0; same && k < cue.size(); ++k) {
            const std::string& want = cue[nearestIsLast ? cue.size() - 1 - k : k];
            same = isSpaceless(want) ? words[i + k].contains(want) : words[i + k] == want;
        }
        if (same) {
            return true;
        }
    }
    return false;
}

} // namespace

struct CustomRules::Compiled {
    std::unique_ptr<const RE2> pattern;
    std::string token;
    std::vector<std::vector<std::string>> cues;
    PiiType type;
    std::uint16_t number;
    bool edgeAtBegin;
    bool edgeAtEnd;
    bool asksForWords; ///< has a "\\b" anywhere

    /// Where a match may be. At a token of ours that is glued to a word no word ends: what stood there was
    /// found with it, or is none.
    struct Gap {
        std::size_t begin = 0;
        std::size_t end = 0;
        bool behindToken = false;
        bool beforeToken = false;

        [[nodiscard]] bool isGlued(std::string_view text, std::size_t from, std::size_t to) const {
            return (behindToken && from == begin && isWordAt(text, from)) ||
                   (beforeToken && to == end && isWordBefore(text, to));
        }
    };

    /// Where the match from `begin` ends that ends at an edge too, if it has to: `end`, the end of the word
    /// that it cuts ("Müller|Müllerin"), or one further left; `begin` where there is none.
    [[nodiscard]] std::size_t edgedEnd(const re2::StringPiece& whole, std::size_t begin,
                                       std::size_t end) const {
        constexpr int kMostTries = 16;
        const std::string_view text(whole.data(), whole.size());
        if (edgeAtBegin && !isWordEdge(text, begin)) {
            return begin;
        }
        if (!edgeAtEnd || end == begin || isWordEdge(text, end)) {
            return end;
        }
        std::size_t wordEnd = end;
        while (wordEnd - begin < kLongestMatch && !isWordEdge(text, wordEnd)) {
            ++wordEnd;
        }
        if (pattern->Match(whole, begin, wordEnd, RE2::ANCHOR_BOTH, nullptr, 0) &&
            isWordEdge(text, wordEnd)) {
            return wordEnd;
        }
        for (int tries = 0; tries < kMostTries && !isWordEdge(text, end); ++tries) {
            re2::StringPiece found;
            while (end > begin && !isWordEdge(text, end)) {
                --end;
            }
            if (end == begin || !pattern->Match(whole, begin, end, RE2::ANCHOR_START, &found, 1)) {
                return begin;
            }
            end = begin + found.size();
        }
        return isWordEdge(text, end) ? end : begin;
    }

    [[nodiscard]] bool isNamed(std::string_view text, const std::vector<PiiSpan>& taken, std::size_t begin,
                               std::size_t end) const {
        if (cues.empty()) {
            return true;
        }
        const auto before = lowered(wordsBefore(text, begin, taken, kBytesBefore));
        const auto after = lowered(wordsAfter(text, end, taken, kBytesAfter));
        return std::ranges::any_of(
            cues, [&](const auto& cue) { return isSaid(cue, before, true) || isSaid(cue, after, false); });
    }

    /// Searched in windows, which grow where nothing is found: a pattern that looks far ahead at each of its
    /// matches would else read the rest of the text for every one of them.
    void findIn(std::string_view text, const std::vector<PiiSpan>& taken, const Gap& gap,
                std::vector<PiiSpan>& out) const {
        const re2::StringPiece whole(text.data(), text.size());
        const std::size_t to = gap.end;
        std::size_t window = kNarrow;
        std::size_t wordEnd = 0; // of the word that was looked through last
        for (std::size_t pos = gap.begin; pos < to;) {
            const std::size_t stop = to - pos > window ? pos + window : to;
            re2::StringPiece found;
            if (!pattern->Match(whole, pos, stop, RE2::UNANCHORED, &found, 1)) {
                if (stop == to) {
                    return;
                }
                pos = stop - kLongestMatch;
                window = std::min(window * 2, kWide);
                continue;
            }
            window = kNarrow;
            const auto begin = static_cast<std::size_t>(found.data() - text.data());
            const std::size_t end = begin + found.size();
            if (stop < to && begin > pos && begin + kLongestMatch > stop) {
                pos = begin; // the window may have cut it
                continue;
            }
            if (edgeAtEnd) {
                wordEnd = std::max(wordEnd, begin + 1);
                while (wordEnd < to && !isWordEdge(text, wordEnd)) {
                    ++wordEnd;
                }
                if (wordEnd - begin > kLongestMatch) {
                    pos = wordEnd - kLongestMatch; // nothing nearer ends at an edge
                    continue;
                }
            }
            const std::size_t edged = edgedEnd(whole, begin, end);
            const bool glued = asksForWords && gap.isGlued(text, begin, edged);
            if (edged > begin && !glued && isNamed(text, taken, begin, edged)) {
                out.push_back({begin, edged, type, number});
            }
            pos = std::max(edged, begin + (edged == begin ? 1 : 0));
            while (edgeAtBegin && pos < to && !isWordEdge(text, pos)) {
                ++pos; // of the word that is none no part is one
            }
        }
    }
};

std::string patternProblem(const CustomRule& rule) {
    const auto pattern = compiled(rule);
    if (!pattern->ok()) {
        return "RE2 cannot read the pattern: " + pattern->error();
    }
    if (takesBytes(rule.pattern)) {
        return "\\C may cut a character in two; write (?s:.) for any one character";
    }
    const WordEdges edges = readWordEdges(rule.pattern);
    if (edges.isTooDeep) {
        return "a pattern with \\b and letters beyond ASCII has at most 32 groups in one another";
    }
    if (edges.cutsLetters) {
        return "\\b knows ASCII letters only; beside others it may stand at the begin and the end of the "
               "whole "
               "pattern, or of all its alternatives, as in \\b(?:...|...)\\b";
    }
    return matchesNothing(*pattern) ? "the pattern also matches nothing at all, everywhere" : "";
}

std::size_t programSize(const CustomRule& rule) {
    return static_cast<std::size_t>(std::max(compiled(rule)->ProgramSize(), 0));
}

std::vector<std::string> cueWords(std::string_view cue) {
    return lowered(wordsAfter(cue, 0, {}, cue.size()));
}

CustomRules::CustomRules(const RuleSet& set) {
    for (const CustomRule& rule : set.rules()) {
        const WordEdges edges = readWordEdges(rule.pattern);
        Compiled one{compiled(rule),
                     rule.token,
                     {},
                     PiiType::custom,
                     static_cast<std::uint16_t>(m_rules.size() + 1),
                     edges.atBegin,
                     edges.atEnd,
                     edges.any};
        if (!one.pattern->ok()) {
            throw std::runtime_error("a rule does not compile");
        }
        for (const auto& cue : rule.cues) {
            one.cues.push_back(cueWords(cue));
        }
        for (const Rule& known : allRules()) {
            one.type = piiToken(known.type) == rule.token ? known.type : one.type;
        }
        m_rules.push_back(std::move(one));
    }
}

CustomRules::~CustomRules() = default;

CustomRules::Found CustomRules::find(std::string_view text, const IsAllowed& isAllowed) const {
    // What looks like a token is taken before any rule is asked, so that none matches across one.
    std::vector<PiiSpan> taken;
    for (std::size_t pos = text.find('['); pos < text.size(); pos = text.find('[', pos)) {
        const std::size_t token = tokenLikeAt(text, pos);
        if (token != 0) {
            const bool ours = tokenAt(text, pos) == token || isOwnToken(text.substr(pos, token));
            taken.push_back({pos, pos + token, ours ? PiiType::custom : kOtherToken, 0});
        }
        pos += std::max<std::size_t>(token, 1);
    }
    const std::vector<PiiSpan> written = taken;
    Found found;
    findAll(text, isAllowed, taken, found.kept);
    if (isAllowed && m_rules.size() > 1 && taken.size() > written.size()) {
        // What an earlier rule took may be a part of what a later one would have found, and is allowed.
        std::vector<PiiSpan> whole;
        for (const Compiled& rule : m_rules) {
            auto none = written;
            findOne(rule, text, isAllowed, none, whole);
        }
        if (std::ranges::any_of(taken,
                                [&](const PiiSpan& span) { return span.rule != 0 && liesIn(whole, span); })) {
            found.kept = std::move(whole);
            taken = written;
            findAll(text, isAllowed, taken, found.kept);
        }
    }
    for (const PiiSpan& span : taken) {
        if (span.rule != 0) {
            found.spans.push_back(span);
        } else if (isOwnToken(text.substr(span.begin, span.end - span.begin))) {
            found.tokens.push_back(span);
        }
    }
    return found;
}

void CustomRules::findAll(std::string_view text, const IsAllowed& isAllowed, std::vector<PiiSpan>& taken,
                          std::vector<PiiSpan>& kept) const {
    for (const Compiled& rule : m_rules) {
        findOne(rule, text, isAllowed, taken, kept);
    }
}

bool CustomRules::isOwnToken(std::string_view text) const {
    return std::ranges::find(m_rules, text, &Compiled::token) != m_rules.end();
}

void CustomRules::findOne(const Compiled& rule, std::string_view text, const IsAllowed& isAllowed,
                          std::vector<PiiSpan>& taken, std::vector<PiiSpan>& kept) {
    std::vector<PiiSpan> found;
    Compiled::Gap gap;
    for (const PiiSpan& other : taken) {
        gap.end = other.begin;
        const bool token = other.rule == 0 && other.type != kOtherToken;
        gap.beforeToken = token;
        rule.findIn(text, taken, gap, found);
        gap = {.begin = other.end, .behindToken = token};
    }
    gap.end = text.size();
    rule.findIn(text, taken, gap, found);
    if (found.empty()) {
        return;
    }
    std::vector<PiiSpan> allowed;
    std::erase_if(found, [&](const PiiSpan& span) {
        const bool isKept = isAllowed && isAllowed(span);
        if (isKept) {
            allowed.push_back(span);
        }
        return isKept || liesIn(kept, span);
    });
    kept = allowed.empty() ? std::move(kept) : outermost(kept, allowed);
    std::vector<PiiSpan> all(taken.size() + found.size());
    std::ranges::merge(taken, found, all.begin(), {}, &PiiSpan::begin, &PiiSpan::begin);
    taken = std::move(all);
}

} // namespace goldpan::redact
