// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The hash of a rule set is to change with what the rules do. Nobody remembers to raise a version, so what a
// set of texts becomes is pinned beside it.
#include "core/base/sha256.h"
#include "core/redact/json_redactor.h"
#include "core/redact/rules/rules.h"

#include <gtest/gtest.h>

#include <map>

namespace goldpan::redact {
namespace {

using Texts = std::vector<std::string>;

const std::map<std::string, Texts> kProbes = {
    {"secret",
     {"login(\"bob\", \"mJ7#kq2Lw9zR\")",
      "login(\\\"bob\\\", \\\"mJ7#kq2Lw9zR\\\") signin(\"x\", \"popup_redirect_2024\")",
      "la contraseña que uso es solYmar99",
      "ghp_abcdefghijklmnopqrstuvwxyzABCDEFGHIJ",
      "password: hunter2-Aa!",
      "password: correcthorse",
      "export API_KEY=9f8e7d6c5b4a39281706",
      "https://jane:s3cr3t-Pass@example.org/x",
      "token = null",
      "Authorization: Bearer abcDEF123456ghiJKL789",
      "sk-proj-1234567890abcdefABCDEF",
      "sk-learn-contrib",
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
      "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQ\n-----END PRIVATE KEY-----",
      "AKIAIOSFODNN7EXAMPLE",
      "the passcode is 4821-xK",
      "commit 9f8e7d6c5b4a392817069f8e7d6c5b4a39281706",
      "mi clave es rocket_coffee078",
      "clave: importante",
      "clave: AX-2024-001",
      "senha do wifi: casa4481",
      "winter5202 is my wifi password.",
      "password:\nTulip!4481x",
      "password: Tiger2024x, Lion2024x",
      "echo 482913 | sudo -S id",
      "WIFI:P:tigerlily;T:WPA;S:home;;",
      "Chapter7 as the password",
      "пароль от почты zimaLeto2041, логин",
      "variable \"db_password\" {\n  default = \"Quartz-Mole-55\"",
      "wifi password?\nBo: purpleOtter4412",
      "{\"password\": [\"Tiger2024x\"]}",
      "{\"passwords\": [\"Tiger2024x\", \"lion2024xy\"]}",
      "{\"password\":{\"old\":\"Lion2024xy\"}}",
      "{\"password\":\"Tig\\\"er2024xq\"}",
      "which library for the password?\nlibsodium23",
      "The wifi password is?\nhunter2abc"}},
    {"email",
     {"jane.roe@example.com", "mailto:a+b@mail.example.co.uk.", "lodash@4.17.21", "user@localhost",
      "jane (at) example.com", "müller@bücher.example", "?email=jonas3381%40team.cloud",
      "?to=jane%40example.com", "<x@y.org>,z@y.org", "git@github.com:a/b.git"}},
    {"iban", {"DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432", "DE88 3704 0044 0532 0130 00"}},
    {"card",
     {"4111 1111 1111 1111", "4111-1111-1111-1112", "card 4111111111111112", "378282246310005",
      "order 6011111111111117", "9111111111111111", "17,4111111111111111,2027-01", "12:4111111111111111:3",
      "0,4111111111111111", "1,4111111111111111"}},
    {"ip",
     {"kafka-1/10.0.0.1:9092", "Chrome/120.0.0.0:12", "10.0.0.1", "version 1.2.3.4", "2001:db8::1",
      "fe80::1%eth0/64", "::1", "12:30:45", "256.1.1.1", "section 1.2.3.4.5", "10.0.0.1-10.0.0.254",
      "client_ip==10.0.0.1", "nginx 2.4.1.0 build"}},
    {"passport",
     {"4509 123456, паспорт 4510 654321", "4510 654321 — паспорт № 1", "passport no. 123456789",
      "Reisepass C01X00T47", "passport to 2024", "护照号 E12345678", "mein Pass hat die Nummer C8HK40FP5",
      "<passport country=\"IE\">LK8829104</passport>", "passports: K1234567, K1234568",
      "L898902C36UTO7408122F1204159ZE184226B<<<<<10", "DOCS P/IND/M4410927/IND/03MAR79/M",
      "Pssprt# 548291037", "Passport\nnumber\n152022524"}},
    {"driver_license",
     {"driver's license D1234567", "Führerschein B072RRE2I55", "permis de conduire 12AB34567",
      "license: D8829104", "tx dl# 18829104", "\"dl\": 448291", "license: MIT-1234567",
      "Driver license\nnumber\nD1234567"}},
    {"gov_id",
     {"250-1234567-8901234 ИНН 500100732259", "123456789012 ИНН 5", "national insurance QQ 12 34 56 C",
      "AB123456C", "codice fiscale RSSMRA85T10A562S", "529.982.247-25", "Aadhaar 2345 6789 0124",
      "DNI 12345678Z", "tax id 12-3456789", "身份证 11010519491231002X", "C.N.P. 2880704448291",
      "811218-9876", "Tax ID\nnumber\n12-3456789"}},
    {"ssn",
     {"your SSN?\nBo: 219099999", "count of SSN rows?\nBo: 219099999", "078-05-1120", "219-09-9999",
      "ssn 219099999", "000-12-3456", "219 09 9999", "ssn740-68-8821", "219099999",
      "ssn,name\n219099999,jane\n219099998,john", "ssn,[EMAIL] v\nx,219099999"}},
    {"phone",
     {"your number?\nBo: 98765 43210",
      "a phone in all rows of it?\nBo: 98765 43210",
      "tel: no, pedido 87654321",
      "tel. pedido 87654321",
      "0221 / 47 11 08-15",
      "+1 (415) 555-0132",
      "415-555-0132",
      "call 4155550132",
      "order 4155550132",
      "030 1234567",
      "tel. 020 7946 0958",
      "doi:10.1630/j.cell.2010.03.083",
      "2024-05-01",
      "phone: 123",
      "01 23 45 67 89",
      "+49 30 1234567 ext. 12",
      "+14155550132,+14155550133",
      "phone 4155550132\n4155550133",
      "phone,name\n4155550132,jane\n4155550133,john",
      "415.555.0132,415.555.0133",
      "phone,[EMAIL] v\nx,4155550132"}},
    {"address",
     {"12 Main Street, Springfield, IL 62704", "Hauptstraße 5, 10115 Berlin", "PO Box 1234",
      "12 rue de la Paix", "my address is 7 Elm", "step 12 of the road map", "東京都千代田区丸の内1-9-1",
      "Flat 4B, 221B Baker Street", "पता नहीं, 2024 में 15 लोग थे", "पता फ्लैट नं. 77, जयपुर 302015",
      "Адрес: страница 12 учебника по химии", "адрес: вул. Сумська, 26, кв. 8",
      "Адрес регистра: 448 кб памяти", "12 MG Road, Bengaluru 560001", "주소는 김포시 장기동 1234, 102호",
      "पता 221, गांधी नगर, दिल्ली 110001", "ที่อยู่ 99/1 ม.3 ต.ในเมือง อ.เมือง จ.ขอนแก่น 40000"}},
};

constexpr const char* kOwn = R"({"rules": [
    {"name": "customer", "pattern": "C-[0-9]{4,}", "token": "[CUSTOMER_NO]"},
    {"name": "case", "pattern": "\\b[0-9]{6}\\b", "token": "[CASE]", "cues": ["case", "ticket number", "Номер"]},
    {"name": "ivan", "pattern": "\\bИван\\b", "token": "[PERSON]"},
    {"name": "petr", "pattern": "\\b\\x{41F}ётр\\b", "token": "[PERSON]"},
    {"name": "desk", "pattern": "desk-C-[0-9]{4}", "token": "[DESK]"},
    {"name": "words", "pattern": "user|role|secret [a-z]+", "token": "[SECRET]", "case_insensitive": true}
], "allow": ["C-1111", "desk-C-2222", "*@help.example.com"]})";

const Texts kOwnTexts = {"C-1234 called from 415-555-0132",
                         "case 123456, suitcase 123456",
                         "case\n123456",
                         "123456 is the case",
                         "ticket number: 123456",
                         "НОМЕР 123456",
                         "case jane@example.org 123456",
                         "case [EMAIL] 123456",
                         "C-1111 a@help.example.com SECRET Plan",
                         "C-1234.roe@example.org",
                         "219-09-1234|a@help.example.com",
                         "case a.123456@help.example.com",
                         "desk-C-2222, desk-C-2223",
                         "Иван, ИванИван",
                         "[INST]Иван",
                         "Пётр, Пётра",
                         "('password','hunter2Secret9@help.example.com')"};

const Texts kEscapedTexts = {
    R"({"body": "\u7535\u8bdd415-555-0132"})",      R"(415\\u002d555-0132)", R"(a\u0040b.co)",
    R"(https:\/\/jane:s3cr3t-Pass@example.org\/x)", R"(\f4111111111111111)", R"(\u0022a\u005cb)"};

/// Of what becomes of the texts.
std::string digestOf(const Redactor& redactor, const Texts& texts) {
    std::string out;
    JsonRedactor json(redactor);
    for (const auto& text : texts) {
        out += redactor.redacted(text) + '\n';
    }
    RedactionCounts counts;
    out +=
        json.redact(
                R"({"role":"user","case":123456,"phone":4155550132,"n":[1],"user_id":"jane","passwords":["Tiger2024x"],"phones":[4155550133]})",
                KeyRule::protectPeople, counts)
            .value_or("refused");
    return sha256Hex(out).substr(0, 12);
}

TEST(RuleVersions, FollowWhatTheRulesDo) {
    const std::map<std::string, std::string> pinned = {
        {"address", "7 c862a59f1511"},   {"card", "5 c6d0b0126315"},    {"driver_license", "12 832edee6f8fa"},
        {"email", "6 2ddf216c1a41"},     {"escapes", "2 5bc556721c6a"}, {"gov_id", "12 49d72f8b7551"},
        {"iban", "2 0ed0b5ce1c11"},      {"ip", "6 4ea4915e3c78"},      {"own", "12 1c01447b1cdb"},
        {"passport", "11 d910fa71dfca"}, {"phone", "12 26c665deaafd"},  {"secret", "19 ca40bec3e203"},
        {"ssn", "9 984fcf84efca"},
    };
    std::map<std::string, std::string> found;
    const Redactor redactor;
    for (const Rule& rule : allRules()) {
        const std::string name(rule.name);
        ASSERT_TRUE(kProbes.contains(name)) << name;
        found[name] = std::to_string(rule.version) + ' ' + digestOf(redactor, kProbes.at(name));
    }
    const auto described = describeBuiltInRules();
    const auto versionOf = [&](const std::string& name) {
        const auto line = described.substr(described.rfind('\n' + name + ' ') + name.size() + 2);
        return line.substr(0, line.find('\n'));
    };
    found["escapes"] = versionOf("escapes") + ' ' + digestOf(redactor, kEscapedTexts);
    found["own"] =
        versionOf("own") + ' ' + digestOf(Redactor(RuleSet::fromJson(kOwn).value_or(RuleSet())), kOwnTexts);
    for (const auto& [name, state] : found) {
        EXPECT_EQ(state, pinned.contains(name) ? pinned.at(name) : "")
            << name
            << ": where the digest differs, the rule decides differently: raise its version in rules.cpp "
               "and write both here";
    }
}

} // namespace
} // namespace goldpan::redact
