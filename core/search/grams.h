// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Grams: the short runs of code points that a search index is made of. A text that holds a word (in any case)
// holds all grams of the word. Owned by whoever reads texts; one object, one thread.
#pragma once

#include "core/search/case_fold.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace goldpan::search {

/// A hash of two neighbouring unspaced characters, or of any other three neighbours; below kGramCount.
using Gram = std::uint32_t;
inline constexpr int kGramBits = 18;
inline constexpr Gram kGramCount = Gram{1} << kGramBits;
/// To be raised with every change to which grams a text has, and to how an index writes them down: what was
/// indexed under another number is indexed anew.
inline constexpr std::int64_t kGramFormat = 2;

/// The distinct grams of one row, text by text: no gram spans two texts.
class GramSet {
public:
    GramSet()
        : m_seen(kGramCount / 64) {}

    void add(std::string_view text);
    /// In the order of their first place.
    [[nodiscard]] const std::vector<Gram>& grams() const { return m_grams; }
    void clear();

private:
    void put(char32_t a, char32_t b, char32_t c);

    CaseFold m_fold;
    std::vector<std::uint64_t> m_seen; ///< a bit a gram
    std::vector<Gram> m_grams;
};

} // namespace goldpan::search
