// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// HostileTexts: what makes a careless rule read the same bytes again and again. Pure functions.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace goldpan::bench {

/// Each is repeated without end.
[[nodiscard]] std::span<const std::string_view> hostileUnits();
[[nodiscard]] std::string hostileText(std::string_view unit, std::size_t bytes);

/// Seconds of the processor for a redaction of `text`, the least of some.
[[nodiscard]] double redactionSeconds(std::string_view text);

} // namespace goldpan::bench
