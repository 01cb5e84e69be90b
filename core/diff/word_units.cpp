// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/word_units.h"

#include <algorithm>
#include <array>
#include <re2/re2.h>
#include <string>

namespace goldpan::diff {
namespace {

constexpr std::size_t kStopEvery = 4096;

/// U+0085, U+00A0, U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000
constexpr std::array<std::string_view, 19> kWideSpaces{
    "\xC2\x85",     "\xC2\xA0",     "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x81",
    "\xE2\x80\x82", "\xE2\x80\x83", "\xE2\x80\x84", "\xE2\x80\x85", "\xE2\x80\x86",
    "\xE2\x80\x87", "\xE2\x80\x88", "\xE2\x80\x89", "\xE2\x80\x8A", "\xE2\x80\xA8",
    "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80"};

/// One unit at the front of a text that has no ASCII word there. The letters of scripts without spaces are
/// named, those of all others are what is left.
std::string unitPattern() {
    const std::string lineEnd = "\\r\\n|[\\n\\r\\x{85}\\x{2028}\\x{2029}]";
    const std::string spaces = "[ \\t\\v\\f\\p{Zs}]+";
    const std::string unspacedNames =
        "\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Bopomofo}\\p{Thai}\\p{Lao}\\p{Khmer}\\p{Myanmar}"
        "\\x{30FC}\\x{FF70}\\x{FF9E}\\x{FF9F}";
    const std::string spaced = "[^\\P{L}" + unspacedNames + "]";
    const std::string joined = "[\\p{M}\\x{200C}\\x{200D}]"; // also the joiners of Indic and Persian spelling
    const std::string letter = "(?:" + spaced + "|[\\p{N}_])";
    const std::string word = letter + "(?:" + letter + "|" + joined + "|['\\x{2019}]" + letter + ")*";
    const std::string selectors = "\\x{FE00}-\\x{FE0F}\\x{1F3FB}-\\x{1F3FF}\\x{E0020}-\\x{E007F}";
    const std::string tail = "[\\p{M}" + selectors + "]*";
    const std::string picture = "[\\x{A9}\\x{AE}\\x{2190}-\\x{2BFF}\\x{3030}\\x{303D}\\x{3297}\\x{3299}"
                                "\\x{1F000}-\\x{1FAFF}]" +
                                tail;
    const std::string flag = "[\\x{1F1E6}-\\x{1F1FF}]{2}";
    const std::string keycap = "[0-9#*]\\x{FE0F}?\\x{20E3}";
    const std::string emoji = picture + "(?:\\x{200D}" + picture + ")*";
    return "(?s:" + lineEnd + "|" + spaces + "|" + flag + "|" + keycap + "|" + emoji + "|" + word + "|." +
           tail + ")";
}

/// Of one ASCII word or space run that touches nothing wider; 0 where the pattern must look.
std::size_t plainLength(std::string_view text) {
    const auto isWord = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    std::size_t length = 0;
    if (text.front() == ' ') {
        length = text.find_first_not_of(' ');
    } else {
        while (length < text.size() && isWord(text[length])) {
            ++length;
        }
    }
    if (length == std::string_view::npos || length == text.size()) {
        return text.size();
    }
    const auto next = static_cast<unsigned char>(text[length]);
    const bool ends =
        next < 0x80 && next != '\'' && next != '_' && next != '\t' && next != '\v' && next != '\f';
    return ends ? length : 0;
}

bool isSpace(std::string_view unit) {
    return std::string_view(" \t\n\v\f\r").find(unit.front()) != std::string_view::npos ||
           std::ranges::any_of(kWideSpaces, [unit](std::string_view wide) { return unit.starts_with(wide); });
}

} // namespace

std::vector<Unit> splitWords(std::string_view text, const std::stop_token& stop) {
    static const re2::RE2 kUnit(unitPattern());
    std::vector<Unit> units;
    while (!text.empty()) {
        if (units.size() % kStopEvery == 0 && stop.stop_requested()) {
            break;
        }
        std::size_t length = plainLength(text);
        if (length == 0) {
            re2::StringPiece found;
            const bool valid =
                kUnit.Match({text.data(), text.size()}, 0, text.size(), re2::RE2::ANCHOR_START, &found, 1);
            length = valid ? found.size() : 1;
        }
        const std::string_view unit = text.substr(0, length);
        units.push_back({unit, isSpace(unit) ? UnitKind::space : UnitKind::word});
        text.remove_prefix(length);
    }
    return units;
}

bool isLineEnd(std::string_view unit) {
    constexpr std::array<std::string_view, 6> kEnds{"\n",       "\r\n",         "\r",
                                                    "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};
    return std::ranges::find(kEnds, unit) != kEnds.end();
}

bool isPunctuation(std::string_view unit) {
    static const re2::RE2 kMark("[\\p{P}\\p{S}]");
    return re2::RE2::FullMatch({unit.data(), unit.size()}, kMark);
}

} // namespace goldpan::diff
