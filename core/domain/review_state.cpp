// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review_state.h"

namespace goldpan {

std::string_view reviewStateName(ReviewState state) {
    switch (state) {
    case ReviewState::unreviewed:
        return "unreviewed";
    case ReviewState::corrected:
        return "corrected";
    case ReviewState::accepted:
        return "accepted";
    case ReviewState::discarded:
        return "discarded";
    case ReviewState::deferred:
        return "deferred";
    }
    return "unreviewed";
}

std::optional<ReviewState> reviewStateFromName(std::string_view name) {
    for (const ReviewState state : kReviewStates) {
        if (reviewStateName(state) == name) {
            return state;
        }
    }
    return std::nullopt;
}

} // namespace goldpan
