// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sampling_stats.h"

namespace goldpan::store {

std::optional<double> SamplingTally::achievedRate() const {
    const auto there = static_cast<double>(sampled + keptBefore);
    const auto all = there + static_cast<double>(sampledOut);
    return all > 0 ? std::optional(there / all) : std::nullopt;
}

} // namespace goldpan::store
