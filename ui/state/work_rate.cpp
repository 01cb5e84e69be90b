// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/work_rate.h"

#include <algorithm>

namespace goldpan::ui {

std::optional<double> decisionsPerMinute(std::span<const Timestamp> decisions, Timestamp now) {
    constexpr double kMicrosPerMinute = 60e6;
    std::int64_t count = 0;
    std::int64_t span = 0;
    for (const Timestamp at : decisions) {
        const std::int64_t age = now.micros - at.micros;
        if (age <= kStretchMicros) {
            ++count;
            span = std::max(span, age);
        }
    }
    if (count == 0) {
        return std::nullopt;
    }
    return static_cast<double>(count) / std::max(1.0, static_cast<double>(span) / kMicrosPerMinute);
}

} // namespace goldpan::ui
