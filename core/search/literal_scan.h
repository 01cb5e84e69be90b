// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LiteralScan: whether a text can hold a literal, by its bytes alone and many at a time. It looks for a part
// of the literal whose cases all take the same bytes but for one bit: ASCII letters without k and s (which
// the Kelvin sign and the long s are cases of), other ASCII, and characters that have no case. A value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace goldpan::search {

class LiteralScan {
public:
    explicit LiteralScan(std::string_view literal);

    /// Without it mayHold() is always true.
    [[nodiscard]] bool isUseful() const { return !m_part.empty(); }
    /// A text that may hold the literal does hold it, in whatever case.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    /// The part stands in a JSON string as it is, unless it is written with \u.
    [[nodiscard]] bool isPlainInJson() const;
    /// False only of a text that holds the literal in no case (Unicode simple folding).
    [[nodiscard]] bool mayHold(std::string_view text) const;

private:
    struct Byte { ///< of the part: equal to one of a text that has `fold` set too
        std::uint8_t value = 0;
        std::uint8_t fold = 0;
        /// Zero where it is equal.
        [[nodiscard]] std::uint8_t differs(char c) const {
            return static_cast<std::uint8_t>((static_cast<std::uint8_t>(c) | fold) ^ value);
        }
        [[nodiscard]] bool equals(char c) const { return differs(c) == 0; }
    };
    [[nodiscard]] Byte at(std::size_t place) const;
    [[nodiscard]] bool standsAt(const char* text) const;

    std::string m_part;       ///< in lower case
    std::size_t m_rarest = 0; ///< two places of it that are looked at first
    std::size_t m_other = 0;
    bool m_isWhole = false;
};

} // namespace goldpan::search
