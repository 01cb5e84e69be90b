// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowCheck: what an export warns of in a row with a correction, and leaves it out for when told to. A value;
// the names are the same in the policy, on the command line, in the manifest and on screen.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace goldpan {

enum class RowCheck {
    duplicate,    ///< another row asks the same, or nearly so
    contaminated, ///< it holds words of the gold set
    conflict,     ///< another row asks the same and is answered otherwise
    identical,    ///< the correction says what the model said
    stopToken,    ///< a mark of a chat template was left in it
    tooLong,      ///< more tokens than the budget
    brokenToken,  ///< a redaction token that somebody broke
};

/// In the order in which one counts: a row is excluded once, by the first that applies.
inline constexpr std::array<RowCheck, 7> kRowChecks{
    RowCheck::duplicate, RowCheck::contaminated, RowCheck::conflict,   RowCheck::identical,
    RowCheck::stopToken, RowCheck::tooLong,      RowCheck::brokenToken};

[[nodiscard]] std::string_view rowCheckName(RowCheck check);
[[nodiscard]] std::optional<RowCheck> rowCheckFromName(std::string_view name);

} // namespace goldpan
