// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ScanText: the text under redaction as a rule may see it. To the left, what was claimed already looks like a
// token, so that a second pass over the redacted text decides the same way. One scan owns it; the text must
// outlive it.
#pragma once

#include "core/redact/scan/ascii.h"
#include "core/redact/scan/pii_span.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace goldpan::redact {

/// Bytes of the alphabetic letter (Latin with marks, Greek, Cyrillic; not ASCII) that begins or ends at
/// `pos`; 0 where there is none. Scripts written without spaces do not count: their words touch what they
/// name.
[[nodiscard]] std::size_t alphabeticFrom(std::string_view text, std::size_t lead);
[[nodiscard]] inline std::size_t alphabeticAt(std::string_view text, std::size_t pos) {
    return pos < text.size() && isHighByte(text[pos]) ? alphabeticFrom(text, pos) : 0;
}
[[nodiscard]] std::size_t alphabeticTo(std::string_view text, std::size_t end);
[[nodiscard]] inline std::size_t alphabeticBefore(std::string_view text, std::size_t pos) {
    return pos != 0 && isHighByte(text[pos - 1]) ? alphabeticTo(text, pos) : 0;
}

/// The same of a '[' or a ']' that stands there.
[[nodiscard]] std::size_t tokenFrom(std::string_view text, std::size_t open);
[[nodiscard]] std::size_t tokenTo(std::string_view text, std::size_t end);

/// Length of one of our own tokens that begins or ends at `pos`; 0 where there is none. Nearly every byte
/// tells by itself that there is none.
[[nodiscard]] inline std::size_t tokenAt(std::string_view text, std::size_t pos) {
    return pos < text.size() && text[pos] == '[' ? tokenFrom(text, pos) : 0;
}
[[nodiscard]] inline std::size_t tokenBefore(std::string_view text, std::size_t pos) {
    return pos != 0 && text[pos - 1] == ']' ? tokenTo(text, pos) : 0;
}

class ScanText {
public:
    explicit ScanText(std::string_view text)
        : m_text(text) {}

    [[nodiscard]] std::string_view text() const { return m_text; }
    [[nodiscard]] std::size_t size() const { return m_text.size(); }
    /// '\0' past the end.
    [[nodiscard]] char at(std::size_t pos) const { return pos < m_text.size() ? m_text[pos] : '\0'; }
    /// The byte left of `pos`; ']' where a claim ends there, '\0' at the start.
    [[nodiscard]] char before(std::size_t pos) const {
        if (pos == 0) {
            return '\0';
        }
        return pos == m_claimedTo ? ']' : m_text[pos - 1];
    }
    /// No span may begin left of this.
    [[nodiscard]] std::size_t claimedTo() const { return m_claimedTo; }
    [[nodiscard]] const std::vector<PiiSpan>& claims() const { return m_claims; }
    /// `span` stands behind the first `kept` claims; the others give way to it.
    void claim(std::size_t kept, PiiSpan span) {
        m_claims.resize(kept);
        m_claims.push_back(span);
        m_claimedTo = span.end;
    }
    [[nodiscard]] std::vector<PiiSpan> takeClaims() && { return std::move(m_claims); }
    [[nodiscard]] bool tokenEndsAt(std::size_t pos) const {
        return pos != 0 && (pos == m_claimedTo || tokenBefore(m_text, pos) != 0);
    }

    /// An ASCII letter, digit or underscore, or an alphabetic letter, touches `pos`. The `n` of an escaped
    /// line break (and `r`, `t`, `f`, `b`) does not: JSON inside text is full of them.
    [[nodiscard]] bool wordEndsAt(std::size_t pos) const {
        const char c = before(pos);
        if (isHighByte(c)) {
            return alphabeticBefore(m_text, pos) != 0;
        }
        return isWordByte(c) && !(isEscapedBlank(c) && before(pos - 1) == '\\');
    }
    [[nodiscard]] bool wordBeginsAt(std::size_t pos) const {
        return isWordByte(at(pos)) || alphabeticAt(m_text, pos) != 0;
    }

    /// The element of a list that was claimed last, and what names the list: the next one need not look for
    /// the begin of it, or a long list would be walked through for each of its elements.
    struct ListElement {
        std::size_t begin = 0;
        std::uint8_t name = 0;
    };
    [[nodiscard]] ListElement lastElement() const { return m_element; }
    void rememberElement(ListElement element) const { m_element = element; }

private:
    static constexpr bool isEscapedBlank(char c) {
        return c == 'n' || c == 'r' || c == 't' || c == 'f' || c == 'b';
    }
    static constexpr bool isWordByte(char c) { return isDigit(c) || isLetter(c) || c == '_'; }

    std::string_view m_text;
    std::vector<PiiSpan> m_claims;
    std::size_t m_claimedTo = 0; ///< where the last of them ends: asked at nearly every byte
    mutable ListElement m_element;
};

} // namespace goldpan::redact
