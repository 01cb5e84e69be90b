// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets in JSON that is text, be it a string in a string: their lists, and the quotes inside of them.
#include "core/redact/redactor.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace goldpan::redact {
namespace {

using Json = nlohmann::json;

std::string redactedOf(const std::string& text) {
    return Redactor().redacted(text);
}

/// `text` as a string of JSON, `depth` times.
std::string nested(std::string text, int depth) {
    for (int i = 0; i < depth; ++i) {
        text = Json(text).dump();
    }
    return text;
}

std::vector<std::string> passwords(int count) {
    std::vector<std::string> out;
    for (int i = 0; i < count; ++i) {
        out.push_back("Tig" + std::string(1, static_cast<char>('a' + i % 26)) + "r" +
                      std::to_string(2000 + i) + "xq");
    }
    return out;
}

TEST(RedactStrings, AListOfPasswordsGoesToItsEnd) {
    const Json whole = {{"passwords", passwords(40)}, {"ids", {"a1b2c3d4e5", "f6a7b8c9d0"}}};
    const Json wanted = {{"passwords", std::vector<std::string>(40, "[SECRET]")}, {"ids", whole["ids"]}};
    for (int depth = 0; depth < 4; ++depth) {
        EXPECT_EQ(redactedOf(nested(whole.dump(), depth)), nested(wanted.dump(), depth));
        EXPECT_EQ(redactedOf(nested(whole.dump(2), depth)), nested(wanted.dump(2), depth)) << "indented";
    }
}

TEST(RedactStrings, AWordInAListOfPasswordsEndsItNot) {
    EXPECT_EQ(redactedOf(R"(passwords = ['Tiger2024x', 'sunshine', 'Lion2024xy'])"),
              R"(passwords = ['[SECRET]', 'sunshine', '[SECRET]'])");
    EXPECT_EQ(redactedOf(R"("passwords": ["sunshine", "Lion2024xy"])"),
              R"("passwords": ["sunshine", "[SECRET]"])");
    const std::string other =
        R"({"passwords":["Tiger2024x"],"ids":["a1b2c3d4e5","f6a7b8c9d0"],"n":["b7c8d9e0"]})";
    EXPECT_EQ(redactedOf(other),
              R"({"passwords":["[SECRET]"],"ids":["a1b2c3d4e5","f6a7b8c9d0"],"n":["b7c8d9e0"]})");
}

TEST(RedactStrings, AListOfPasswordsIsReadInLinearTime) {
    const Json whole = {{"passwords", passwords(40000)}};
    EXPECT_TRUE(redactedOf(nested(whole.dump(), 1)) ==
                nested(Json{{"passwords", std::vector<std::string>(40000, "[SECRET]")}}.dump(), 1));
}

TEST(RedactStrings, AQuoteInsideOfAPasswordIsALetterOfIt) {
    for (const char* password :
         {"Tig\"er-lane-2024xq", "Tig\\er-2024xq", "Tiger2024x\\", "a\"b\"Tiger2024x\""}) {
        const Json whole = {{"password", password}, {"n", 1}};
        const Json list = {{"passwords", {password, "Lion2024xy"}}, {"n", 1}};
        for (int depth = 0; depth < 4; ++depth) {
            EXPECT_EQ(redactedOf(nested(whole.dump(), depth)),
                      nested(R"({"n":1,"password":"[SECRET]"})", depth));
            EXPECT_EQ(redactedOf(nested(list.dump(), depth)),
                      nested(R"({"n":1,"passwords":["[SECRET]","[SECRET]"]})", depth));
        }
    }
    EXPECT_EQ(redactedOf(R"({"password": "Tig\u0022er-lane-2024xq", "n": 1})"),
              R"({"password": "[SECRET]", "n": 1})");
    EXPECT_EQ(redactedOf(R"({\"password\": \"Tig\\u0022er-lane-2024xq\", \"n\": 1})"),
              R"({\"password\": \"[SECRET]\", \"n\": 1})");
    EXPECT_EQ(redactedOf(R"({"a":"{\u0022password\u0022:\u0022Tig\\u0022er2024x\u0022,\u0022n\u0022:1}"})"),
              R"({"a":"{\u0022password\u0022:\u0022[SECRET]\u0022,\u0022n\u0022:1}"})")
        << "as .NET writes a string in a string";
}

TEST(RedactStrings, AStringThatGoesOnBehindAPasswordStays) {
    EXPECT_EQ(redactedOf(R"(log("password": "Tiger2024x\nnext line"))"),
              R"(log("password": "[SECRET]\nnext line"))");
    EXPECT_EQ(redactedOf(R"(say "password='Tiger2024x\" and more")"),
              R"(say "password='[SECRET]\" and more")");
}

} // namespace
} // namespace goldpan::redact
