// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows hold a gram is read back as it was put in, however many rows there are and however many hold it.
#include "core/base/result.h"
#include "core/store/sql/gram_postings.h"

#include <cstdint>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace goldpan::sql {
namespace {

using search::Gram;

class Postings {
public:
    void add(std::uint32_t offset, const std::vector<Gram>& grams) {
        m_postings.add(offset, grams);
        for (const Gram gram : grams) {
            m_expected[gram].insert(offset);
        }
    }

    void write(std::int64_t span) {
        m_span = span;
        const auto written =
            m_postings.forEachPage(span, [this](Gram first, std::string_view page) -> Result<void> {
                EXPECT_TRUE(m_pages.empty() || m_pages.rbegin()->first < first);
                m_pages.emplace(first, page);
                return {};
            });
        EXPECT_TRUE(written);
    }

    std::set<std::uint32_t> rowsOf(Gram gram) const {
        SegmentRows rows((static_cast<std::size_t>(m_span) + 63) / 64, ~std::uint64_t{0});
        const auto page = m_pages.upper_bound(gram);
        if (page == m_pages.begin()) {
            keepRowsOf(gram, 0, {}, rows);
        } else {
            keepRowsOf(gram, std::prev(page)->first, std::prev(page)->second, rows);
        }
        std::set<std::uint32_t> out;
        for (std::uint32_t row = 0; row < rows.size() * 64; ++row) {
            if ((rows[row / 64] >> row % 64 & 1) != 0) {
                out.insert(row);
            }
        }
        return out;
    }
    std::set<std::uint32_t> expected(Gram gram) const {
        const auto found = m_expected.find(gram);
        return found == m_expected.end() ? std::set<std::uint32_t>() : found->second;
    }
    const std::map<Gram, std::string>& pages() const { return m_pages; }

private:
    GramPostings m_postings;
    std::int64_t m_span = 0;
    std::map<Gram, std::string> m_pages;
    std::map<Gram, std::set<std::uint32_t>> m_expected;
};

TEST(GramPostings, AreReadBackOfSegmentsOfAnyLength) {
    for (const std::int64_t span : {1, 63, 64, 100, 16'383, 16'384, 16'385, 20'000, 49'152, 131'072}) {
        std::mt19937 random(static_cast<unsigned>(span));
        Postings postings;
        for (std::uint32_t row = 0; row < span; ++row) {
            std::vector<Gram> grams{7}; // in every row
            const auto put = [&](Gram gram, bool holds) {
                if (holds) {
                    grams.push_back(gram);
                }
            };
            put(0, row == 0);
            put(1, row == span - 1);
            put(2, row % 2 == 0);
            put(3, row < 16'384);
            put(4, row >= 16'384);
            put(5, random() % 3'000 == 0);
            put(6, row < 16'384 ? row % 3 == 0 : row % 1'000 == 0); // a map of the first rows, then steps
            put(8, row < 16'384 ? row % 1'000 == 0 : row % 3 == 0);
            put(9, row % 9 == 0); // about where a map takes no more room than steps
            put(10, row % 8 == 0);
            put(11, row % 7 == 0);
            put(search::kGramCount - 1, row == span / 2);
            put(static_cast<Gram>(100 + random() % 1'000), true);
            postings.add(row, grams);
        }
        postings.write(span);
        for (Gram gram = 0; gram < 1'200; ++gram) {
            ASSERT_EQ(postings.rowsOf(gram), postings.expected(gram)) << gram << " in " << span;
        }
        for (const Gram gram : {search::kGramCount - 2, search::kGramCount - 1}) {
            ASSERT_EQ(postings.rowsOf(gram), postings.expected(gram)) << gram << " in " << span;
        }
    }
}

TEST(GramPostings, MayLackRows) {
    Postings postings;
    for (const std::uint32_t row : {5U, 16'383U, 16'384U, 50'000U, 66'384U, 131'071U}) {
        postings.add(row, {1, row % 100 + 2});
    }
    postings.write(131'072);
    for (Gram gram = 0; gram < 110; ++gram) {
        EXPECT_EQ(postings.rowsOf(gram), postings.expected(gram)) << gram;
    }
}

TEST(GramPostings, APartEndsWhereItsMemoryDoes) {
    std::vector<Gram> many;
    for (Gram gram = 0; gram < 100'000; ++gram) {
        many.push_back(gram);
    }
    GramPostings postings;
    std::uint32_t rows = 0;
    for (; !postings.isFull() && rows < 16'384; ++rows) {
        postings.add(rows, many);
    }
    EXPECT_LT(rows, 2'000U) << "a hundred thousand bytes each";
    const auto written = postings.forEachPage(rows, [&](Gram first, std::string_view page) -> Result<void> {
        SegmentRows kept((rows + 63) / 64, ~std::uint64_t{0});
        keepRowsOf(first, first, page, kept);
        for (std::uint32_t row = 0; row < rows; ++row) {
            EXPECT_TRUE((kept[row / 64] >> row % 64 & 1) != 0) << first << " in " << row;
        }
        return {};
    });
    EXPECT_TRUE(written);
}

TEST(GramPostings, OfShortSegmentsAreWrittenAsEver) {
    // An index of the format before holds nothing else, and is still read.
    Postings postings;
    for (std::uint32_t row = 0; row < 10'000; ++row) {
        postings.add(row, row == 2 || row == 300 ? std::vector<Gram>{4, 9} : std::vector<Gram>{4});
    }
    postings.write(10'000);
    ASSERT_EQ(postings.pages().size(), 1U);
    const std::string every = std::string(1'250, '\xFF') + std::string(798, '\0'); // of 16,384 rows
    EXPECT_EQ(postings.pages().at(4),
              std::string({0, '\x80', 16}) + every + std::string({5, 3, 3, '\xAA', 2}));
}

} // namespace
} // namespace goldpan::sql
