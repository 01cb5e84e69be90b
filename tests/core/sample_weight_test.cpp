// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/sample_weight.h"

#include <gtest/gtest.h>

namespace goldpan::ingest {
namespace {

TEST(SampleWeight, IsNotedFirstAndReadAgain) {
    for (const auto& [before, after] :
         {std::pair("", R"({"sample_weight":20.0})"), std::pair("{}", R"({"sample_weight":20.0})"),
          std::pair(R"({"a":1,"extra":{"/b":2}})", R"({"sample_weight":20.0,"a":1,"extra":{"/b":2}})"),
          std::pair(R"({"a":1,"sample_weight":4})", R"({"sample_weight":20.0,"a":1})"),
          std::pair(R"({"a":1,"sample_weight":40})", R"({"a":1,"sample_weight":40})"),
          std::pair(R"({"sample_weight":"40","b c":"x\"\u0001","n":1e5,"extra":{"/b": [2]}})",
                    R"({"sample_weight":20.0,"b c":"x\"\u0001","n":1e5,"extra":{"/b": [2]}})"),
          std::pair(R"({"sample_weight":1e999})", R"({"sample_weight":20.0})"), std::pair("[1]", "[1]")}) {
        std::string meta = before;
        noteWeight(meta, 20);
        EXPECT_EQ(meta, after);
    }
    std::string most;
    noteWeight(most, 1e12);
    EXPECT_EQ(weightOf(most), 1e9);
    EXPECT_EQ(weightOf(R"({"sample_weight":20.0,"a":1})"), 20);
    EXPECT_EQ(weightOf(R"({"a":1,"sample_weight":4})"), 4);
}

TEST(SampleWeight, IsOneWhereNothingSaysOtherwise) {
    for (const char* meta :
         {"", "{}", R"({"a":"sample_weight"})", R"({"a":{"sample_weight":4}})", R"({"sample_weight":"4"})",
          R"({"sample_weight":0.5})", R"({"sample_weight":-4})", R"({"sample_weight":1e999})",
          R"({"sample_weight":1000000001})", R"({"sample_weight":1e308})", R"({"sample_weight":null})"}) {
        EXPECT_EQ(weightOf(meta), 1) << meta;
    }
}

} // namespace
} // namespace goldpan::ingest
