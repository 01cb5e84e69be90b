// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// WordDiff: what changed from one text to another, in words. Pure functions; safe on any thread.
#pragma once

#include "core/base/result.h"
#include "core/diff/edit_script.h"

#include <cstddef>
#include <stop_token>
#include <string_view>
#include <vector>

namespace goldpan::diff {

enum class HunkKind {
    equal,
    removed,
    added,
};

/// Bytes [begin, end) of a text.
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
    bool operator==(const ByteRange&) const = default;
};

struct Hunk {
    HunkKind kind = HunkKind::equal;
    ByteRange before; ///< empty, at its place, where words were added
    ByteRange after;  ///< empty, at its place, where words were removed

    bool operator==(const Hunk&) const = default;
};

struct WordDiff {
    std::vector<Hunk> hunks; ///< in order, side by side; where words gave way to others: removed, then added
    std::size_t removedWords = 0; ///< units that are no white space; see word_units.h
    std::size_t addedWords = 0;
    std::size_t work = 0; ///< comparisons made, never much above the budget
    bool minimal = true;  ///< no words are marked that need not be, but for the sake of reading

    [[nodiscard]] bool identical() const;
};

/// Any bytes are texts; no hunk begins or ends inside a code point or inside a unit. Texts that differ too
/// much for `budget` are replaced in larger blocks. Fails only with `cancelled`.
[[nodiscard]] Result<WordDiff> diffWords(std::string_view before, std::string_view after,
                                         const std::stop_token& stop = {}, std::size_t budget = kWorkBudget);

} // namespace goldpan::diff
