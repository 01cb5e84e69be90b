// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Upkeep: counts, integrity, copies and the policy. Owned by its Store; same thread.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/domain/policy.h"
#include "core/domain/review_state.h"
#include "core/store/sampling_stats.h"
#include "core/store/search_index.h"

#include <array>
#include <cstdint>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace goldpan::store {

struct Stats {
    std::int64_t rows = 0;
    std::array<std::int64_t, kReviewStates.size()> byState{}; ///< add up to rows
    std::map<std::string, std::int64_t> byTag;
    std::int64_t corrections = 0;
    std::int64_t drafts = 0;
    std::int64_t batches = 0;
    std::int64_t quarantined = 0;
    IndexStatus index;
    int schemaVersion = 0;
};

class Upkeep {
public:
    virtual ~Upkeep() = default;

    [[nodiscard]] virtual Result<Stats> stats() = 0;
    [[nodiscard]] virtual Result<SamplingStats> sampling() = 0;
    /// Problems found, empty when all is well: file integrity, foreign keys, flag bits against tags,
    /// corrections against states.
    [[nodiscard]] virtual Result<std::vector<std::string>> check(std::stop_token stop) = 0;
    /// Online copy while others write; `target` is replaced atomically. Answers its size in bytes.
    [[nodiscard]] virtual Result<std::int64_t> backup(const std::string& target, const ProgressFn& progress,
                                                      std::stop_token stop) = 0;
    [[nodiscard]] virtual Result<Policy> policy() = 0;
    /// Sets these values and leaves the others as they are, whoever set them meanwhile; then marks every row
    /// that is already here by it, in short transactions while others write. Answers how many marks changed.
    /// Stopped or failed in between, the policy is set and some rows still have their old mark: run it again.
    /// A value outside its range is badValue and changes nothing.
    [[nodiscard]] virtual Result<std::int64_t>
    setPolicy(const PolicyTexts& values, const ProgressFn& progress, std::stop_token stop) = 0;
};

} // namespace goldpan::store
