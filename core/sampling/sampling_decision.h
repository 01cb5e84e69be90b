// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SamplingDecision: whether a row of the log is kept, why, and how many rows it stands for. Values.
#pragma once

#include <cstdint>

namespace goldpan::sampling {

/// The first that applies, in this order.
enum class SamplingReason : std::uint8_t {
    lowConfidence,
    driftWindow, ///< in a drift window that is open and not trained on yet
    flagged,     ///< has a tag of the loop
    healthy,     ///< none of these: kept for the share of its kind
};

/// Requests that one log line may say it stands for; what says more says nothing.
inline constexpr double kMostLoggedWeight = 1e9;

struct SamplingDecision {
    bool keep = false;
    double weight = 1; ///< rows of the log that a kept row stands for; of a row that is not kept 0
    SamplingReason reason = SamplingReason::healthy;

    bool operator==(const SamplingDecision&) const = default;
};

/// What a decision needs to know of a row.
struct SamplingCandidate {
    std::uint64_t keyHash = 0; ///< stableHash64 of the request id: every run decides the same
    std::uint32_t flags = 0;   ///< RowFlag bits, as flagsOfRow() makes them
    bool inOpenWindow = false;
};

} // namespace goldpan::sampling
