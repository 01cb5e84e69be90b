// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NumberRun: groups of digits with what stands between them, the shape that number rules judge. A value,
// filled anew for each candidate; bounded, so that no text makes it slow.
#pragma once

#include "core/redact/scan/scan_text.h"

#include <array>
#include <cstddef>
#include <string>

namespace goldpan::redact {

struct DigitGroup {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t size() const { return end - begin; }
};

struct NumberRun {
    static constexpr std::size_t kMaxGroups = 9;
    static constexpr std::size_t kMaxDigits = 20;

    std::size_t begin = 0; ///< with a leading '+' and '('
    bool plus = false;
    bool paren = false; ///< a '(' opens before the first group
    std::size_t count = 0;
    std::array<DigitGroup, kMaxGroups> groups{};
    std::array<std::string_view, kMaxGroups> separators{}; ///< [i] stands after group i
    std::array<char, kMaxDigits> digits{};
    std::array<std::size_t, kMaxGroups> digitsTo{}; ///< digits in groups 0..i

    [[nodiscard]] std::string_view group(std::size_t i) const {
        return {digits.data() + (i == 0 ? 0 : digitsTo[i - 1]), groups[i].size()};
    }
    [[nodiscard]] std::string_view digitsOf(std::size_t last) const {
        return {digits.data(), digitsTo[last]};
    }
};

/// Reads the run whose first group begins at `pos` into `run`, which may hold an older one: only what `count`
/// covers counts. `count` is 0 where the first group alone has too many digits.
void readNumberRun(const ScanText& scan, std::size_t pos, NumberRun& run);

/// What begins at `pos` stands inside something longer: a word, a hyphenated id, a decimal, a version.
[[nodiscard]] bool gluedBefore(const ScanText& scan, std::size_t pos);
/// The same behind `end`.
[[nodiscard]] bool gluedAfter(const ScanText& scan, std::size_t end);
/// Money, percent and sums: "* 4155550132", "$ 4155550132", "4155550132 %".
[[nodiscard]] bool hasArithmetic(const ScanText& scan, std::size_t begin, std::size_t end);

/// '-' also for U+2010 to U+2013; '\0' where `separator` is not a single mark.
[[nodiscard]] char separatorMark(std::string_view separator);

} // namespace goldpan::redact
