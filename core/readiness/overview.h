// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Overview: everything that says how far a store is from the next model: triggers, the gates of the last
// candidate, the log day by day, its logprobs, and how honest its sample is. A value, read by one function.
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/cadence/triggers.h"
#include "core/domain/policy.h"
#include "core/readiness/export_rows.h"
#include "core/store/event_reader.h"
#include "core/store/ledger.h"
#include "core/store/sampling_stats.h"
#include "core/store/timeline_reader.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace goldpan::store {
class Store;
}

namespace goldpan::readiness {

struct Overview {
    std::vector<cadence::Trigger> triggers;  ///< as triggersOf() orders them
    std::vector<store::DriftRecord> windows; ///< by time: element 0 is `drift:1`
    std::optional<store::GateVerdict> gates; ///< Ledger::lastVerdict(): none where it is out of date
    std::vector<store::DayTally> days;       ///< oldest first
    store::LogprobHistogram logprobs;
    store::SamplingStats sampling;
    Policy policy;
};

/// In steps of the histogram, in nats.
inline constexpr double kLogprobStep = 0.25;

/// One look at the store, part after part: what others write meanwhile may be in some and not yet in others.
/// Every row is read, so not on a thread that paints. Cancelled where `stop` asks, between the parts and
/// inside them.
[[nodiscard]] Result<Overview> readOverview(store::Store& store, const ExportRows& exported, Timestamp now,
                                            std::stop_token stop);

} // namespace goldpan::readiness
