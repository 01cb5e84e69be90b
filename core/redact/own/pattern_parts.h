// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PatternParts: a regular expression taken apart as far as its "\b" want to know. Pure functions; safe on any
// thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace goldpan::redact {

struct PatternPart {
    enum class Kind : std::uint8_t {
        letter, ///< one byte, an escape, a quote "\Q...\E"
        edge,   ///< "\b"
        set,    ///< "[...]", "\pL"
        group,
        flags, ///< "(?i)"
    };
    Kind kind = Kind::letter;
    std::size_t begin = 0;
    std::size_t end = 0;   ///< behind it, and before what repeats it
    std::size_t inner = 0; ///< of a group: behind "(?:"; its last byte is the ')'
    bool isRepeated = false;
};

using PatternParts = std::vector<PatternPart>;

/// What stands between the '|' of `pattern` from `from` to `to`, outside of groups. Of what RE2 cannot read
/// something comes out too.
[[nodiscard]] std::vector<PatternParts> alternativesOf(std::string_view pattern, std::size_t from,
                                                       std::size_t to);

/// How many groups stand in one another at most; of escapes, quotes and classes no bracket counts.
[[nodiscard]] int groupDepth(std::string_view pattern);

} // namespace goldpan::redact
