// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/sampling_budget.h"

#include "core/domain/tag.h"

#include <cmath>

namespace goldpan::sampling {
namespace {

constexpr std::uint32_t kLoopTags = FlagDriftWindow | FlagUserNegative | FlagMarked;
constexpr int kHashBits = 64;

/// hash < rate * 2^64 without rounding: the product is exact in a double, and an integer is below a number
/// where it is below the next integer from there.
bool isBelowShare(std::uint64_t hash, double rate) {
    if (rate >= 1) {
        return true;
    }
    return rate > 0 && hash < static_cast<std::uint64_t>(std::ceil(std::ldexp(rate, kHashBits)));
}

} // namespace

SamplingReason reasonOf(const SamplingCandidate& row) {
    if ((row.flags & FlagLowConfidence) != 0) {
        return SamplingReason::lowConfidence;
    }
    if (row.inOpenWindow) {
        return SamplingReason::driftWindow;
    }
    return (row.flags & kLoopTags) != 0 ? SamplingReason::flagged : SamplingReason::healthy;
}

SamplingDecision SamplingBudget::decide(const SamplingCandidate& row) const {
    const SamplingReason reason = reasonOf(row);
    if (reason != SamplingReason::healthy) {
        return {.keep = true, .weight = 1, .reason = reason};
    }
    return isBelowShare(row.keyHash, rate)
               ? SamplingDecision{.keep = true, .weight = rate >= 1 ? 1 : 1 / rate, .reason = reason}
               : SamplingDecision{.keep = false, .weight = 0, .reason = reason};
}

} // namespace goldpan::sampling
