// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// WordEdges: the "\b" at the begin and the end of a pattern with letters beyond ASCII, which RE2's knows
// nothing of. Read off the pattern and asked of its matches here. Values; safe on any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace goldpan::redact {

struct WordEdges {
    std::string pattern; ///< what is left for RE2
    bool atBegin = false;
    bool atEnd = false;
    bool cutsLetters = false; ///< a "\b" that stays beside such a letter, where it would find no word
    bool any = false;         ///< the pattern has one, wherever
    bool isTooDeep = false;   ///< beside such letters: too many groups in groups to read
};

/// Every alternative of the pattern has to begin with one (or to end), be it in a group of its own:
/// "(?i)\b(...)", "\bA|\bB", "(?:(A|B)\b)".
[[nodiscard]] WordEdges readWordEdges(std::string_view pattern);

/// A letter of Latin, Greek or Cyrillic, a digit or '_' begins at `pos`, or ends there.
[[nodiscard]] bool isWordAt(std::string_view text, std::size_t pos);
[[nodiscard]] bool isWordBefore(std::string_view text, std::size_t pos);
/// No word of these goes on across `pos`. Other scripts touch what stands beside them, and no edge is inside
/// of a character.
[[nodiscard]] bool isWordEdge(std::string_view text, std::size_t pos);

} // namespace goldpan::redact
