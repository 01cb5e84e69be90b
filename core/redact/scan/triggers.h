// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Triggers: the bytes at which the scan stops and asks its rules. Pure functions, safe on any thread, and a
// walk that one scan owns.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace goldpan::redact {

/// Bits, so that a rule can name several.
enum class Trigger : std::uint8_t {
    none = 0,
    at = 1,      ///< '@'
    digit = 2,   ///< first digit of a group
    pair = 4,    ///< ':' or '=': a name may stand before, a value behind it
    dashes = 8,  ///< the first of two '-'
    prefix = 16, ///< before '_' or '-', a letter that ends the prefix of a key of letters alone: "hf_"
};

/// Walks over a text from trigger to trigger. The text must outlive it.
class TriggerWalk {
public:
    explicit TriggerWalk(std::string_view text)
        : m_text(text) {}

    /// The first trigger at `pos` or behind it; the length of the text where there is none. `pos` never goes
    /// back.
    [[nodiscard]] std::size_t next(std::size_t pos);

private:
    std::string_view m_text;
    std::size_t m_end = 0; ///< of the block that was read last
    unsigned m_found = 0;  ///< a bit for each byte of it, the last byte the highest
};

[[nodiscard]] Trigger triggerAt(std::string_view text, std::size_t pos);

} // namespace goldpan::redact
