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

/// Ids that one segment of the index may span: a search reads a list of each segment for each gram, and most
/// of what it reads comes from a disk.
inline constexpr std::int64_t kSegmentSpan = 1 << 17;

/// A set of rows of a segment, a bit a row.
using SegmentRows = std::vector<std::uint64_t>;
[[nodiscard]] std::size_t countOf(const SegmentRows& rows);

class GramPostings {
public:
    /// Rows come in ascending order; `offset` is below kSegmentSpan.
    void add(std::uint32_t offset, std::span<const search::Gram> grams);
    /// Memory is bounded: a segment ends where this says so.
    [[nodiscard]] bool isFull() const { return m_bytes >= kMostBytes; }

    /// Pages in ascending order of their first gram, four to a page of the store where no list is longer, for
    /// a segment that spans so many ids. An error of `sink` ends it. No more rows are added after it.
    template <typename Sink>
    auto forEachPage(std::int64_t span, Sink&& sink) -> decltype(sink(search::Gram{}, std::string_view{})) {
        endPart();
        Page page;
        std::string list;
        for (search::Gram gram = 0; gram < search::kGramCount; ++gram) {
            listOf(gram, span, list);
            if (list.empty()) {
                continue;
            }
            if (!page.hasRoomFor(list)) {
                if (auto taken = sink(page.first, page.bytes); !taken) {
                    return taken;
                }
                page.bytes.clear();
            }
            page.put(gram, list);
        }
        return page.bytes.empty() ? decltype(sink(search::Gram{}, std::string_view{})){}
                                  : sink(page.first, page.bytes);
    }

private:
    static constexpr std::size_t kMostEntries = 8'000'000; ///< of a part
    static constexpr std::size_t kMostBytes = 64'000'000;

    /// The lists of some rows, packed while those of the next ones are gathered.
    struct Part {
        std::uint32_t first = 0;          ///< offset
        std::vector<std::uint32_t> begin; ///< of each gram in bytes; one more at the end
        std::string bytes;

        [[nodiscard]] std::string_view list(search::Gram gram) const {
            return std::string_view(bytes).substr(begin[gram], begin[gram + 1] - begin[gram]);
        }
    };
    struct Page {
        search::Gram first = 0;
        search::Gram last = 0;
        std::string bytes;

        [[nodiscard]] bool hasRoomFor(std::string_view list) const;
        void put(search::Gram gram, std::string_view list);
    };
    void endPart();
    /// Of all parts; empty where no row holds the gram.
    void listOf(search::Gram gram, std::int64_t span, std::string& list) const;

    std::uint32_t m_first = 0;            ///< offset that those in `m_entries` count from
    std::vector<std::uint32_t> m_entries; ///< gram and offset, row by row
    std::vector<std::uint32_t> m_next;    ///< one past the last row of each gram, in all parts
    std::vector<Part> m_parts;
    std::size_t m_bytes = 0; ///< of the parts
};

/// Takes from `rows`, of a whole segment, what does not hold `gram`; `page` is the one whose first gram is
/// the last at or below it. Answers the length of the gram's list in bytes.
std::size_t keepRowsOf(search::Gram gram, search::Gram firstOfPage, std::string_view page, SegmentRows& rows);

} // namespace goldpan::sql
