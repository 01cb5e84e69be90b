// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cadence/triggers.h"

#include <algorithm>

namespace goldpan::cadence {
namespace {

constexpr std::int64_t kMicrosPerDay = 24 * kMicrosPerHour;

std::string ofNeeded(const Trigger& trigger) {
    return std::to_string(trigger.have) + " of " + std::to_string(trigger.need);
}

Trigger ofDrift(const DriftWindow& window, const Policy& policy, Timestamp now) {
    Trigger out{.kind = TriggerKind::drift,
                .subject = formatTimestamp(window.event.ts),
                .have = window.rows,
                .need = policy.driftMinRows};
    if (window.trainedOn) {
        out.reason = "the window was trained on with batch " + std::to_string(window.trainedOn->value);
    } else if (window.event.ts > now) {
        out.reason = "the drift lies in the future";
    } else if (out.have < out.need) {
        out.reason = "collect more: " + ofNeeded(out) + " corrected rows in the window";
    } else {
        out.fires = true;
        out.reason = std::to_string(out.have) + " corrected rows in the window of the drift";
    }
    return out;
}

Trigger ofSchedule(const Facts& facts, const Policy& policy, Timestamp now) {
    Trigger out{.kind = TriggerKind::schedule, .need = policy.scheduleDays};
    const auto start = facts.lastRetrain ? facts.lastRetrain : facts.firstRow;
    const std::string since =
        facts.lastRetrain ? " days since the last retraining" : " days since the first row";
    if (!start) {
        out.reason = "no row has a time to count from";
        return out;
    }
    out.subject = formatTimestamp(*start);
    if (now < *start) {
        out.reason = "the time to count from lies in the future";
        return out;
    }
    out.have = (now.micros - start->micros) / kMicrosPerDay;
    if (facts.rows == 0) {
        out.reason = "no corrected row would be exported";
    } else if (out.have < out.need) {
        out.reason = ofNeeded(out) + since;
    } else {
        out.fires = true;
        out.reason = std::to_string(out.have) + since;
    }
    return out;
}

Trigger ofCluster(const std::string& tag, std::int64_t rows, const Policy& policy) {
    Trigger out{.kind = TriggerKind::cluster, .subject = tag, .have = rows, .need = policy.clusterMinRows};
    out.fires = out.have >= out.need;
    out.reason = (out.fires ? std::to_string(out.have) : "collect more: " + ofNeeded(out)) +
                 " corrected rows of the cluster that no training has had";
    return out;
}

} // namespace

std::vector<Trigger> triggers(const Facts& facts, const Policy& policy, Timestamp now) {
    std::vector<Trigger> out;
    if (facts.drift.empty()) {
        out.push_back(
            {.kind = TriggerKind::drift, .need = policy.driftMinRows, .reason = "no drift is recorded"});
    }
    for (const DriftWindow& window : facts.drift) {
        out.push_back(ofDrift(window, policy, now));
    }
    out.push_back(ofSchedule(facts, policy, now));
    if (facts.clusters.empty()) {
        out.push_back({.kind = TriggerKind::cluster,
                       .need = policy.clusterMinRows,
                       .reason = "no corrected row has a tag that begins with cluster:"});
    }
    for (const auto& [tag, rows] : facts.clusters) {
        out.push_back(ofCluster(tag, rows, policy));
    }
    return out;
}

bool isDue(const std::vector<Trigger>& triggers) {
    return std::ranges::any_of(triggers, &Trigger::fires);
}

std::string_view triggerName(TriggerKind kind) {
    switch (kind) {
    case TriggerKind::drift:
        return "drift";
    case TriggerKind::schedule:
        return "schedule";
    case TriggerKind::cluster:
        break;
    }
    return "cluster";
}

} // namespace goldpan::cadence
