// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/feedback_event.h"

#include <array>

namespace goldpan {

std::string_view feedbackKindName(FeedbackKind kind) {
    switch (kind) {
    case FeedbackKind::thumbsDown:
        return "thumbs_down";
    case FeedbackKind::regenerate:
        return "regenerate";
    case FeedbackKind::report:
        return "report";
    case FeedbackKind::thumbsUp:
        return "thumbs_up";
    }
    return "thumbs_down";
}

std::optional<FeedbackKind> feedbackKindFromName(std::string_view name) {
    for (const auto kind :
         {FeedbackKind::thumbsDown, FeedbackKind::regenerate, FeedbackKind::report, FeedbackKind::thumbsUp}) {
        if (feedbackKindName(kind) == name) {
            return kind;
        }
    }
    return std::nullopt;
}

} // namespace goldpan
