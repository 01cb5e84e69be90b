// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/pattern_words.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstddef>

namespace goldpan::queue {
namespace {

constexpr char kAnything = '\x01';
constexpr int kMostRepeats = 64; ///< no number that names a person has more digits

bool isLetterOrDigit(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

void appendUtf8(std::string& out, unsigned code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | (code >> 6U));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
        out += kAnything; // no rule asks for one
    }
}

class Speller {
public:
    explicit Speller(std::string_view pattern)
        : m_pattern(pattern) {}

    std::string spelled() {
        while (m_at < m_pattern.size()) {
            step();
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
            break;
        case '|':
            ++m_at;
            spell("\n");
            break;
        case '{':
            repeat();
            break;
        case ')':
        case '^':
        case '$':
        case '?':
            ++m_at;
            break;
        case '*':
        case '+':
            ++m_at;
            if (m_any) { // one character may be a full stop that was not escaped, many are anything
                m_out.back() = kAnything;
            }
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
        const std::string again = m_last;
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
        case 's':
        case 't':
        case 'n':
        case 'r':
        case 'f':
        case 'v':
            return " ";
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
            return {kAnything};
        default:
            return {kAnything};
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
        unsigned code = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
        std::string out;
        if (error == std::errc() && code != 0) {
            appendUtf8(out, code);
        }
        return out;
    }

    /// The first letter of it; anything for ranges, classes with a name and what is not in it.
    std::string charClass() {
        ++m_at;
        const bool isNegated = startsWith("^");
        m_at += isNegated ? 1 : 0;
        std::string first;
        bool isOpen = isNegated;
        for (bool begun = false; m_at < m_pattern.size() && (m_pattern[m_at] != ']' || !begun);
             begun = true) {
            if (startsWith("[:")) {
                (void)upTo(":]");
                isOpen = true;
                continue;
            }
            std::string each;
            if (m_pattern[m_at] == '\\') {
                each = escape();
            } else {
                const std::size_t from = m_at++;
                while (m_at < m_pattern.size() &&
                       (static_cast<unsigned char>(m_pattern[m_at]) & 0xC0U) == 0x80U) {
                    ++m_at;
                }
                each = m_pattern.substr(from, m_at - from);
            }
            const bool isRange = begun && each == "-" && m_at < m_pattern.size() && m_pattern[m_at] != ']';
            isOpen = isOpen || isRange || each == std::string(1, kAnything);
            first = first.empty() ? each : first;
        }
        m_at += m_at < m_pattern.size() ? 1 : 0;
        return isOpen ? std::string(1, kAnything) : first;
    }

    std::string_view m_pattern;
    std::size_t m_at = 0;
    std::string m_out;
    std::string m_last; ///< what a count would repeat
    bool m_any = false; ///< m_out ends with a full stop that stands for any character
};

} // namespace

std::string patternWords(std::string_view pattern) {
    return Speller(pattern).spelled();
}

} // namespace goldpan::queue
