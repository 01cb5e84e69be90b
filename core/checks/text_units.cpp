// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/text_units.h"

#include "core/base/utf8.h"
#include "core/checks/ideographs.h"

#include <array>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace goldpan::checks {
namespace {

constexpr std::uint64_t kFnvStart = 0xCBF29CE484222325;
constexpr std::uint64_t kFnvFactor = 0x100000001B3;

enum class Kind {
    none,
    inWord,
    alone
};

constexpr auto kAsciiInWord = [] {
    std::array<bool, 0x80> out{};
    for (std::size_t c = 0; c < out.size(); ++c) {
        out[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
    return out;
}();

Kind kindOf(char32_t c) {
    if (c < 0x80) {
        return kAsciiInWord[c] ? Kind::inWord : Kind::none;
    }
    if (isCommonIdeograph(c)) {
        return Kind::alone;
    }
    const auto code = static_cast<UChar32>(c);
    constexpr auto kWordKinds = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
    if ((U_GET_GC_MASK(code) & kWordKinds) == 0) {
        return Kind::none;
    }
    if (u_getIntPropertyValue(code, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) {
        return Kind::alone; // Thai, Lao, Khmer, Burmese and their kin
    }
    switch (u_getIntPropertyValue(code, UCHAR_SCRIPT)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_YI:
        return Kind::alone;
    default:
        return Kind::inWord;
    }
}

} // namespace

TextUnits unitsOf(std::string_view text) {
    constexpr std::size_t kBytesOfUnit = 5;
    TextUnits out;
    for (auto* ends : {&out.begins, &out.ends}) {
        ends->reserve(text.size() / kBytesOfUnit);
    }
    out.hashes.reserve(text.size() / kBytesOfUnit);
    std::uint64_t hash = kFnvStart;
    std::size_t begin = 0;
    bool inWord = false;
    const auto end = [&](std::size_t at) {
        out.hashes.push_back(mixed(hash));
        out.begins.push_back(static_cast<std::uint32_t>(begin));
        out.ends.push_back(static_cast<std::uint32_t>(at));
        hash = kFnvStart;
        inWord = false;
    };
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t at = text.size() - rest.size();
        char32_t c = static_cast<unsigned char>(rest.front());
        if (c < 0x80) {
            rest.remove_prefix(1);
        } else {
            c = takeCodePoint(rest);
        }
        const Kind kind = kindOf(c);
        if (inWord && kind != Kind::inWord) {
            end(at);
        }
        if (kind == Kind::none) {
            continue;
        }
        if (!inWord) {
            begin = at;
        }
        hash = (hash ^ c) * kFnvFactor;
        inWord = kind == Kind::inWord;
        if (!inWord) {
            end(text.size() - rest.size());
        }
    }
    if (inWord) {
        end(text.size());
    }
    return out;
}

std::vector<std::uint64_t> gramsOf(std::span<const std::uint64_t> units, std::size_t n) {
    std::vector<std::uint64_t> out;
    if (n == 0 || units.size() < n) {
        return out;
    }
    constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15; // odd: no power of it loses bits
    std::uint64_t top = 1;                              // kBase to the power n
    for (std::size_t i = 0; i < n; ++i) {
        top *= kBase;
    }
    out.reserve(units.size() - n + 1);
    std::uint64_t rolling = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        rolling = rolling * kBase + units[i];
        if (i >= n) {
            rolling -= units[i - n] * top;
        }
        if (i + 1 >= n) {
            out.push_back(mixed(rolling));
        }
    }
    return out;
}

} // namespace goldpan::checks
