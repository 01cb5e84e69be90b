// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/redactor.h"
#include "tests/support/places.h"
#include "tests/support/redaction_faults.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

namespace goldpan::redact {
namespace {

const Redactor& redactor() {
    static const Redactor instance;
    return instance;
}

/// Every text that is tried must come out sound; one that does not is shown.
void expectSoundOn(const std::string& text) {
    ASSERT_EQ(test::redactionFault(redactor(), text), "") << testing::PrintToString(text);
}

TEST(RedactorProperties, HoldOnRandomBytes) {
    std::mt19937 random(20240601);
    for (int round = 0; round < 3000; ++round) {
        std::string text(random() % 120, '\0');
        for (char& c : text) {
            c = static_cast<char>(random());
        }
        expectSoundOn(text);
    }
}

TEST(RedactorProperties, HoldOnMixedFragments) {
    // clang-format off
    static constexpr auto kPieces = std::to_array<std::string_view>({
        "415-555-0132", "(415) ", "555-0133", "+1 ", "+", "0049 ", "12345678", "123-45-6789", "123456789",
        "09 ", "1", "-", ".", " ", " ", ",", "/", "(", ")", "@", "jane", "jane@example.org", "x.com", ".de",
        "phone ", "ssn ", "call ", "order ", "id ", "my number ", "电话", "是", "\\n", "\n", "[PHONE]",
        "[EMAIL]", "[SSN]", "[", "]", "ext. 5", " x12", "müller", "\xE9", "\xE2\x80\x93", "=", "*",
        "2024-01-15", "1690759702", "4111 1111 1111 1111", "4111", "DE89 3704 0044 0532 0130 00", "DE89",
        "10.0.0.1", "fe80::1", "::", ":", "::1", "/24", "%eth0", "passport ", "driver's license ", "PESEL ",
        "my tax ID is ", "AB123456C", "A1234567", "AN ", "as my ", "[IBAN]", "[IP]", "[ADDRESS]",
        "[SECRET]", "[GOV_ID]", "password", "token", "api_key", "\"", "'", "ghp_", "sk-",
        "abc123DEF456ghi789JKL012mno345PQR678", "Bearer ", "-----BEGIN RSA PRIVATE KEY-----", "-----END",
        "://user:", "hunter2A", " Main Street", " Oak ", ", Springfield, IL ", "12 ", "Apt. ", "rue ",
        "Hauptstrasse ", "PO Box ", "address is ", "hooks.slack.com/", "４１５", "（", "٠١٢٣٤٥٦٧", "九", "路", "号", "nº ", "hf_", "--token ", "WIFI:P:", ";", "\\", "%40", "x.com", "?to=", ", ", "Tiger2024x", "phone,name\n", "ssn,name\n", "passports: ", "K1234567", " as my password", "Suite ", "62704",
    });
    // clang-format on
    std::mt19937 random(7);
    for (int round = 0; round < 40000; ++round) {
        std::string text;
        for (std::size_t pieces = random() % 10 + 1; pieces > 0; --pieces) {
            text += kPieces[random() % kPieces.size()];
        }
        expectSoundOn(text);
    }
}

/// What rules look at is bounded in bytes: behind a label, words of other scripts go on past each bound, and
/// it must cut none of their characters.
TEST(RedactorProperties, HoldOnLongTextsOfOtherScripts) {
    static constexpr auto kLabels = std::to_array<std::string_view>({"地址：北京市朝阳区",
                                                                     "住所：東京都",
                                                                     "адрес: ул. Ленина, ",
                                                                     "Διεύθυνση: Πατησίων ",
                                                                     "주소: 서울시 강남구 ",
                                                                     "ที่อยู่ ถนนสุขุมวิท ",
                                                                     "पता: मकान नं. ",
                                                                     "العنوان: شارع العليا، ",
                                                                     "כתובת: רחוב הרצל ",
                                                                     "địa chỉ: ",
                                                                     "password: ",
                                                                     "密码：",
                                                                     "пароль: ",
                                                                     "token=",
                                                                     "护照号 ",
                                                                     "паспорт ",
                                                                     "电话",
                                                                     "тел. ",
                                                                     "card ",
                                                                     "driver's license ",
                                                                     "my address is ",
                                                                     "?email=",
                                                                     "https://",
                                                                     "WIFI:T:WPA;P:"});
    static constexpr auto kWords =
        std::to_array<std::string_view>({"号", "ы", "가", "ก", "न", "ع", "ש", "é", "ệ", "😀", "路", "市", "，",
                                         " ", ",", ".", "12", "5", "A"});
    std::mt19937 random(29);
    for (int round = 0; round < 6000; ++round) {
        std::string text(random() % 4, 'x');
        text += kLabels[random() % kLabels.size()];
        text += std::to_string(random() % 200000) + (random() % 2 == 0 ? "," : "");
        const auto common = kWords[random() % kWords.size()];
        for (std::size_t words = random() % 300; words > 0; --words) {
            text += random() % 24 == 0 ? kWords[random() % kWords.size()] : common;
        }
        if (random() % 2 == 0) {
            text += kLabels[random() % kLabels.size()];
            text += "415-555-0132";
        }
        expectSoundOn(text);
    }
}

TEST(RedactorProperties, LeaveInvalidBytesAlone) {
    EXPECT_EQ(redactor().redacted("caf\xE9 jane@example.org \xFF\xC3 415-555-0132\x80"),
              "caf\xE9 [EMAIL] \xFF\xC3 [PHONE]\x80");
}

std::string someJson(std::mt19937& random, int depth) {
    static constexpr auto kScalars = std::to_array<std::string_view>(
        {"4155550132", "-1.5e3", "null", "true", "\"jane\"", "\"\"", "\"4155550132\"", "\"hunter2A\"",
         "\"[PHONE]\"", "\"call 415-555-0132\"", R"("\u00e9 \ud800")", "\"123-45-6789\"",
         "\"ba7816bf8f01cfea\"", "\"4111 1111 1111 1111\"", "\"+1\"", "\"10.0.0.1\""});
    static constexpr auto kKeys = std::to_array<std::string_view>(
        {"\"a\"", "\"user_id\"", "\"ip\"", "\"password\"", "\"phone_number\"", "\"ssn\"", "\"card\"",
         "\"jane@example.org\"", "\"415-555-0132\"", "\"passport\"", "\"token\"", "\"\""});
    const auto kind = random() % (depth < 3 ? 4 : 2);
    if (kind < 2) {
        return std::string(kScalars[random() % kScalars.size()]);
    }
    std::string out = kind == 2 ? "[" : "{";
    for (std::size_t members = random() % 4; members > 0; --members) {
        if (kind == 3) {
            out += kKeys[random() % kKeys.size()];
            out += ':';
        }
        out += someJson(random, depth + 1) + (members > 1 ? "," : "");
    }
    return out += kind == 2 ? ']' : '}';
}

TEST(RedactorProperties, HoldOnJson) {
    std::mt19937 random(11);
    for (int round = 0; round < 8000; ++round) {
        const std::string text = someJson(random, 0);
        ASSERT_EQ(test::jsonRedactionFault(redactor(), text), "") << text;
    }
}

TEST(RedactorOnSharedTexts, MeetsItsGoals) {
    const auto folder = test::sharedData();
    if (folder.empty()) {
        GTEST_SKIP() << "the shared texts are not here";
    }
    std::istringstream lines(test::readMaybeGzip(folder + "/pii/dev.jsonl"));
    std::int64_t naturals = 0;
    std::int64_t touched = 0;
    for (std::string line; std::getline(lines, line);) {
        const auto row = nlohmann::json::parse(line);
        const auto text = row["text"].get<std::string>();
        expectSoundOn(text);
        ASSERT_EQ(test::jsonRedactionFault(redactor(), text), "") << text;
        if (row["spans"].empty() && !row.contains("ignore") && !row.contains("near")) {
            ++naturals;
            touched += redactor().find(text).empty() ? 0 : 1;
        }
    }
    EXPECT_GT(naturals, 500);
    EXPECT_LT(touched * 100, naturals) << "less than one percent of ordinary texts";
}

} // namespace
} // namespace goldpan::redact
