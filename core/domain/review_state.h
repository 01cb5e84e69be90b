// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewState: where a row stands. A gold correction exists exactly while the state is `corrected`.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace goldpan {

/// The values are written to disk and never change.
enum class ReviewState : std::uint8_t {
    unreviewed = 0,
    corrected = 1,
    accepted = 2,
    discarded = 3,
    deferred = 4,
};

inline constexpr std::array kReviewStates{ReviewState::unreviewed, ReviewState::corrected,
                                          ReviewState::accepted, ReviewState::discarded,
                                          ReviewState::deferred};

[[nodiscard]] std::string_view reviewStateName(ReviewState state);
[[nodiscard]] std::optional<ReviewState> reviewStateFromName(std::string_view name);

} // namespace goldpan
