// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/logged_stream.h"

#include "core/profiles/event_text.h"

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
    return candidates != nullptr && candidates->isArray() &&
           std::ranges::all_of(candidates->items, &JsonTree::isObject);
}

bool isMessage(const JsonTree& value) {
    const auto* role = value.find("role");
    return role != nullptr && role->isString();
}

/// Behind the first event there may be what none is: the mark of the end, what was used, an error.
bool areEvents(const JsonTree& list) {
    return list.isArray() && !list.items.empty() && isEvent(list.items.front()) &&
           std::ranges::none_of(list.items, isMessage);
}

} // namespace

std::vector<JoinedStream> joinLogged(const JsonTree& value) {
    if (value.isString() && looksLikeEvents(value.text)) {
        return joinStreams(value.text);
    }
    if (!areEvents(value)) {
        return {};
    }
    std::string events;
    for (const auto& item : value.items) {
        const bool isEnd = item.isString() && item.text == "[DONE]";
        if (item.isObject() || isEnd) {
            events += "data: ";
            events += isEnd ? item.text : jsonText(item);
            events += "\n\n";
        }
    }
    return joinStreams(events);
}

} // namespace goldpan::profiles
