// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LineWords: the words on the line of a match of an own rule, nearest first. A token, and what an earlier
// rule matched, is one short word without letters. Bounded, so that no text makes it slow. Pure functions;
// safe on any thread.
#pragma once

#include "core/redact/scan/pii_span.h"

#include <string_view>
#include <vector>

namespace goldpan::redact {

/// `taken` in order, none of them over `pos`. As written; camelCase and snake_case are several words.
[[nodiscard]] std::vector<std::string_view> wordsBefore(std::string_view text, std::size_t pos,
                                                        const std::vector<PiiSpan>& taken, std::size_t bytes);
[[nodiscard]] std::vector<std::string_view> wordsAfter(std::string_view text, std::size_t pos,
                                                       const std::vector<PiiSpan>& taken, std::size_t bytes);

} // namespace goldpan::redact
