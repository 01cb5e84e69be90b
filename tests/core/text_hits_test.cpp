// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What of a text is marked for a filter.
#include "core/queue/filter_parser.h"
#include "core/queue/text_hits.h"

#include <gtest/gtest.h>

namespace goldpan::queue {
namespace {

/// The text with its hits in brackets.
std::string marked(std::string_view filter, std::string_view text, TextField field = TextField::prompt,
                   std::size_t most = 100) {
    std::string out(text);
    const auto hits = TextHits(*parseFilter(filter)).find(text, field, most);
    for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
        out.insert(hit->end, "]");
        out.insert(hit->begin, "[");
    }
    return out;
}

TEST(TextHits, AreWhatTheFilterAsksFor) {
    EXPECT_EQ(marked("refund", "A refund, no REFUNDS"), "A [refund], no [REFUND]S");
    EXPECT_EQ(marked("refund OR \"a b\"", "refund a b"), "[refund] [a b]");
    EXPECT_EQ(marked("-refund invoice", "refund invoice"), "refund [invoice]");
    EXPECT_EQ(marked("-(-refund invoice)", "refund invoice"), "[refund] invoice")
        << "excluded twice is asked for";
    EXPECT_EQ(marked("退款", "请问退款多久？退 款"), "请问[退款]多久？退 款");
    EXPECT_EQ(marked("/[0-9]+/", "12 and 345"), "[12] and [345]");
    EXPECT_EQ(marked("/^the/i", "The end of the the"), "[The] end of the the")
        << "the start is the start of the text";
    EXPECT_EQ(marked("k", "\u212A k"), "[\u212A] [k]");
    EXPECT_EQ(marked("tag:x is:flagged", "x flagged"), "x flagged");
}

TEST(TextHits, LookWhereTheTermLooks) {
    EXPECT_EQ(marked("prompt:a response:b correction:c", "a b c"), "[a] b c");
    EXPECT_EQ(marked("prompt:a response:b correction:c", "a b c", TextField::response), "a [b] c");
}

TEST(TextHits, JoinAndEnd) {
    EXPECT_EQ(marked("abc OR bcd OR cde", "xabcdex"), "x[abcde]x");
    EXPECT_EQ(marked("/a*/", "baac"), "b[aa]c") << "an empty match marks nothing";
    EXPECT_EQ(marked("a", "a a a a", TextField::prompt, 2), "[a] [a] a a");
    EXPECT_EQ(marked("zzz", ""), "");
    EXPECT_TRUE(TextHits(Filter{}).isEmpty());
    EXPECT_TRUE(TextHits(*parseFilter("-a tag:b")).isEmpty());
}

} // namespace
} // namespace goldpan::queue
