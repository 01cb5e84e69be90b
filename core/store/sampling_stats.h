// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SamplingStats: what the sampling of imports was to keep, and what it kept. A value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace goldpan::store {

/// Rows that were decided upon by one rule, over the newest import of each source.
struct SamplingTally {
    std::string keep;           ///< as keepRuleText() writes it
    std::optional<double> rate; ///< the intended share of the healthy rows; none of a reservoir
    std::int64_t lowConfidence = 0;
    std::int64_t driftWindow = 0;
    std::int64_t flagged = 0;
    std::int64_t sampled = 0;    ///< healthy ones that the rule kept
    std::int64_t keptBefore = 0; ///< healthy ones that the rule leaves out, and that were stored already
    std::int64_t sampledOut = 0;

    [[nodiscard]] std::int64_t read() const {
        return lowConfidence + driftWindow + flagged + sampled + keptBefore + sampledOut;
    }
    /// Share of the healthy rows that is in the store; none where there was no healthy row.
    [[nodiscard]] std::optional<double> achievedRate() const;
};

struct SamplingStats {
    std::vector<SamplingTally> rules;
    std::int64_t sampledOut = 0; ///< rows that are not in the store
    std::int64_t held = 0;       ///< of those, rows that a late event can still bring in
    std::int64_t broughtIn = 0;  ///< rows that one did
    std::int64_t lost = 0;       ///< rows that one spoke of when they had gone
};

} // namespace goldpan::store
