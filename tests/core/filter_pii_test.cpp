// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/filter_parser.h"
#include "core/queue/pattern_words.h"
#include "core/redact/redactor.h"
#include "core/store/redacted_filter.h"

#include <gtest/gtest.h>

namespace goldpan {
namespace {

using queue::PatternGaps;
using queue::patternWords;

TEST(PatternWords, SpellsWhatAPatternSays) {
    const auto blank = [](std::string_view pattern) { return patternWords(pattern, PatternGaps::blank); };
    EXPECT_EQ(blank(R"(jane[.]roe@example\.com)"), "jane.roe@example.com");
    EXPECT_EQ(blank(R"(a.b)"), "a.b") << "a full stop that nobody escaped";
    EXPECT_EQ(blank(R"(4(12){3})"), "4121212");
    EXPECT_EQ(blank(R"(\x34\064\Q.+\E)"), "44.+");
    EXPECT_EQ(blank("\xE5\xBC\xA0[\xE4\xB8\x89\xE5\x9B\x9B]"), "\xE5\xBC\xA0\xE4\xB8\x89");
    EXPECT_EQ(blank(R"(a\d\w[a-z][[:alpha:]]b)"), "a\x01\x01\x01\x01"
                                                  "b");
    EXPECT_EQ(blank("a|b"), "a\nb");
}

TEST(PatternWords, WhatPartsNumbersIsABlankOrNothing) {
    for (const std::string gap : {R"(\D)", R"(\D*)", R"(\W+)", "[^0-9]", R"([^\d])", ".*", ".?", ".{0,3}",
                                  R"(\s*)", R"(\s{0,3})", "[[:space:]]", R"([\s\d])", "[ -/]", "[^a-z]+"}) {
        EXPECT_EQ(patternWords("1" + gap + "2", PatternGaps::closed), "12") << gap;
        EXPECT_EQ(patternWords("(1)" + gap + "(?:2)", PatternGaps::blank), "1 2") << gap;
    }
}

class FilterPii : public testing::Test {
protected:
    bool holds(std::string_view filter) {
        EXPECT_TRUE(queue::parseFilter(filter)) << filter;
        return store::filterHoldsPii(filter, m_redactor);
    }

private:
    redact::Redactor m_redactor;
};

TEST_F(FilterPii, IsSeenInAPatternThatSpellsIt) {
    for (const std::string filter :
         {R"(/212\D555\D0147/)", R"(/212[^0-9]555[^0-9]0147/)", "/212.*555.*0147/", "/212.?555.?0147/",
          R"(/212\s*555\s*0147/)", R"(/\(?212\)?[-. ]?555[-. ]?0147/)", R"(/212\D{0,2}555\D{0,2}0147/i)",
          R"(/4111\D1111\D1111\D1111/)", "/4111.1111.1111.1111/", "/4111.?1111.?1111.?1111/",
          R"(/4111(\s*1111){3}/)", R"(/4{1}1{3}.*1{4}.*1{4}.*1{4}/)", R"(/jane\.roe.*@example\.com/)",
          R"(/jane.roe@example.com/)", R"(/jane\.roe\s*@\s*example\.com/)", R"(/536\D22\D9014/)"}) {
        EXPECT_TRUE(holds(filter)) << filter;
    }
}

TEST_F(FilterPii, IsSeenWhereItWasWrittenAsTwoTerms) {
    for (const std::string filter :
         {R"(jane.roe "@example.com")", R"("jane.roe@" example.com)", "4111-1111 1111-1111",
          R"("4111 1111" "1111 1111")", "41111111 11111111", "212-555 0147",
          R"(prompt:jane.roe@ response:example.com)", R"(/4111\D1111/ /1111\D1111/)",
          R"(tag:refund jane.roe OR "@example.com")"}) {
        EXPECT_TRUE(holds(filter)) << filter;
    }
}

TEST_F(FilterPii, IsSeenInATextThatIsNoFilter) {
    const redact::Redactor redactor;
    for (const std::string text :
         {R"(/jane[.]roe@example[.]com/ ))", R"((jane.roe "@example.com")", R"(/212\D555\D0147/ ))",
          R"(prompt:jane.roe@ response:"example.com" ))", R"(("4111 1111" "1111 1111")",
          R"(/4111(\s*1111){3}/ ))", R"("jane.roe@" "example.com)", R"(/jane\.roe\s*@\s*example\.com)",
          "(jane.roe @example.com"}) {
        EXPECT_FALSE(queue::parseFilter(text)) << text;
        EXPECT_TRUE(store::filterHoldsPii(text, redactor)) << text;
    }
    for (const std::string text : {"(tag:refund", R"(prompt:"out of stock)", R"(/error \d+ )", "is:nothing",
                                   "logprob<-0.7 AND OR", R"(/[/)", "latency>1500 )", "\"order 1200\" ("}) {
        EXPECT_FALSE(queue::parseFilter(text)) << text;
        EXPECT_FALSE(store::filterHoldsPii(text, redactor)) << text;
    }
}

TEST_F(FilterPii, OrdinaryFiltersNameNobody) {
    for (const std::string filter : {"logprob<-0.7 tag:refund",
                                     R"(/error \d+/)",
                                     "after:2025-05-01",
                                     "after:2025-05-01 before:2025-06-01T12:30:00",
                                     "model:gpt-4o-2024-08-06",
                                     "id:req-0012",
                                     "id:req-0012 OR id:req-0013 OR id:req-0014",
                                     "is:low-confidence is:flagged state:unreviewed",
                                     "latency>1500 latency<30000",
                                     "logprob:none tag:none",
                                     "drift:last -tag:drift",
                                     "batch:12 operator:ana",
                                     R"("out of stock" refund)",
                                     R"(/\btimeout\b.*\bretry\b/i)",
                                     R"(/^(yes|no)$/)",
                                     R"(/[A-Z]{2}-\d{4,6}/)",
                                     R"(/\d{3}-\d{3}-\d{4}/)",
                                     R"(/\b\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}\b/)",
                                     R"(/\S+@\S+\.\S+/)",
                                     R"(/[\w.]+@[\w.]+/)",
                                     R"(/https?:\/\/\S+/)",
                                     R"(/version [0-9]+\.[0-9]+\.[0-9]+/)",
                                     R"(/HTTP.*50[0-9]/)",
                                     R"(/(?i)order.*(late|missing)/)",
                                     R"(prompt:"error 404" response:sorry)",
                                     R"(correction:"I cannot help" -tag:policy)",
                                     R"(prompt:/^\s*$/)",
                                     "\"[EMAIL]\" OR \"[PHONE]\"",
                                     "similar:req-0012",
                                     R"(2024 2025 "order 1200" 99)",
                                     R"("error 500" "error 502" 1500)",
                                     R"(/^.{0,20}$/)",
                                     R"(/2025-05-\d\dT.*Z/)",
                                     R"(/order 12345.*67890/)",
                                     R"("order 12345" "67890")",
                                     R"(/took \d+ms.*limit 3000ms/)",
                                     R"(/v1\.2\.3.*v1\.3\.0/)",
                                     R"(tag:2025-q2 "invoice 2025" 1204)",
                                     R"(/^.*\D(\d{3})\D.*$/ -/[^a-z]{4}/)",
                                     R"(/user.*@/)",
                                     R"(/\$\d+[.,]\d\d/ 100)",
                                     "\xE9\x80\x80\xE6\xAC\xBE \xE8\xB6\x85\xE6\x97\xB6"}) {
        EXPECT_FALSE(holds(filter)) << filter;
    }
}

} // namespace
} // namespace goldpan
