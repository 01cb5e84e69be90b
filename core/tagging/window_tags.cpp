// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tagging/window_tags.h"

namespace goldpan::tagging {

bool isNegative(FeedbackKind kind) {
    return kind != FeedbackKind::thumbsUp;
}

} // namespace goldpan::tagging
