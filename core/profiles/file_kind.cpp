// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/file_kind.h"

#include "core/base/json_tree.h"
#include "core/profiles/sse_join.h"

#include <cstddef>

namespace goldpan::profiles {
namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::string_view kSpace = " \t\r\n";
constexpr std::size_t kLookAhead = std::size_t{1}
                                   << 20; // by then a first line has ended, or it is one object

bool isValue(std::string_view text) {
    return parseJsonTree(text).has_value();
}

/// A first line that begins an object.
FileKind kindOfObjects(std::string_view text, std::string_view first) {
    if (isValue(first)) {
        return FileKind::lines;
    }
    // objects without a line break, or one printed over many lines
    return first.size() == text.size() || !first.contains('}') ? FileKind::stream : FileKind::lines;
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
        return kindOfObjects(text, first);
    }
    const bool hasMore = end != kNone && text.find_first_not_of(kSpace, end) != kNone;
    return text[0] == '[' && (!hasMore || !isValue(first)) ? FileKind::array : FileKind::lines;
}

} // namespace goldpan::profiles
