// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Near clusters: which texts hang together by near duplicates, for a split that none of them may straddle.
// Where the search for duplicates may miss one pair in twenty, this misses none: two sets that share four
// fifths have one of their rarest shingles in common, so every text is met under a fifth of its shingles, the
// rarest ones (prefix filter: Chaudhuri et al. 2006). A pure function.
#pragma once

#include "core/base/result.h"
#include "core/checks/near_duplicates.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace goldpan::checks {

struct NearClusters {
    std::vector<std::size_t> of;  ///< by text: the lowest number of a text of its cluster
    std::int64_t comparisons = 0; ///< pairs that were looked at
};

/// A chain is one cluster: its ends need not be near to each other. Two bounds keep the work by the text:
/// under a shingle that very many texts have each meets the kMostUnderShingle next to it by size, and of all
/// that it meets it is compared with the kMostComparisons that share most of its rarest shingles. `cancelled`
/// where it is to stop.
[[nodiscard]] Result<NearClusters> nearClusters(const ShingledTexts& texts, const std::stop_token& stop = {});
constexpr std::size_t kMostUnderShingle = 64;
constexpr std::size_t kMostComparisons = 128;

} // namespace goldpan::checks
