// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ByteSet: a fixed set of bytes, asked in one load where a rule walks over text. Built by the compiler; safe
// on any thread.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace goldpan::redact {

class ByteSet {
public:
    constexpr explicit ByteSet(std::string_view bytes) {
        for (const char c : bytes) {
            add(c);
        }
    }
    /// The bytes for which `isOne` is true, and those of `bytes`.
    constexpr ByteSet(bool (*isOne)(char), std::string_view bytes)
        : ByteSet(bytes) {
        for (int c = 0; c < 256; ++c) {
            if (isOne(static_cast<char>(c))) {
                add(static_cast<char>(c));
            }
        }
    }

    constexpr void add(char c) { m_has[static_cast<unsigned char>(c)] = true; }
    [[nodiscard]] constexpr bool contains(char c) const { return m_has[static_cast<unsigned char>(c)]; }

private:
    std::array<bool, 256> m_has{};
};

} // namespace goldpan::redact
