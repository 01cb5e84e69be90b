// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Policy: every threshold of a store, checked on load. A value.
#pragma once

#include "core/base/result.h"
#include "core/domain/row_check.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace goldpan {

struct Policy {
    static constexpr double kLeastLogprob = -1000;
    static constexpr double kLeastWindowHours = 1.0 / 3'600'000'000; ///< a microsecond, the unit of times
    static constexpr double kMostWindowHours = 24.0 * 366;
    static constexpr std::int64_t kMostRows = 1'000'000'000;
    static constexpr std::int64_t kMostDays = 3660;

    double lowConfidenceLogprob =
        -3.0;                       ///< strictly below is low confidence; per token (the lesson's threshold)
    double driftWindowHours = 12.0; ///< window of a drift event that names none

    // What an import of a budget keeps.
    double sampleRate = 0.05; ///< share of the healthy rows, 0 to 1
    double ringHours =
        24.0; ///< behind the newest row: how long rows that were sampled out can be called back

    // When a retraining is due. Rows count that an export would take.
    std::int64_t driftMinRows = 100;   ///< rows in the window of a drift event
    std::int64_t scheduleDays = 30;    ///< since the last retraining
    std::int64_t clusterMinRows = 100; ///< rows of one failure cluster

    /// What leaves a row out of every export, without being named there; in the order of kRowChecks, each
    /// once. Contamination and length need a gold set and a budget, which an export names.
    std::vector<RowCheck> exportExclude;

    /// The one rule that the queue, the sampler and the readiness view share. A missing logprob is not low.
    [[nodiscard]] bool isLowConfidence(std::optional<double> logprob) const {
        return logprob && *logprob < lowConfidenceLogprob;
    }

    bool operator==(const Policy&) const = default;
};

/// Values by key, as the store keeps them. `export_exclude` is a list with commas, or `none`.
using PolicyTexts = std::map<std::string, std::string>;

/// What is not named is as in `base`; an unknown key or a value outside its range is badValue.
[[nodiscard]] Result<Policy> policyFromTexts(const PolicyTexts& texts, const Policy& base = {});
[[nodiscard]] PolicyTexts policyToTexts(const Policy& policy);
/// Of `after`, those keys that are another in `before`.
[[nodiscard]] PolicyTexts policyChanges(const Policy& before, const Policy& after);

} // namespace goldpan
