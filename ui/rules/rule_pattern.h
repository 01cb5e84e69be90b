// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Patterns (RE2) of redaction rules, made of words that somebody pointed at. Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace goldpan::ui {

/// Finds exactly these words, where they are not part of longer ones.
[[nodiscard]] std::string literalPattern(std::string_view words);
/// The same with any digits in the place of digits: "AB-12345" gives `\bAB-\d{5}\b`.
[[nodiscard]] std::string shapePattern(std::string_view words);
/// A shape of them says more than the words do.
[[nodiscard]] bool hasDigits(std::string_view words);
/// A shape of them still holds letters, which may be a name.
[[nodiscard]] bool hasLetters(std::string_view words);
/// So many digits and no letters that few other values have the shape.
[[nodiscard]] bool isTellingShape(std::string_view words);
/// A rule of so few characters would redact pieces of every text. Two are enough where a script writes words
/// with so few, as Chinese does names.
[[nodiscard]] bool isTooShort(std::string_view words);

} // namespace goldpan::ui
