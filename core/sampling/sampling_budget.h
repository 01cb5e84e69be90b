// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SamplingBudget: keeps every row that matters and a fixed share of the healthy rest. A value; safe on any
// thread.
#pragma once

#include "core/sampling/sampling_decision.h"

namespace goldpan::sampling {

/// Why a row is kept whatever the share is; `healthy` where nothing says so.
[[nodiscard]] SamplingReason reasonOf(const SamplingCandidate& row);

struct SamplingBudget {
    double rate = 0.05; ///< share of the healthy rows, 0 to 1

    /// A healthy row is kept where its hash is below rate * 2^64, so that a higher rate keeps all that a
    /// lower one keeps; it then stands for 1 / rate rows (Horvitz and Thompson).
    [[nodiscard]] SamplingDecision decide(const SamplingCandidate& row) const;

    bool operator==(const SamplingBudget&) const = default;
};

} // namespace goldpan::sampling
