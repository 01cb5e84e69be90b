// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Near clusters: which texts hang together by near duplicates, for a split that none of them may straddle.
// Where the search for duplicates may miss one pair in twenty, this misses none: two sets that share four
// fifths have one of their rarest shingles in common, so every text is met under a fifth of its shingles, the
// rarest ones (prefix filter: Chaudhuri et al. 2006). A pure function.
#pragma once

#include "core/checks/near_duplicates.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace goldpan::checks {

struct NearClusters {
    std::vector<std::size_t> of;  ///< by text: the lowest number of a text of its cluster
    std::int64_t comparisons = 0; ///< pairs that were looked at
};

/// A chain is one cluster: its ends need not be near to each other. Under a shingle that very many texts have
/// each is compared with the kMostUnderShingle next to it by size, which bounds the work.
[[nodiscard]] NearClusters nearClusters(const ShingledTexts& texts);
constexpr std::size_t kMostUnderShingle = 64;

} // namespace goldpan::checks
