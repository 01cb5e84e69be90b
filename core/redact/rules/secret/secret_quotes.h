// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SecretQuotes: strings in quotes, be they in JSON that is a string itself, with its quotes escaped. Pure
// functions; safe on any thread.
#pragma once

#include "core/redact/scan/scan_text.h"

#include <cstddef>
#include <string_view>

namespace goldpan::redact {

inline constexpr std::size_t kQuotedBytes = 256; ///< of what stands in quotes

/// Behind the backslashes that escape a quote at `pos`; `pos` where they escape something else.
[[nodiscard]] std::size_t quoteAt(const ScanText& scan, std::size_t pos);

/// The end of the string from `begin`, which `quote` opened behind `opening` backslashes: at what closes it,
/// a line break, escaped or not, an escape that no password holds, or a token.
[[nodiscard]] std::size_t stringEnd(std::string_view text, std::size_t begin, char quote,
                                    std::size_t opening);

} // namespace goldpan::redact
