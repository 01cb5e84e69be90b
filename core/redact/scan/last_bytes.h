// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LastBytes: how the phrases of a list end, by their last four bytes. Most texts end in none of them, so that
// the phrases need not be compared one by one. Built by the compiler; safe on any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace goldpan::redact {

class LastBytes {
public:
    /// Each phrase has four bytes or more.
    template <typename List>
    constexpr explicit LastBytes(const List& phrases) {
        for (const std::string_view phrase : phrases) {
            m_has[place(phrase)] = true;
        }
    }

    /// False where `text` ends in no phrase of the list, in whatever case of ASCII.
    [[nodiscard]] constexpr bool mayEnd(std::string_view text) const {
        return text.size() >= kBytes && m_has[place(text)];
    }

private:
    static constexpr std::size_t kBytes = 4;
    static constexpr unsigned kBits = 10;

    static constexpr std::size_t place(std::string_view text) {
        const auto last = text.substr(text.size() - kBytes);
        std::uint32_t bytes = 0;
        for (std::size_t i = 0; i < kBytes; ++i) {
            bytes |= static_cast<std::uint32_t>(static_cast<unsigned char>(last[i])) << (8 * i);
        }
        // The bit that tells the cases apart is left out.
        return ((bytes | 0x20202020U) * 2654435769U) >> (32 - kBits);
    }

    std::array<bool, 1U << kBits> m_has{};
};

} // namespace goldpan::redact
