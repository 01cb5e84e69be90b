// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/own/word_edges.h"

#include "core/redact/scan/scan_text.h"

#include <algorithm>
#include <vector>

namespace goldpan::redact {
namespace {

/// What a pattern has of "\b", outside of quotes and classes.
struct Shape {
    std::vector<std::size_t> edges;
    bool alternatives = false; ///< outside of brackets
    bool beyondAscii = false;
};

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

Shape shapeOf(std::string_view pattern) {
    Shape shape;
    shape.beyondAscii = std::ranges::any_of(pattern, isHighByte);
    int depth = 0;
    for (std::size_t at = 0; at < pattern.size();) {
        const char c = pattern[at];
        if (c == '\\' && at + 1 < pattern.size()) {
            const char next = pattern[at + 1];
            shape.beyondAscii = shape.beyondAscii || next == 'p' || next == 'P';
            if (next == 'b') {
                shape.edges.push_back(at);
            }
            at = next == 'Q' ? std::min(pattern.find("\\E", at + 2), pattern.size() - 2) + 2 : at + 2;
            continue;
        }
        if (c == '[') {
            const std::size_t end = classEnd(pattern, at);
            const auto inside = pattern.substr(at, end - at);
            shape.beyondAscii = shape.beyondAscii || inside.contains("\\p") || inside.contains("\\P");
            at = end;
            continue;
        }
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        shape.alternatives = shape.alternatives || (c == '|' && depth == 0);
        ++at;
    }
    return shape;
}

bool isWordAt(std::string_view text, std::size_t pos) {
    return pos < text.size() && (isAlnum(text[pos]) || text[pos] == '_' || alphabeticAt(text, pos) != 0);
}

} // namespace

WordEdges readWordEdges(std::string_view pattern) {
    const Shape shape = shapeOf(pattern);
    WordEdges out{std::string(pattern)};
    if (!shape.beyondAscii || shape.edges.empty()) {
        return out;
    }
    out.atBegin = !shape.alternatives && shape.edges.front() == 0;
    out.atEnd = !shape.alternatives && shape.edges.back() != 0 && shape.edges.back() + 2 == pattern.size();
    for (const std::size_t at : shape.edges) {
        const bool ours = (out.atBegin && at == 0) || (out.atEnd && at + 2 == pattern.size());
        const bool beside = (at > 0 && isHighByte(pattern[at - 1])) ||
                            (at + 2 < pattern.size() && isHighByte(pattern[at + 2]));
        out.cutsLetters = out.cutsLetters || (beside && !ours);
    }
    if (out.atEnd) {
        out.pattern.resize(out.pattern.size() - 2);
    }
    if (out.atBegin) {
        out.pattern.erase(0, 2);
    }
    return out;
}

bool isWordEdge(std::string_view text, std::size_t pos) {
    if (pos < text.size() && (static_cast<unsigned char>(text[pos]) & 0xC0U) == 0x80U) {
        return false;
    }
    const bool before =
        pos > 0 && (isAlnum(text[pos - 1]) || text[pos - 1] == '_' || alphabeticBefore(text, pos) != 0);
    return !before || !isWordAt(text, pos);
}

} // namespace goldpan::redact
