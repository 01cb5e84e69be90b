// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/sample_weight.h"

#include <gtest/gtest.h>

namespace goldpan::sampling {
namespace {

TEST(SampleWeight, IsSaidFirstAndReadAgain) {
    for (const auto& [before, after] :
         {std::pair("", R"({"sample_weight":20.0})"), std::pair("{}", R"({"sample_weight":20.0})"),
          std::pair(R"({"a":1,"extra":{"/b":2}})", R"({"sample_weight":20.0,"a":1,"extra":{"/b":2}})"),
          std::pair(R"({"a":1,"sample_weight":4})", R"({"sample_weight":20.0,"a":1})"),
          std::pair(R"({"a":1,"sample_weight":40})", R"({"sample_weight":20.0,"a":1})"),
          std::pair(R"({"a":1,"sample_weight":2e1})", R"({"a":1,"sample_weight":2e1})"),
          std::pair(R"({"sample_weight":"40","b c":"x\"\u0001","n":1e5,"extra":{"/b": [2]}})",
                    R"({"sample_weight":20.0,"b c":"x\"\u0001","n":1e5,"extra":{"/b": [2]}})"),
          std::pair(R"({"sample_weight":1e999})", R"({"sample_weight":20.0})")}) {
        std::string meta = before;
        setWeight(meta, 20);
        EXPECT_EQ(meta, after);
        EXPECT_EQ(weightOf(meta), 20);
    }
    std::string most;
    setWeight(most, 1e12);
    EXPECT_EQ(weightOf(most), 1e9);
    EXPECT_EQ(weightOf(R"({"a":1,"sample_weight":4})"), 4);
}

TEST(SampleWeight, OfOneIsNotSaid) {
    for (const auto& [before, after] :
         {std::pair("", ""), std::pair("{}", "{}"), std::pair(R"({"a":1})", R"({"a":1})"),
          std::pair(R"({"sample_weight":20.0})", ""),
          std::pair(R"({"a":{"sample_weight":4},"sample_weight":4,"b":"c"})",
                    R"({"a":{"sample_weight":4},"b":"c"})"),
          std::pair(R"({"sample_weight":"4"})", R"({"sample_weight":"4"})")}) { // no weight, so it stays
        std::string meta = before;
        setWeight(meta, 1);
        EXPECT_EQ(meta, after);
    }
}

TEST(SampleWeight, IsNoOtherContent) {
    EXPECT_TRUE(isSameBesideWeight("", R"({"sample_weight":20.0})"));
    EXPECT_TRUE(isSameBesideWeight(R"({"a":1,"sample_weight":4})", R"({"sample_weight":20.0,"a":1})"));
    EXPECT_TRUE(
        isSameBesideWeight(R"({"a":"sample_weight"})", R"({"sample_weight":2.0,"a":"sample_weight"})"));
    EXPECT_FALSE(isSameBesideWeight(R"({"a":1,"sample_weight":4})", R"({"sample_weight":4,"a":2})"));
    EXPECT_FALSE(isSameBesideWeight("", R"({"a":1})"));
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
} // namespace goldpan::sampling
