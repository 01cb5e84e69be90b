// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a token looks like, whichever rule set wrote it. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace goldpan::redact {

/// In place of a text that could not be redacted.
inline constexpr std::string_view kDroppedToken = "[DROPPED]";

/// `CUSTOMER_NO`, `LINE_2`: 2 to 32 bytes, a capital first, then capitals and `_`; one or two digits only as
/// a part of their own behind a `_`. So a key in square brackets is never taken for a token.
[[nodiscard]] bool isTokenName(std::string_view name);

/// Length of what looks like a token and begins at `pos`; 0 where there is none.
[[nodiscard]] std::size_t tokenLikeAt(std::string_view text, std::size_t pos);

} // namespace goldpan::redact
