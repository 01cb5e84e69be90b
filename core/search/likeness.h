// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Likeness: whether a row says nearly the same as a given one, other names and numbers aside. Exact and the
// same everywhere: no sampling, no model. Owned by one search; one object, one thread.
#pragma once

#include "core/search/case_fold.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace goldpan::search {

/// Texts are compared by their pairs of neighbours: words, or single characters where a script has no spaces;
/// case, punctuation and the digits of numbers count for nothing. Two rows are alike where at least two
/// fifths of all pairs stand in both: of their prompts, of their responses, or of both texts together. A text
/// of less than eight pairs counts only together with the other one.
class Likeness {
public:
    Likeness(std::string_view prompt, std::string_view response);

    [[nodiscard]] bool isLike(std::string_view prompt, std::string_view response);

private:
    using Pairs = std::vector<std::uint64_t>;

    /// The pairs of one text of the given row.
    class Known {
    public:
        Known() = default;
        explicit Known(Pairs sorted);
        [[nodiscard]] const Pairs& pairs() const { return m_pairs; }
        /// How many of `some`, doubles included, are known.
        [[nodiscard]] std::size_t countOf(const Pairs& some) const;

    private:
        [[nodiscard]] bool contains(std::uint64_t pair) const;
        Pairs m_pairs;
        std::array<std::uint64_t, 256> m_bits{}; ///< says no quickly
    };

    void read(std::string_view text, Pairs& out);
    static void sort(Pairs& pairs);
    static bool isShared(const Pairs& a, const Pairs& b);

    CaseFold m_fold;
    Known m_prompt;
    Known m_response;
    Known m_both;
    Pairs m_readPrompt; ///< of the row that is asked about
    Pairs m_readResponse;
    Pairs m_readBoth;
};

} // namespace goldpan::search
