// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/logged_stream.h"

#include <algorithm>
#include <string>

namespace goldpan::profiles {
namespace {

/// What one event of a stream holds, in the dialects that joinStreams() knows.
bool isEvent(const JsonTree& value) {
    const auto* type = value.find("type");
    const std::string_view name = type != nullptr && type->isString() ? type->text : std::string_view();
    if (name.starts_with("response.") || name.starts_with("message_") || name.starts_with("content_block_") ||
        name == "ping") {
        return true;
    }
    const auto* choices = value.find("choices");
    if (choices != nullptr && choices->isArray()) { // the last one may hold no more than what was used
        return choices->items.empty() || choices->items[0].find("delta") != nullptr;
    }
    const auto* candidates = value.find("candidates");
    return candidates != nullptr && candidates->isArray();
}

} // namespace

std::vector<JoinedStream> joinLogged(const JsonTree& value) {
    if (value.isString() && looksLikeEvents(value.text)) {
        return joinStreams(value.text);
    }
    if (!value.isArray() || !std::ranges::all_of(value.items, isEvent)) {
        return {};
    }
    std::string events;
    for (const auto& item : value.items) {
        events += "data: ";
        appendJson(events, item);
        events += "\n\n";
    }
    return joinStreams(events);
}

} // namespace goldpan::profiles
