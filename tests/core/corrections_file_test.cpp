// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/corrections_file.h"

#include <gtest/gtest.h>

namespace goldpan::review {
namespace {

/// The pairs as `id=text`, null as `id=null`; an error as `code where`.
std::string read(std::string_view json) {
    const auto parsed = parseCorrections(json);
    if (!parsed) {
        return std::string(errorName(parsed.error().code)) + " " + parsed.error().where;
    }
    std::string out;
    for (const auto& pair : *parsed) {
        out += (out.empty() ? "" : " ") + pair.requestId + "=" + pair.text.value_or("null");
    }
    return out;
}

TEST(CorrectionsFile, KeepsTheOrderOfTheFile) {
    EXPECT_EQ(read(R"({"z": "one", "a": "", "m": null})"), "z=one a= m=null");
    EXPECT_EQ(read("{}"), "");
    EXPECT_EQ(read(" {\n \"a\" : \"\\u00e9\\n\"\n}\n"), "a=\xC3\xA9\n");
}

TEST(CorrectionsFile, LetsTheLastOfADoubledKeyCount) {
    EXPECT_EQ(read(R"({"a": "first", "b": "other", "a": "last"})"), "a=last b=other");
    EXPECT_EQ(read(R"({"a": "first", "a": null})"), "a=null");
}

TEST(CorrectionsFile, RepairsLoneSurrogates) {
    EXPECT_EQ(read(R"({"a": "x\ud83d", "b\udc00": "y"})"), "a=x\xEF\xBF\xBD b\xEF\xBF\xBD=y");
}

TEST(CorrectionsFile, SaysWhereItIsNoJson) {
    EXPECT_EQ(read(R"({"a": "x",})"), "corrupt byte 11");
    EXPECT_EQ(read(R"({"a": "x"} tail)"), "corrupt byte 13");
    EXPECT_EQ(read(R"({"a": "x)"), "corrupt byte 9");
    EXPECT_EQ(read("{\"a\": \"\xE9\"}"), "corrupt byte 9");
    EXPECT_EQ(read(""), "corrupt byte 1");
    EXPECT_EQ(read(R"({"a": NaN})"), "corrupt byte 7");
}

TEST(CorrectionsFile, NamesTheRowWhoseValueIsNoText) {
    EXPECT_EQ(read(R"({"ok": "x", "req-7": 3})"), "bad_value request_id req-7");
    EXPECT_EQ(read(R"({"req-7": {"text": "x"}})"), "bad_value request_id req-7");
    EXPECT_EQ(read(R"({"req-7": ["x"]})"), "bad_value request_id req-7");
    EXPECT_EQ(read(R"({"req-7": true})"), "bad_value request_id req-7");
}

TEST(CorrectionsFile, RefusesWhatIsNoObject) {
    for (const char* json : {"[]", "\"text\"", "null", "3", "[{\"a\": \"x\"}]"}) {
        EXPECT_EQ(read(json), "bad_value ") << json;
    }
}

} // namespace
} // namespace goldpan::review
