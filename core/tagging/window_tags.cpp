// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tagging/window_tags.h"

namespace goldpan::tagging {

bool isInWindow(const DriftEvent& event, std::optional<Timestamp> ts, std::string_view modelVersion) {
    return ts && *ts >= event.from() && *ts <= event.ts &&
           (!event.onlyThatModel || event.modelVersion == modelVersion);
}

bool isNegative(FeedbackKind kind) {
    return kind != FeedbackKind::thumbsUp;
}

} // namespace goldpan::tagging
