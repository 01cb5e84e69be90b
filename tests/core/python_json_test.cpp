// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/python_json.h"

#include <gtest/gtest.h>

namespace goldpan {
namespace {

TEST(PythonJson, WhatIsNoNumberBecomesNullOutsideOfStrings) {
    EXPECT_EQ(strictJson(R"({"a": NaN, "b": [Infinity,-Infinity], "c": -1})"),
              R"({"a": null, "b": [null,null], "c": -1})");
    EXPECT_EQ(strictJson(R"({"NaN": "say \"NaN\" -Infinity\\", "b": NaN})"),
              R"({"NaN": "say \"NaN\" -Infinity\\", "b": null})");
    EXPECT_EQ(strictJson("1NaN"), "1null") << "no JSON stays none";
    EXPECT_EQ(strictJson("[\"NaN"), "[\"NaN");
    EXPECT_EQ(strictJson("[NaN, \"\\"), "[null, \"\\");
    EXPECT_EQ(strictJson(""), "");
}

TEST(PythonJson, LoneSurrogatesAreReplaced) {
    EXPECT_EQ(strictJson(R"(["\ud800 NaN", "\ud83d\ude00", NaN])"),
              R"(["\ufffd NaN", "\ud83d\ude00", null])");
}

} // namespace
} // namespace goldpan
