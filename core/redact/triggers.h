// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Triggers: the bytes at which the scan stops and asks its rules. Pure functions; safe on any thread.
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

/// Where the next trigger stands; the length of `text` where there is none.
[[nodiscard]] std::size_t nextTrigger(std::string_view text, std::size_t pos);
[[nodiscard]] Trigger triggerAt(std::string_view text, std::size_t pos);

} // namespace goldpan::redact
