// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/own/pattern_parts.h"

#include "core/redact/scan/ascii.h"

#include <algorithm>

namespace goldpan::redact {
namespace {

using Kind = PatternPart::Kind;

/// Behind the class that `open` opens, "[^]x[:alpha:]]".
std::size_t classEnd(std::string_view pattern, std::size_t open) {
    std::size_t at = open + 1;
    at += at < pattern.size() && pattern[at] == '^' ? 1 : 0;
    for (bool first = true; at < pattern.size(); first = false) {
        if (pattern[at] == ']' && !first) {
            return at + 1;
        }
        const std::size_t named =
            pattern.substr(at).starts_with("[:") ? pattern.find(":]", at) : pattern.npos;
        at = named != pattern.npos ? named + 2 : at + (pattern[at] == '\\' ? 2 : 1);
    }
    return pattern.size();
}

/// Behind the "}" of "\p{Greek}", "\x{41}"; `at` is behind the letter.
std::size_t bracesEnd(std::string_view pattern, std::size_t at) {
    const bool open = at < pattern.size() && pattern[at] == '{';
    return open ? std::min(pattern.find('}', at), pattern.size() - 1) + 1 : at;
}

PatternPart escapeAt(std::string_view pattern, std::size_t at) {
    const std::size_t size = pattern.size();
    switch (at + 1 < size ? pattern[at + 1] : '\0') {
    case '\0':
        return {Kind::letter, at, at + 1};
    case 'b':
        return {Kind::edge, at, at + 2};
    case 'p':
    case 'P':
        return {Kind::set, at, std::min(size, std::max(bracesEnd(pattern, at + 2), at + 3))};
    case 'x':
        return {Kind::letter, at, std::min(size, std::max(bracesEnd(pattern, at + 2), at + 4))};
    case 'Q':
        return {Kind::letter, at, std::min(pattern.find("\\E", at + 2), size - 2) + 2};
    default:
        return {Kind::letter, at, at + 2};
    }
}

PatternPart partAt(std::string_view pattern, std::size_t at);

PatternPart groupAt(std::string_view pattern, std::size_t open) {
    PatternPart group{Kind::group, open, open + 1, open + 1};
    if (pattern.substr(open + 1).starts_with("?P<") || pattern.substr(open + 1).starts_with("?<")) {
        group.inner = std::min(pattern.find('>', open), pattern.size() - 1) + 1;
    } else if (pattern.substr(open + 1).starts_with('?')) {
        std::size_t at = open + 2;
        while (at < pattern.size() && (isLetter(pattern[at]) || pattern[at] == '-')) {
            ++at;
        }
        const bool flags = at < pattern.size() && pattern[at] == ')';
        group.kind = flags ? Kind::flags : Kind::group;
        group.inner = std::min(at + (flags ? 0 : 1), pattern.size());
    }
    group.end = group.inner;
    while (group.end < pattern.size() && pattern[group.end] != ')') {
        group.end = partAt(pattern, group.end).end;
    }
    group.end = std::min(group.end + 1, pattern.size());
    return group;
}

PatternPart partAt(std::string_view pattern, std::size_t at) {
    switch (pattern[at]) {
    case '\\':
        return escapeAt(pattern, at);
    case '[':
        return {Kind::set, at, classEnd(pattern, at)};
    case '(':
        return groupAt(pattern, at);
    default:
        return {Kind::letter, at, at + 1};
    }
}

} // namespace

std::vector<PatternParts> alternativesOf(std::string_view pattern, std::size_t from, std::size_t to) {
    std::vector<PatternParts> out(1);
    pattern = pattern.substr(0, to);
    for (std::size_t at = from; at < to;) {
        if (pattern[at] == '|') {
            out.emplace_back();
            ++at;
            continue;
        }
        const bool repeats = std::string_view("*+?{").contains(pattern[at]);
        if (repeats && !out.back().empty()) {
            out.back().back().isRepeated = true;
            at = std::max(bracesEnd(pattern, at), at + 1);
            continue;
        }
        out.back().push_back(partAt(pattern, at));
        at = out.back().back().end;
    }
    return out;
}

int groupDepth(std::string_view pattern) {
    int depth = 0;
    int deepest = 0;
    for (std::size_t at = 0; at < pattern.size();) {
        const bool bracket = pattern[at] == '(' || pattern[at] == ')';
        depth += bracket ? (pattern[at] == '(' ? 1 : -1) : 0;
        deepest = std::max(deepest, depth);
        at = bracket ? at + 1 : partAt(pattern, at).end;
    }
    return deepest;
}

} // namespace goldpan::redact
