// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a share of a few cases is worth: its interval, and whether two runs over the same cases differ by more
// than chance. Pure.
#pragma once

#include <cstdint>

namespace goldpan::gates {

struct Interval {
    double low = 0;
    double high = 1;
};

/// Wilson's score interval at 95 % for `passed` of `n` cases (E. B. Wilson 1927); 0 to 1 where n is 0.
[[nodiscard]] Interval wilsonInterval(std::int64_t passed, std::int64_t n);

/// McNemar's exact test, two-sided: how likely runs of equal quality differ at least so much, where `lost`
/// cases passed only before and `won` pass only now. 1 where no case changed.
[[nodiscard]] double mcnemarP(std::int64_t lost, std::int64_t won);

} // namespace goldpan::gates
