// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// When a retraining is due: after a drift with enough corrected rows in its window, on schedule, or when a
// failure cluster is large enough. Pure: counts, policy and time in, a table out.
#pragma once

#include "core/cadence/facts.h"
#include "core/domain/policy.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::cadence {

enum class TriggerKind {
    drift,
    schedule,
    cluster,
};

struct Trigger {
    TriggerKind kind = TriggerKind::drift;
    std::string subject; ///< time of the drift, time the schedule counts from, tag of the cluster; or ""
    bool fires = false;
    std::int64_t have = 0; ///< rows; days of the schedule
    std::int64_t need = 0;
    std::string reason; ///< one English sentence
};

/// Every drift window by time, then the schedule, then every cluster by name. Each kind is there at least
/// once, so that one sees what it would need.
[[nodiscard]] std::vector<Trigger> triggers(const Facts& facts, const Policy& policy, Timestamp now);
/// Whether any of them fires.
[[nodiscard]] bool isDue(const std::vector<Trigger>& triggers);
[[nodiscard]] std::string_view triggerName(TriggerKind kind);

} // namespace goldpan::cadence
