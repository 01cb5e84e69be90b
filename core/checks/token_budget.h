// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Token budget: about how many tokens a text has. An estimate: each model cuts text its own way. A pure
// function; safe on any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace goldpan::checks {

/// One rule by script: a word is a token and a little for letters past the sixth, three digits are one, a
/// Chinese character is three quarters of one, and so on. Against o200k_base on 5,230 texts of 20 tokens and
/// more (English, Chinese, Korean, code): 0.4 % too high in all, nine of ten between 17 % too low and 13 %
/// too high; tables of numbers and encoded data may be off by half.
[[nodiscard]] std::int64_t estimatedTokens(std::string_view text);

} // namespace goldpan::checks
