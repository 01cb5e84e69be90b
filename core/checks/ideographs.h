// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ideographs that nearly all Chinese text is made of, told without a look into Unicode's tables. Pure;
// safe on any thread.
#pragma once

namespace goldpan::checks {

/// Assigned since the first version of Unicode's Han: letters of the script Han, each a unit of its own.
[[nodiscard]] constexpr bool isCommonIdeograph(char32_t c) {
    return c >= 0x4E00 && c <= 0x9FA5;
}

} // namespace goldpan::checks
