// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readiness/main_stretch.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <vector>

namespace goldpan::readiness {
namespace {

using Days = std::span<const store::DayTally>;

bool areApart(const store::DayTally& earlier, const store::DayTally& later) {
    return std::chrono::microseconds(later.day.micros - earlier.day.micros) > kApart;
}

std::int64_t storedIn(Days days) {
    return std::accumulate(days.begin(), days.end(), std::int64_t{0},
                           [](std::int64_t sum, const auto& day) { return sum + day.stored; });
}

/// How many days there are before the first gap, and behind the last one.
std::size_t untilGap(Days days) {
    return static_cast<std::size_t>(std::distance(days.begin(), std::ranges::adjacent_find(days, areApart)) +
                                    1);
}

std::size_t sinceGap(Days days) {
    const auto back =
        std::adjacent_find(days.rbegin(), days.rend(),
                           [](const auto& later, const auto& earlier) { return areApart(earlier, later); });
    return static_cast<std::size_t>(std::distance(days.rbegin(), back) + 1);
}

} // namespace

MainStretch mainStretch(Days days) {
    MainStretch out{.days = days};
    const std::int64_t most = storedIn(days) / kOneRowOf;
    for (;;) {
        const std::size_t first = untilGap(out.days);
        if (first > out.days.size()) {
            return out; // no gap
        }
        const std::size_t last = sinceGap(out.days);
        const std::int64_t before = storedIn(out.days.first(first));
        const std::int64_t behind = storedIn(out.days.last(last));
        if (out.outside + std::min(before, behind) > most) {
            return out;
        }
        out.outside += std::min(before, behind);
        out.days = before <= behind ? out.days.subspan(first) : out.days.first(out.days.size() - last);
    }
}

} // namespace goldpan::readiness
