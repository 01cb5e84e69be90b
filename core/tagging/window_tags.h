// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which feedback tags its row. Pure functions; safe on any thread.
#pragma once

#include "core/domain/feedback_event.h"

namespace goldpan::tagging {

/// thumbs_down, regenerate and report tag `user_negative`; thumbs_up is counted and tags nothing.
[[nodiscard]] bool isNegative(FeedbackKind kind);

} // namespace goldpan::tagging
