// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/correction_checks.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <unicode/uchar.h>

namespace goldpan::checks {
namespace {

bool isToolTurn(const Message& turn) {
    return turn.role == "tool" || turn.role == "function" || !turn.toolCalls.empty() ||
           !turn.toolCallId.empty();
}

/// Empty, or white space alone.
bool isBlank(std::string_view text) {
    while (!text.empty()) {
        if (u_isUWhiteSpace(static_cast<UChar32>(takeCodePoint(text))) == 0) {
            return false;
        }
    }
    return true;
}

} // namespace

std::optional<std::string> invalidReason(const std::vector<Message>& conversation,
                                         std::string_view correction, bool toolRows) {
    if (isBlank(correction)) {
        return "the correction is empty";
    }
    if (std::ranges::none_of(conversation, [](const Message& turn) { return turn.role == "user"; })) {
        return "no user turn";
    }
    if (std::ranges::any_of(conversation, &Message::hasOtherParts)) {
        return "a turn holds more than text";
    }
    if (!toolRows && std::ranges::any_of(conversation, isToolTurn)) {
        return "tool turns, which only an export with tool rows takes";
    }
    return std::nullopt;
}

bool isIdentical(std::string_view correction, std::string_view response) {
    return correction == response;
}

} // namespace goldpan::checks
