// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// GramPostings: which rows of one stretch hold which grams, as pages of bytes, and how a page is read again.
// Values; one object, one thread.
#pragma once

#include "core/search/grams.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::sql {

/// Ids that one segment of the index may span.
inline constexpr std::int64_t kSegmentSpan = 1 << 14;

/// A set of rows of a segment, a bit a row.
using SegmentRows = std::vector<std::uint64_t>;

class GramPostings {
public:
    /// Rows come in ascending order; `offset` is below kSegmentSpan.
    void add(std::uint32_t offset, std::span<const search::Gram> grams);
    /// Memory is bounded: a segment ends where this says so.
    [[nodiscard]] bool isFull() const { return m_entries.size() >= kMostEntries; }

    /// Pages in ascending order of their first gram, four to a page of the store. An error of `sink` ends it.
    template <typename Sink>
    auto forEachPage(Sink&& sink) const -> decltype(sink(search::Gram{}, std::string_view{})) {
        const Lists lists = encode();
        std::string page;
        for (search::Gram gram = 0; gram < search::kGramCount;) {
            const search::Gram first = nextPage(lists, gram, page);
            if (!page.empty()) {
                if (auto taken = sink(first, page); !taken) {
                    return taken;
                }
            }
        }
        return {};
    }

private:
    static constexpr std::size_t kMostEntries = 8'000'000;

    struct Lists {
        std::vector<std::uint32_t> begin; ///< of each gram in bytes; one more at the end
        std::string bytes;
    };
    [[nodiscard]] Lists encode() const;
    /// Fills `page` with the lists from `gram` on and moves it behind them; answers the first gram in it.
    static search::Gram nextPage(const Lists& lists, search::Gram& gram, std::string& page);

    std::vector<std::uint32_t> m_entries; ///< gram and offset, row by row
};

/// Takes from `rows` what does not hold `gram`; `page` is the one whose first gram is the last at or below
/// it.
void keepRowsOf(search::Gram gram, search::Gram firstOfPage, std::string_view page, SegmentRows& rows);

} // namespace goldpan::sql
