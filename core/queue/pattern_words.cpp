// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/pattern_words.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace goldpan::queue {
namespace {

constexpr char kAnything = '\x01';
constexpr char kGap = '\x02'; ///< what may part two numbers, while it is spelled
const std::string kAnyOne(1, kAnything);
constexpr int kMostRepeats = 64; ///< no number that names a person has more digits

bool isLetterOrDigit(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

class Speller {
public:
    explicit Speller(std::string_view pattern)
        : m_pattern(pattern) {}

    std::string spelled(PatternGaps gaps) {
        while (m_at < m_pattern.size()) {
            step();
        }
        if (gaps == PatternGaps::closed) {
            std::erase(m_out, kGap);
        } else {
            std::ranges::replace(m_out, kGap, ' ');
        }
        return std::move(m_out);
    }

private:
    [[nodiscard]] bool startsWith(std::string_view text) const {
        return m_pattern.substr(m_at).starts_with(text);
    }
    /// From `m_at` to the end of `text`, which is passed over; the rest of the pattern where it does not
    /// come.
    std::string_view upTo(std::string_view text) {
        const auto end = m_pattern.find(text, m_at);
        const auto found = m_pattern.substr(m_at, end == std::string_view::npos ? end : end - m_at);
        m_at = end == std::string_view::npos ? m_pattern.size() : end + text.size();
        return found;
    }

    void step() {
        switch (const char c = m_pattern[m_at]; c) {
        case '\\':
            spell(escape());
            break;
        case '[':
            spell(charClass());
            break;
        case '(':
            ++m_at;
            group();
            m_groups.push_back(m_out.size());
            break;
        case ')':
            ++m_at;
            endGroup();
            break;
        case '|':
            ++m_at;
            spell("\n");
            break;
        case '{':
            repeat();
            break;
        case '^':
        case '$':
            ++m_at;
            break;
        case '?':
        case '*':
        case '+':
            ++m_at;
            loosen();
            break;
        default:
            ++m_at;
            spell(std::string(1, c));
            m_any = c == '.';
        }
    }

    void spell(const std::string& text) {
        m_any = false;
        m_last = text;
        m_out += text;
    }

    /// One character may be a full stop that was not escaped; any number of them may be nothing or a blank.
    void loosen() {
        if (m_any) {
            m_out.back() = kGap;
        }
    }

    void endGroup() {
        if (!m_groups.empty()) {
            m_last = m_out.substr(m_groups.back());
            m_groups.pop_back();
        }
        m_any = false;
    }

    void group() {
        if (startsWith("?P<") || startsWith("?<")) {
            (void)upTo(">");
        } else if (startsWith("?")) {
            const auto end = std::min(m_pattern.find_first_of(":)", m_at), m_pattern.size() - 1);
            m_at = m_pattern[end] == ')' ? end : end + 1;
        }
    }

    /// `{3}` after one letter says it three times; `{2,}` at least twice.
    void repeat() {
        int times = 0;
        const auto* const begin = m_pattern.data() + m_at + 1;
        const auto [end, error] = std::from_chars(begin, m_pattern.data() + m_pattern.size(), times);
        const auto close = m_pattern.find('}', m_at);
        if (error != std::errc() || close == std::string_view::npos) {
            ++m_at;
            spell("{");
            return;
        }
        m_at = close + 1;
        loosen();
        const std::string again = m_any ? std::string() : m_last;
        for (int done = 1; done < std::min(times, kMostRepeats); ++done) {
            m_out += again;
        }
    }

    std::string escape() {
        ++m_at;
        if (m_at >= m_pattern.size()) {
            return {};
        }
        const char c = m_pattern[m_at++];
        if (!isLetterOrDigit(c)) {
            return {c};
        }
        switch (c) {
        case 'Q':
            return std::string(upTo("\\E"));
        case 'x':
            return hex();
        case '0':
        case '1':
        case '2':
        case '3':
        case '4':
        case '5':
        case '6':
        case '7':
            return octal();
        case 'D':
        case 'W':
        case 's':
        case 't':
        case 'n':
        case 'r':
        case 'f':
        case 'v':
            return {kGap};
        case 'b':
        case 'B':
        case 'A':
        case 'z':
        case 'E':
            return {};
        case 'p':
        case 'P':
            m_at = startsWith("{") ? std::min(m_pattern.find('}', m_at), m_pattern.size() - 1) + 1
                                   : std::min(m_at + 1, m_pattern.size());
            return kAnyOne;
        default:
            return kAnyOne;
        }
    }

    std::string hex() {
        std::string_view digits = m_pattern.substr(m_at, 2);
        if (startsWith("{")) {
            ++m_at;
            digits = upTo("}");
        } else {
            m_at += digits.size();
        }
        return character(digits, 16);
    }

    /// Up to three digits, of which the first was passed over.
    std::string octal() {
        const std::size_t begin = m_at - 1;
        const auto end = std::min(m_pattern.find_first_not_of("01234567", begin), m_pattern.size());
        m_at = std::min(end, begin + 3);
        return character(m_pattern.substr(begin, m_at - begin), 8);
    }

    static std::string character(std::string_view digits, int base) {
        std::uint32_t code = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, base);
        std::string out;
        if (error == std::errc() && code != 0) {
            appendUtf8(out, code);
        }
        return out;
    }

    /// The first letter of it; anything for ranges and classes with a name; a gap for what may be neither
    /// letter nor digit among others.
    std::string charClass() {
        ++m_at;
        bool hasGap = startsWith("^");
        bool isOpen = hasGap;
        m_at += hasGap ? 1 : 0;
        std::string first;
        for (bool begun = false; m_at < m_pattern.size() && (m_pattern[m_at] != ']' || !begun);
             begun = true) {
            const bool isDash = m_pattern[m_at] == '-';
            const std::string each = classPart();
            const bool isRange = begun && isDash && m_at < m_pattern.size() && m_pattern[m_at] != ']';
            isOpen = isOpen || isRange || each == kAnyOne;
            hasGap = hasGap || (!isRange && each.size() == 1 && each != kAnyOne && !isLetterOrDigit(each[0]));
            first = first.empty() ? each : first;
        }
        m_at += m_at < m_pattern.size() ? 1 : 0;
        return !isOpen ? first : hasGap ? std::string(1, kGap) : kAnyOne;
    }

    /// One of a class's own.
    std::string classPart() {
        if (startsWith("[:")) {
            const auto name = upTo(":]");
            return name == "[:space" || name == "[:blank" || name == "[:punct" || name == "[:^digit"
                       ? std::string(1, kGap)
                       : kAnyOne;
        }
        if (m_pattern[m_at] == '\\') {
            return escape();
        }
        const std::size_t from = m_at++;
        while (m_at < m_pattern.size() && (static_cast<unsigned char>(m_pattern[m_at]) & 0xC0U) == 0x80U) {
            ++m_at;
        }
        return std::string(m_pattern.substr(from, m_at - from));
    }

    std::string_view m_pattern;
    std::size_t m_at = 0;
    std::string m_out;
    std::string m_last;                ///< what a count would repeat
    std::vector<std::size_t> m_groups; ///< where in m_out those begin that are open
    bool m_any = false;                ///< m_out ends with a full stop that stands for any character
};

} // namespace

std::string patternWords(std::string_view pattern, PatternGaps gaps) {
    return Speller(pattern).spelled(gaps);
}

} // namespace goldpan::queue
