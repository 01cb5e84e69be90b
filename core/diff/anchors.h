// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Anchors: places where two sequences surely belong together. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace goldpan::diff {

struct Anchor {
    std::size_t before = 0;
    std::size_t after = 0;
};

/// Equal items, ascending on both sides: each begins a run of some items that occurs exactly once in either
/// sequence. As many of them as there are in one order. O(n log n).
[[nodiscard]] std::vector<Anchor> findAnchors(std::span<const std::uint32_t> before,
                                              std::span<const std::uint32_t> after);

} // namespace goldpan::diff
