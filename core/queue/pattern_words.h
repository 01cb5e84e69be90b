// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The words that a regular expression spells, for whoever has to know what it says. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace goldpan::queue {

/// How to read what may stand between two numbers or nothing at all: `\s`, `\D`, `[^0-9]`, `.*`.
enum class PatternGaps : std::uint8_t {
    blank,
    closed,
};

/// `jane[.]roe@example\.com` spells "jane.roe@example.com". Where a pattern leaves a choice, its first letter
/// stands for it; alternatives stand in lines of their own; what may be anything (`\d`, `[a-z]`) is U+0001,
/// which is part of no word. Takes any text, also one that is no pattern.
[[nodiscard]] std::string patternWords(std::string_view pattern, PatternGaps gaps);

} // namespace goldpan::queue
