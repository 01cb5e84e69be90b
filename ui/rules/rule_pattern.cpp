// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rule_pattern.h"

#include <algorithm>
#include <cstddef>

namespace goldpan::ui {
namespace {

constexpr std::ptrdiff_t kTellingDigits = 5; ///< four are a year

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// As `\b` of RE2 knows them.
bool isWordByte(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// What must be true at the edge of the words where the byte at `at` stands. RE2 knows edges of ASCII words
/// only: beside another letter it can say that no ASCII word goes on there. Scripts that write no spaces have
/// no edges.
std::string edgeOf(std::string_view words, std::size_t at) {
    if (isWordByte(words[at])) {
        return "\\b";
    }
    while (at > 0 && (static_cast<unsigned char>(words[at]) & 0xC0U) == 0x80) {
        --at;
    }
    const auto lead = static_cast<unsigned char>(words[at]);
    return lead >= 0xC3 && lead <= 0xDB ? "\\B" : ""; // U+00C0 to U+06FF: Latin to Arabic
}

std::string patternOf(std::string_view words, bool anyDigits) {
    std::string out;
    for (std::size_t at = 0; at < words.size();) {
        const char c = words[at];
        const auto run = static_cast<std::size_t>(std::ranges::find_if_not(words.substr(at), isDigit) -
                                                  words.substr(at).begin());
        if (anyDigits && run > 0) {
            out += "\\d{" + std::to_string(run) + '}';
            at += run;
            continue;
        }
        if (c == '\n') { // shown for what may be CR LF in the log
            out += "\\r?\\n";
        } else if (isWordByte(c) || c == ' ' || (static_cast<unsigned char>(c) & 0x80U) != 0) {
            out += c;
        } else {
            out += {'\\', c};
        }
        ++at;
    }
    return words.empty() ? out : edgeOf(words, 0) + out + edgeOf(words, words.size() - 1);
}

} // namespace

std::string literalPattern(std::string_view words) {
    return patternOf(words, false);
}

std::string shapePattern(std::string_view words) {
    return patternOf(words, true);
}

bool hasDigits(std::string_view words) {
    return std::ranges::any_of(words, isDigit);
}

bool hasLetters(std::string_view words) {
    return std::ranges::any_of(words, [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || (isWordByte(c) && !isDigit(c) && c != '_');
    });
}

bool isTellingShape(std::string_view words) {
    return !hasLetters(words) && std::ranges::count_if(words, isDigit) >= kTellingDigits;
}

bool isTooShort(std::string_view words) {
    const auto leads = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; };
    const auto isDense = [](char c) { return static_cast<unsigned char>(c) >= 0xE3; }; // from U+3000 on
    return std::ranges::count_if(words, leads) < (std::ranges::any_of(words, isDense) ? 2 : 3);
}

} // namespace goldpan::ui
