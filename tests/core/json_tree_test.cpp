// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// JSON that is walked and changed without losing a digit.
#include "core/base/json_tree.h"

#include <gtest/gtest.h>

namespace goldpan {
namespace {

std::string again(std::string_view json) {
    const auto tree = parseJsonTree(json);
    return tree ? jsonText(*tree) : "none";
}

TEST(JsonTree, KeepsNumbersAsWritten) {
    EXPECT_EQ(again(R"({"ns": 1748737273813000001, "f": 1.50, "e": 2.0E+1, "n": -0})"),
              R"({"ns":1748737273813000001,"f":1.50,"e":2.0E+1,"n":-0})");
    EXPECT_EQ(integerOf(*parseJsonTree("1748737273813000001")), 1748737273813000001);
    EXPECT_EQ(integerOf(*parseJsonTree(R"("1748737273813000001")")), 1748737273813000001);
    EXPECT_EQ(integerOf(*parseJsonTree("3.0")), 3);
    EXPECT_EQ(integerOf(*parseJsonTree("3.5")), std::nullopt);
}

TEST(JsonTree, ReadsScalarsAndRefusesWhatIsNoJson) {
    EXPECT_EQ(again(" 12 "), "12");
    EXPECT_EQ(again(R"("a\u00e9\n")"), R"("aé\n")");
    for (const std::string_view bad :
         {"", "nul", "nullx", "01", "1,2", "[1", "{\"a\":tru}", "{\"a\":1}{", "\"a", "NaN"}) {
        EXPECT_EQ(again(bad), "none") << bad;
    }
}

TEST(JsonTree, TheLastOfADoubledKeyCounts) {
    EXPECT_EQ(again(R"({"a":1,"b":2,"a":3,"b":4,"c":5})"), R"({"a":3,"b":4,"c":5})");
}

TEST(JsonTree, NestsDeep) {
    const std::string deep = std::string(600, '[') + std::string(600, ']');
    EXPECT_EQ(again(deep), deep);
    EXPECT_EQ(again(std::string(2000, '[') + std::string(2000, ']')), "none");
}

TEST(JsonTree, FindsAndSets) {
    auto tree = *parseJsonTree(R"({"a":null,"b":"x"})");
    EXPECT_EQ(tree.findAny({"a", "c", "b"})->text, "x");
    EXPECT_EQ(tree.find("c"), nullptr);
    tree.set("a", JsonTree::number("1"));
    tree.set("c", JsonTree::boolean(true));
    EXPECT_EQ(jsonText(tree), R"({"a":1,"b":"x","c":true})");
}

} // namespace
} // namespace goldpan
