// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/literal_scan.h"

#include "core/base/utf8.h"
#include "core/search/case_fold.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace goldpan::search {
namespace {

/// Of a longer part only the beginning is looked for, so that no text costs much more than its length.
constexpr std::size_t kLongest = 48;
constexpr std::size_t kBlock = 32; ///< places looked at together; whole registers of any machine

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool isFixed(char32_t c) {
    return c < 0x80 ? c != U'k' && c != U'K' && c != U's' && c != U'S' : isUnspaced(c);
}

/// How often a byte stands in texts, roughly: a bad guess costs time only.
std::size_t frequency(char c) {
    constexpr std::string_view kLettersRarestFirst = "zqxjkvbpygfwmucldrhsnioate";
    constexpr std::size_t kOfOthers = 14;
    const auto byte = static_cast<std::uint8_t>(c);
    if (c == ' ' || byte >= 0xC0) { // what words and characters begin with
        return kLettersRarestFirst.size() + 1;
    }
    const auto at = kLettersRarestFirst.find(c);
    return at == std::string_view::npos ? kOfOthers : at;
}

} // namespace

LiteralScan::LiteralScan(std::string_view literal) {
    std::string_view part = literal.substr(0, 0);
    for (std::string_view rest = literal; !rest.empty();) {
        const char* const begin = rest.data();
        const bool fixed = isFixed(takeCodePoint(rest));
        if (!fixed) {
            part = rest.substr(0, 0);
            continue;
        }
        const char* const from = part.empty() ? begin : part.data();
        part = std::string_view(from, static_cast<std::size_t>(rest.data() - from));
        if (part.size() > m_part.size() && part.size() <= kLongest) {
            m_part = part;
        }
    }
    m_isWhole = !literal.empty() && m_part.size() == literal.size();
    if (m_part.size() < 2 && !m_isWhole) {
        m_part.clear(); // one byte stands nearly everywhere
    }
    std::ranges::transform(m_part, m_part.begin(), lower);
    std::vector<std::size_t> places(m_part.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, {}, [&](std::size_t place) { return frequency(m_part[place]); });
    m_rarest = places.empty() ? 0 : places.front();
    m_other = places.size() < 2 ? m_rarest : places[1];
}

bool LiteralScan::isPlainInJson() const {
    return std::ranges::none_of(m_part, [](char c) {
        return static_cast<std::uint8_t>(c) < 0x20 || c == '"' || c == '\\' || c == '/';
    });
}

LiteralScan::Byte LiteralScan::at(std::size_t place) const {
    const char c = m_part[place];
    return {static_cast<std::uint8_t>(c), static_cast<std::uint8_t>(isLetter(c) ? 0x20 : 0)};
}

bool LiteralScan::standsAt(const char* text) const {
    for (std::size_t i = 0; i < m_part.size(); ++i) {
        if (!at(i).equals(text[i])) {
            return false;
        }
    }
    return true;
}

bool LiteralScan::mayHold(std::string_view text) const {
    if (text.size() < m_part.size() || m_part.empty()) {
        return m_part.empty();
    }
    const Byte rarest = at(m_rarest);
    const Byte other = at(m_other);
    const std::size_t places = text.size() - m_part.size() + 1;
    const char* const data = text.data();
    for (std::size_t from = 0; from < places; from += kBlock) {
        const std::size_t end = std::min(places, from + kBlock);
        if (end - from == kBlock) {
            const char* const a = data + from + m_rarest;
            const char* const b = data + from + m_other;
            // Nothing but bytes and their minimum, so that the compiler makes whole registers of it.
            std::uint8_t least = 0xFF;
            for (std::size_t i = 0; i < kBlock; ++i) {
                least =
                    std::min(least, static_cast<std::uint8_t>(rarest.differs(a[i]) | other.differs(b[i])));
            }
            if (least != 0) {
                continue;
            }
        }
        for (std::size_t i = from; i < end; ++i) {
            if (rarest.equals(data[i + m_rarest]) && standsAt(data + i)) {
                return true;
            }
        }
    }
    return false;
}

} // namespace goldpan::search
