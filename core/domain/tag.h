// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tags that the loop itself gives, and the flag bits that stand for them in the queue. Values.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string_view>

namespace goldpan {

inline constexpr std::string_view kTagOperatorReview = "operator_review";
inline constexpr std::string_view kTagDriftWindow = "drift_window";
inline constexpr std::string_view kTagUserNegative = "user_negative";

/// What the queue knows of a row without reading its text. The store keeps them as one integer and builds the
/// preset indexes on it; the values are written to disk and never change.
enum RowFlag : std::uint32_t {
    FlagLowConfidence = 1U << 0,  ///< a rule (Policy), not a tag
    FlagDriftWindow = 1U << 1,    ///< has the tag drift_window
    FlagUserNegative = 1U << 2,   ///< has the tag user_negative
    FlagMarked = 1U << 3,         ///< has the tag operator_review
    FlagTagged = 1U << 4,         ///< has any tag at all
    FlagPii = 1U << 5,            ///< redaction changed its correction; cleared by a save by hand
    FlagContextDiffers = 1U << 6, ///< messages and prompt disagree
};

/// `is:flagged`: low confidence, drift window or user negative.
inline constexpr std::uint32_t kFlaggedMask = FlagLowConfidence | FlagDriftWindow | FlagUserNegative;

/// The bit of a tag of the loop, 0 for any other tag.
[[nodiscard]] std::uint32_t flagOfTag(std::string_view tag);

/// A tag that people may give: not empty, no control characters, at most 200 bytes.
[[nodiscard]] Result<void> checkTag(std::string_view tag);

} // namespace goldpan
