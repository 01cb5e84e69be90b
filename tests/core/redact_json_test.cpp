// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/json_redactor.h"
#include "core/redact/user_hash.h"

#include "tests/support/deep_stack.h"
#include <array>

#include <gtest/gtest.h>
#include <random>

namespace goldpan::redact {
namespace {

struct Fixture {
    Redactor redactor;
    JsonRedactor json{redactor};
    RedactionCounts counts;

    std::string keepAll(std::string_view text) {
        return json.redact(text, KeyRule::keepAll, counts).value_or("refused");
    }
    std::string protect(std::string_view text) {
        return json.redact(text, KeyRule::protectPeople, counts).value_or("refused");
    }
};

TEST(JsonRedactor, RedactsValuesAndKeysAndKeepsTheRest) {
    Fixture f;
    EXPECT_EQ(
        f.keepAll(R"( { "a@b.co" : [ 1.50, -0, 1e+05, 123456789012345678901234567890, true, null, {} ],
        "to":"call 415-555-0132", "to":"\u00e9\n" } )"),
        R"({"[EMAIL]":[1.50,-0,1e+05,123456789012345678901234567890,true,null,{}],"to":"call [PHONE]","to":"é\n"})");
    EXPECT_EQ(f.counts.byType[0], 1);
    EXPECT_EQ(f.counts.total(), 2);
}

TEST(JsonRedactor, HandsAKeyOnToWhatItHolds) {
    Fixture f;
    EXPECT_EQ(
        f.keepAll(R"({"passwords":["Tiger2024x"],"api_keys":["k3Jd92mNq8XwPz71Lr5T"],"ssns":["219099999"]})"),
        R"({"passwords":["[SECRET]"],"api_keys":["[SECRET]"],"ssns":["[SSN]"]})");
    EXPECT_EQ(
        f.keepAll(R"({"tel":[{"value":"4155550132","type":"home"}],"phones":[4155550132,[4155550133]]})"),
        R"({"tel":[{"value":"[PHONE]","type":"home"}],"phones":["[PHONE]",["[PHONE]"]]})");
    EXPECT_EQ(
        f.keepAll(
            R"({"phone":{"home":"4155550132","Number":4155550133},"passports":[{"number":"A1234567"}]})"),
        R"({"phone":{"home":"[PHONE]","Number":"[PHONE]"},"passports":[{"number":"A1234567"}]})");
    const std::string plain = R"({"order":[{"value":"4155550132"}],"value":4155550132,"x":[4155550132]})";
    EXPECT_EQ(f.keepAll(plain), plain);
}

TEST(JsonRedactor, AShortNumberNeedsItsKey) {
    Fixture f;
    const auto out = f.keepAll(
        R"({"passport_number":12345678,"passport":{"number":12345678,"id":12345678},"mobile_pageviews":1204332,"phone_updated":20240101,"phone":5550132,"password":12345678,)"
        R"("passwords":["12345678"],"tel":4155550132.0,"order":12345678,"seed":5550132,"password_age":12345678,)"
        R"("phone_ratio":4155550132.5,"n":[12345678],"pass":1200})");
    EXPECT_EQ(
        out,
        R"({"passport_number":"[PASSPORT]","passport":{"number":"[PASSPORT]","id":12345678},"mobile_pageviews":1204332,"phone_updated":20240101,"phone":"[PHONE]","password":"[SECRET]",)"
        R"("passwords":["[SECRET]"],"tel":"[PHONE]","order":12345678,"seed":5550132,"password_age":12345678,)"
        R"("phone_ratio":4155550132.5,"n":[12345678],"pass":1200})");
    const std::string words =
        R"({"tokens":["getElementById4"],"logprobs":{"tokens":[{"text":"getElementById"}]},"api_keys":[{"id":"readElementsOnly4"}]})";
    EXPECT_EQ(f.keepAll(words), words) << "what a word is, and which key it is, is none";
    EXPECT_EQ(f.keepAll(out), out);
    EXPECT_EQ(f.keepAll(R"({"password":{"new":"Lion2024xy","old":"Tiger2024x","confirm":"Lion2024xy"}})"),
              R"({"password":{"new":"[SECRET]","old":"[SECRET]","confirm":"[SECRET]"}})");
}

TEST(JsonRedactor, HandsOnTheEndOfALongKey) {
    // Under the whole key the rule would reach from its first letter over each number.
    const Redactor redactor(
        RuleSet::fromJson(
            R"({"rules": [{"name": "w", "pattern": "w[a-z ]{150,}: [0-9]+", "token": "[WIDE]"}]})")
            .value_or(RuleSet()));
    JsonRedactor json(redactor);
    RedactionCounts counts;
    const std::string key = 'w' + std::string(200, 'k') + " phone";
    EXPECT_EQ(json.redact("{\"" + key + R"(":["4155550132",4155550133]})", KeyRule::keepAll, counts)
                  .value_or("refused"),
              "{\"" + key + R"(":["[PHONE]","[PHONE]"]})");
}

TEST(JsonRedactor, TakesScalars) {
    Fixture f;
    EXPECT_EQ(f.keepAll(R"("a@b.co")"), R"("[EMAIL]")");
    EXPECT_EQ(f.keepAll(" 12 "), "12");
    EXPECT_EQ(f.keepAll("null"), "null");
}

TEST(JsonRedactor, RefusesWhatIsNotOneValue) {
    Fixture f;
    for (const std::string_view text : {"",
                                        " ",
                                        "{",
                                        "}",
                                        "[1,]",
                                        "[1",
                                        "1 2",
                                        "1,2",
                                        "1] [2",
                                        "1]",
                                        "]",
                                        "01",
                                        "1.",
                                        ".5",
                                        "+1",
                                        "1e",
                                        "NaN",
                                        "nul",
                                        "truex",
                                        "tru",
                                        "{\"a\"}",
                                        "{\"a\":}",
                                        "{\"a\":1,}",
                                        "{a:1}",
                                        "{\"a\":1]",
                                        "\"a",
                                        "\"\n\"",
                                        "\"\\x\"",
                                        "\"\xE9\"",
                                        "[1 2]",
                                        "{\"a\":1 \"b\":2}",
                                        "{\"a\":1}{",
                                        "-",
                                        "1-",
                                        "0x1",
                                        "1a",
                                        "\"\\u12\""}) {
        EXPECT_EQ(f.keepAll(text), "refused") << text;
    }
    EXPECT_EQ(f.json.redact("{", KeyRule::keepAll, f.counts).error().code, ErrorCode::badValue);
    EXPECT_EQ(f.keepAll("[1]"), "[1]") << "the parser goes on after a refusal";
    EXPECT_EQ(f.counts.total(), 0);
}

TEST(JsonRedactor, NestsAThousandDeep) {
    Fixture f;
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    test::onDeepStack([&] {
        EXPECT_EQ(f.keepAll(nested(1000)), nested(1000));
        EXPECT_EQ(f.keepAll(nested(1001)), "refused");
        EXPECT_EQ(f.keepAll(nested(300000)), "refused");
        EXPECT_EQ(f.keepAll(std::string(300000, '[')), "refused");
    });
}

TEST(JsonRedactor, RepairsLoneSurrogates) {
    Fixture f;
    EXPECT_EQ(f.keepAll(R"(["\ud800","\udc00x","\ud83d\ude00","\ud83d\ud83d\ude00","\\ud800"])"),
              "[\"\xEF\xBF\xBD\",\"\xEF\xBF\xBDx\",\"😀\",\"\xEF\xBF\xBD😀\",\"\\\\ud800\"]");
}

TEST(JsonRedactor, HashesUsersAndDropsAddresses) {
    Fixture f;
    const auto out = f.protect(
        R"({"user_id":"abc","user":{"name":"Jane"},"username":null,"author":"","client_ip":"10.0.0.1",)"
        R"("prompt_tokens":12,"headers":{"x":[1]},"userId":42,"x":{"email":"a@b.co","n":1}})");
    EXPECT_EQ(out,
              R"({"user_id":"ba7816bf8f01cfea","username":null,"author":"","prompt_tokens":12,"userId":")" +
                  hashUserId("42") + R"(","x":{"n":1}})");
    EXPECT_EQ(f.counts.usersHashed, 2);
    EXPECT_EQ(f.counts.valuesDropped, 4);
    EXPECT_EQ(f.counts.byType[0], 0) << "what was dropped is not counted as redacted";
    EXPECT_EQ(f.protect(out), out);
    EXPECT_EQ(f.counts.usersHashed, 2) << "a hash stays a hash";
    EXPECT_EQ(f.keepAll(R"({"address":"Main St","user":"abc"})"), R"({"address":"Main St","user":"abc"})");
    EXPECT_EQ(f.protect(R"({"ip":{"a":[1,}})"), "refused") << "dropped members are validated too";
}

TEST(JsonRedactor, AKeyIsACueForTheNumberInItsString) {
    Fixture f;
    const auto out = f.keepAll(
        R"({"phone_number":"4155550132","ssn":"078051121","order":"4155550132","a":["4155550132"]})");
    EXPECT_EQ(out, R"({"phone_number":"[PHONE]","ssn":"[SSN]","order":"4155550132","a":["4155550132"]})");
    EXPECT_EQ(f.keepAll(out), out);
    EXPECT_EQ(f.counts.total(), 2);
}

TEST(JsonRedactor, ANumberNeedsNoQuotes) {
    Fixture f;
    const auto out =
        f.keepAll(R"({"phone":4155550132,"ssn":219099999,"card_number":4111111111111111,"order":4155550132,)"
                  R"("created":1718000000,"seed":9007199254740991,"ssn_score":-219099999,"ssn":2.19099999})");
    EXPECT_EQ(out,
              R"({"phone":"[PHONE]","ssn":"[SSN]","card_number":"[CREDIT_CARD]","order":4155550132,)"
              R"("created":1718000000,"seed":9007199254740991,"ssn_score":-219099999,"ssn":2.19099999})");
    EXPECT_EQ(f.keepAll(out), out);
    EXPECT_EQ(f.counts.total(), 3);
}

TEST(JsonRedactor, ReadsTheKeyBesideASecret) {
    Fixture f;
    EXPECT_EQ(
        f.keepAll(R"({"password":"correcthorse","apiKey":"9f8e7d6c5b4a39281706","note":"correcthorse"})"),
        R"({"password":"[SECRET]","apiKey":"[SECRET]","note":"correcthorse"})");
    EXPECT_EQ(f.counts.total(), 2);
    EXPECT_EQ(f.keepAll(R"({"password":"string","public_key":"9f8e7d6c5b4a39281706"})"),
              R"({"password":"string","public_key":"9f8e7d6c5b4a39281706"})");
    EXPECT_EQ(f.keepAll(R"({"password":"[SECRET]"})"), R"({"password":"[SECRET]"})");
}

TEST(JsonRedactor, ARedactedKeyStaysThatKey) {
    Fixture f;
    const auto out = f.protect(R"({"a@b.co":"x","[EMAIL]":"y"})");
    EXPECT_EQ(out, R"({"[EMAIL]":"x","[EMAIL]":"y"})");
    EXPECT_EQ(f.protect(out), out);
}

/// A random JSON value made of what makes redaction busy.
std::string randomJson(std::mt19937& random, int depth) {
    static constexpr std::array<std::string_view, 12> kTexts{
        "a@b.co",           "415-555-0132", "4155550132", "phone",     "user", "client_ip",
        "order 4155550132", "call me on",   "[PHONE]",    "078051121", "ssn",  "x"};
    const auto text = [&] { return '"' + std::string(kTexts[random() % kTexts.size()]) + '"'; };
    if (depth == 0 || random() % 3 == 0) {
        return random() % 4 == 0 ? "4155550132" : text();
    }
    const bool object = random() % 2 == 0;
    std::string out = object ? "{" : "[";
    for (std::size_t i = random() % 4; i > 0; --i) {
        out += (object ? text() + ':' : "") + randomJson(random, depth - 1) + (i > 1 ? "," : "");
    }
    return out + (object ? '}' : ']');
}

TEST(JsonRedactor, IsIdempotentOnRandomValues) {
    Fixture f;
    std::mt19937 random(11);
    for (int round = 0; round < 5000; ++round) {
        const auto json = randomJson(random, 4);
        const auto kept = f.keepAll(json);
        ASSERT_NE(kept, "refused") << json;
        EXPECT_EQ(f.keepAll(kept), kept) << json;
        const auto protectedOnce = f.protect(json);
        EXPECT_EQ(f.protect(protectedOnce), protectedOnce) << json;
        EXPECT_EQ(f.protect(kept), f.protect(f.protect(kept))) << json;
    }
}

TEST(ClassifyKey, KnowsPeopleAddressesAndHeaders) {
    for (const std::string_view key :
         {"user", "user_id", "userId", "USER-ID", "end_user", "enduser.id", "username", "user_name", "author",
          "account_id", "customer_id", "/meta/user", "userID"}) {
        EXPECT_EQ(classifyKey(key), KeyClass::user) << key;
    }
    for (const std::string_view key :
         {"ip",        "client_ip", "clientIP",        "remote_addr",   "x_forwarded_for", "X-Forwarded-For",
          "hashed_ip", "email",     "user_email",      "address",       "IPAddress",       "street",
          "phone",     "header",    "request_headers", "Authorization", "cookie",          "Set-Cookie",
          "api_key",   "apiKey",    "auth_token",      "user_agent",    "userAgent",       "/user/email",
          "/headers/0"}) {
        EXPECT_EQ(classifyKey(key), KeyClass::secret) << key;
    }
    for (const std::string_view key :
         {"", "/", "prompt_tokens", "token_count", "max_tokens", "total_tokens", "token", "tokens", "usage",
          "user_negative", "session", "session_id", "script", "recipe", "zip", "description", "model",
          "[EMAIL]", "[PHONE]"}) {
        EXPECT_EQ(classifyKey(key), KeyClass::plain) << key;
    }
}

} // namespace
} // namespace goldpan::redact
