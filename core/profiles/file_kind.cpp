// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/file_kind.h"

#include "core/base/json_tree.h"
#include "core/profiles/event_text.h"

#include <cstddef>

namespace goldpan::profiles {
namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kBlank = " \t\r";
constexpr std::size_t kLookAhead = std::size_t{1}
                                   << 20; // by then a first line has ended, or it is one object
constexpr int kSomeLines = 20;

bool isValue(std::string_view text) {
    return parseJsonTree(text).has_value();
}

/// Behind the bracket that closes the first one of `text`; kNone where it does not come.
std::size_t endOfValue(std::string_view text) {
    int depth = 0;
    bool inString = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (inString) {
            at += c == '\\' ? 1 : 0;
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return at + 1;
        }
    }
    return kNone;
}

struct NextLines {
    int seen = 0;
    int objects = 0;
    [[nodiscard]] bool areObjects() const { return 2 * objects >= seen; }
};

/// What the lines behind the first one are; one that has not ended is none yet.
NextLines nextLines(std::string_view text, bool isEnd) {
    NextLines out;
    while (out.seen < kSomeLines && !text.empty()) {
        const auto end = text.find('\n');
        if (end == kNone && !isEnd) {
            break;
        }
        const auto line = text.substr(0, end);
        text.remove_prefix(end == kNone ? text.size() : end + 1);
        const auto begin = line.find_first_not_of(kBlank);
        if (begin != kNone) {
            ++out.seen;
            out.objects += line[begin] == '{' && isValue(line) ? 1 : 0;
        }
    }
    return out;
}

/// A first line that begins an object. One that is a whole value makes it JSONL. Else the object goes on in
/// the next lines, or the next one begins on the same line, or the line is broken and the next are not.
std::optional<FileKind> kindOfObjects(std::string_view text, std::string_view first, bool isAll) {
    if (isValue(first)) {
        return FileKind::lines;
    }
    if (first.size() == text.size() || !first.contains('}')) {
        return FileKind::stream; // objects without a line break, or one printed over many lines
    }
    const auto end = endOfValue(text);
    if (end <= first.size()) {
        const auto next = first.find_first_not_of(kBlank, end);
        const bool isNext = next != kNone && first[next] == '{' && isValue(first.substr(0, end));
        return isNext ? FileKind::stream : FileKind::lines;
    }
    if (end != kNone && isValue(text.substr(0, end))) {
        return FileKind::stream;
    }
    const auto next = nextLines(text.substr(first.size() + 1), isAll);
    if (end == kNone && !isAll) {
        const bool goesOn = std::string_view(",:[{").contains(first[first.find_last_not_of(kBlank)]);
        return !goesOn && next.seen > 0 && next.areObjects() ? std::optional(FileKind::lines) : std::nullopt;
    }
    return next.areObjects() ? FileKind::lines : FileKind::stream;
}

} // namespace

std::optional<FileKind> fileKindOf(std::string_view text, bool isEnd) {
    if (looksLikeEvents(text)) {
        return FileKind::events;
    }
    const auto end = text.find('\n');
    const bool isAll = isEnd || text.size() >= kLookAhead;
    if (end == kNone && !isAll) {
        return std::nullopt;
    }
    const auto first = text.substr(0, end);
    if (text[0] == '{') {
        return kindOfObjects(text, first, isAll);
    }
    const bool hasMore = end != kNone && text.find_first_not_of(kSpace, end) != kNone;
    return text[0] == '[' && (!hasMore || !isValue(first)) ? FileKind::array : FileKind::lines;
}

} // namespace goldpan::profiles
