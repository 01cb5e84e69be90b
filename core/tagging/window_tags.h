// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which tags events give to a row. Pure functions; safe on any thread.
#pragma once

#include "core/domain/drift_event.h"
#include "core/domain/feedback_event.h"

#include <optional>
#include <string_view>

namespace goldpan::tagging {

/// True where from() <= ts <= ts of the event, both ends included, and the model fits where the event
/// restricts it. A row without a time is in no window.
[[nodiscard]] bool isInWindow(const DriftEvent& event, std::optional<Timestamp> ts,
                              std::string_view modelVersion);

/// thumbs_down, regenerate and report tag `user_negative`; thumbs_up is counted and tags nothing.
[[nodiscard]] bool isNegative(FeedbackKind kind);

} // namespace goldpan::tagging
