// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// CaseFold: one spelling for all cases of a letter, as RE2 sees them, so that texts that an (?i) search takes
// for equal fold to equal text. It asks RE2 itself, a page of code points at a time, and remembers. Owned by
// whoever folds; one object, one thread.
#pragma once

#include <array>
#include <cstdint>
#include <memory>

namespace goldpan::search {

class CaseFold {
public:
    /// Unicode's simple case folding: K, k and the Kelvin sign are one; marks are kept.
    [[nodiscard]] char32_t operator()(char32_t c) {
        if (c < 0x80) {
            return c >= U'A' && c <= U'Z' ? c + 0x20 : c;
        }
        return c < kFirstUncased ? paged(c) : c;
    }

    /// Differs where RE2 may fold by another version of Unicode: what was folded under another number is to
    /// be folded again.
    [[nodiscard]] static std::int64_t version();

private:
    static constexpr char32_t kFirstUncased = 0x20000; ///< from here on there are only ideographs and tags
    static constexpr char32_t kPageSize = 64;
    using Page = std::array<char32_t, kPageSize>;

    [[nodiscard]] char32_t paged(char32_t c);
    [[nodiscard]] static Page askRe2(char32_t first);

    std::array<std::unique_ptr<Page>, kFirstUncased / kPageSize> m_pages;
};

/// Ideographs, kana and hangul: written without spaces, and two of them are a word.
[[nodiscard]] bool isUnspaced(char32_t c);

} // namespace goldpan::search
