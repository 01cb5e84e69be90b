// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/own/word_edges.h"

#include "core/redact/own/pattern_parts.h"
#include "core/redact/scan/scan_text.h"

#include <algorithm>
#include <charconv>
#include <ranges>
#include <system_error>
#include <vector>

namespace goldpan::redact {
namespace {

using Kind = PatternPart::Kind;

constexpr int kDeepest = 32; ///< groups in groups; nobody writes more

enum class Side : bool {
    begin,
    end,
};

std::vector<PatternParts> innerOf(std::string_view pattern, const PatternPart& group) {
    return alternativesOf(pattern, group.inner, group.end - 1);
}

/// Whether each of `alternatives` has a "\b" on `side`; where all of these stand.
bool haveEdge(std::string_view pattern, std::vector<PatternParts> alternatives, Side side,
              std::vector<std::size_t>& places) {
    for (PatternParts& parts : alternatives) {
        if (side == Side::end) {
            std::ranges::reverse(parts);
        }
        bool has = false;
        for (const PatternPart& part : parts) {
            if (part.kind == Kind::edge && !part.isRepeated) {
                places.push_back(part.begin);
                has = true;
            } else if (part.kind == Kind::group && !part.isRepeated) {
                std::vector<std::size_t> inside;
                if (haveEdge(pattern, innerOf(pattern, part), side, inside)) {
                    places.insert(places.end(), inside.begin(), inside.end());
                    has = true;
                }
                break;
            } else if (part.kind != Kind::flags) {
                break;
            }
        }
        if (!has) {
            return false;
        }
    }
    return true;
}

/// "\x{418}", "\xD6" in `part`.
bool writesLetterBeyond(std::string_view part) {
    constexpr int kAscii = 0x80;
    for (std::size_t at = part.find("\\x"); at < part.size(); at = part.find("\\x", at + 2)) {
        constexpr std::size_t kLongest = 10; // "{0010FFFF}"
        auto digits = part.substr(at + 2, kLongest);
        const bool braces = digits.starts_with('{');
        digits = braces ? digits.substr(1, digits.find('}') - 1) : digits.substr(0, 2);
        int value = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        if (read.ec == std::errc() && value >= kAscii) {
            return true;
        }
    }
    return false;
}

bool namesLettersBeyond(std::string_view part) {
    return std::ranges::any_of(part, isHighByte) || part.contains("\\p") || part.contains("\\P") ||
           writesLetterBeyond(part);
}

/// What `part` finds may begin with a letter beyond ASCII, or end.
bool touchesBeyond(std::string_view pattern, const PatternPart& part, Side side) {
    const auto text = pattern.substr(part.begin, part.end - part.begin);
    if (part.kind != Kind::group) {
        return part.kind == Kind::set || text.starts_with("\\Q")
                   ? namesLettersBeyond(text)
                   : isHighByte(text.front()) || writesLetterBeyond(text);
    }
    return std::ranges::any_of(innerOf(pattern, part), [&](const PatternParts& parts) {
        return !parts.empty() &&
               touchesBeyond(pattern, side == Side::begin ? parts.front() : parts.back(), side);
    });
}

/// A "\b" that is not among `ours` stands beside what finds such a letter; `before` and `behind` say that of
/// what stands around.
bool cutsBeyond(std::string_view pattern, const std::vector<PatternParts>& alternatives,
                const std::vector<std::size_t>& ours, bool before, bool behind) {
    for (const PatternParts& parts : alternatives) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const bool left = i > 0 ? touchesBeyond(pattern, parts[i - 1], Side::end) : before;
            const bool right =
                i + 1 < parts.size() ? touchesBeyond(pattern, parts[i + 1], Side::begin) : behind;
            const PatternPart& part = parts[i];
            const bool stays = part.kind == Kind::edge && !std::ranges::binary_search(ours, part.begin);
            if ((stays && (left || right)) ||
                (part.kind == Kind::group &&
                 cutsBeyond(pattern, innerOf(pattern, part), ours, left, right))) {
                return true;
            }
        }
    }
    return false;
}

bool hasEdge(std::string_view pattern, const std::vector<PatternParts>& alternatives) {
    return std::ranges::any_of(alternatives | std::views::join, [&](const PatternPart& part) {
        return part.kind == Kind::edge ||
               (part.kind == Kind::group && hasEdge(pattern, innerOf(pattern, part)));
    });
}

} // namespace

WordEdges readWordEdges(std::string_view pattern) {
    WordEdges out{std::string(pattern)};
    if (!pattern.contains("\\b")) {
        return out;
    }
    if (groupDepth(pattern) > kDeepest) {
        out.any = true;
        out.isTooDeep = namesLettersBeyond(pattern);
        return out;
    }
    const auto whole = alternativesOf(pattern, 0, pattern.size());
    out.any = hasEdge(pattern, whole);
    if (!out.any || !namesLettersBeyond(pattern)) {
        return out;
    }
    std::vector<std::size_t> atBegin;
    std::vector<std::size_t> atEnd;
    out.atBegin = haveEdge(pattern, whole, Side::begin, atBegin);
    out.atEnd = haveEdge(pattern, whole, Side::end, atEnd);
    std::vector<std::size_t> ours;
    for (const auto& [there, places] : {std::pair(out.atBegin, atBegin), std::pair(out.atEnd, atEnd)}) {
        ours.insert(ours.end(), places.begin(), there ? places.end() : places.begin());
    }
    std::ranges::sort(ours);
    ours.erase(std::ranges::unique(ours).begin(), ours.end());
    out.cutsLetters = cutsBeyond(pattern, whole, ours, false, false);
    for (const std::size_t at : ours | std::views::reverse) {
        out.pattern.erase(at, 2);
    }
    return out;
}

bool isWordAt(std::string_view text, std::size_t pos) {
    return pos < text.size() && (isAlnum(text[pos]) || text[pos] == '_' || alphabeticAt(text, pos) != 0);
}

bool isWordBefore(std::string_view text, std::size_t pos) {
    return pos > 0 && (isAlnum(text[pos - 1]) || text[pos - 1] == '_' || alphabeticBefore(text, pos) != 0);
}

bool isWordEdge(std::string_view text, std::size_t pos) {
    if (pos < text.size() && (static_cast<unsigned char>(text[pos]) & 0xC0U) == 0x80U) {
        return false;
    }
    return !isWordBefore(text, pos) || !isWordAt(text, pos);
}

} // namespace goldpan::redact
