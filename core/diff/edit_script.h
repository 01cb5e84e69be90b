// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// EditScript: which items of two sequences are not in both. Myers' algorithm in linear space ("An O(ND)
// Difference Algorithm and Its Variations", 1986), under a bound on its work. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace goldpan::diff {

/// Comparisons that a diff may cost: some tens of milliseconds.
inline constexpr std::size_t kWorkBudget = 16'000'000;

struct EditScript {
    std::vector<bool> removed; ///< one for each item of the old sequence
    std::vector<bool> added;   ///< one for each item of the new one
    std::size_t work = 0;      ///< comparisons made
    bool minimal = true;       ///< no shorter script exists; false where the budget cut the search
};

/// What is not removed and what is not added are the same items in the same order. Beyond the budget, runs
/// that occur once on both sides hold the sequences together, and what lies between them and is too
/// different is removed and added whole. The same sequences and budget always give the same script. Where
/// `stop` asked for it, the script is of no use.
[[nodiscard]] EditScript editScript(std::span<const std::uint32_t> before,
                                    std::span<const std::uint32_t> after, std::size_t budget,
                                    const std::stop_token& stop);

} // namespace goldpan::diff
