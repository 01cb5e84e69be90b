// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/planted.h"

#include <array>
#include <gtest/gtest.h>
#include <random>

namespace goldpan::test {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kUpper = "ABCDEFGHJKLMNPRSTUVWXYZ";
constexpr std::string_view kLower = "abcdefghijkmnopqrstuvwxyz";
constexpr std::string_view kKey = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789";

using Sentences = std::array<std::string_view, 4>; ///< "%" is the value

class Inventor {
public:
    explicit Inventor(unsigned seed)
        : m_random(seed) {}

    std::string some(std::string_view alphabet, int count) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            text += alphabet[m_random() % alphabet.size()];
        }
        return text;
    }
    std::string number(int from, int to) {
        return std::to_string(from + static_cast<int>(m_random() % static_cast<unsigned>(to - from)));
    }
    std::string digits(int count) { return some(kDigits, count); }
    std::string name(int letters) { return some("BCDFGHKLMNPRSTW", 1) + some(kLower, letters - 1); }

private:
    std::mt19937 m_random; ///< the same everywhere, unlike the distributions
};

char luhnDigit(std::string_view digits) {
    int sum = 0;
    bool twice = true;
    for (auto at = digits.rbegin(); at != digits.rend(); ++at, twice = !twice) {
        const int value = (*at - '0') * (twice ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

int remainder97(std::string_view digits) {
    int rest = 0;
    for (const char c : digits) {
        rest = (rest * 10 + c - '0') % 97;
    }
    return rest;
}

std::string inFours(std::string_view text, std::string_view between) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); at += 4) {
        out += (at == 0 ? "" : std::string(between)) + std::string(text.substr(at, 4));
    }
    return out;
}

std::string email(Inventor& make, std::size_t) {
    return make.some(kLower, 5) + "." + make.some(kLower, 10) + "@" + make.some(kLower, 6) + ".example.com";
}

std::string phone(Inventor& make, std::size_t turn) {
    switch (turn % 3) {
    case 0:
        return "(" + make.number(201, 989) + ") 555-" + make.digits(4);
    case 1:
        return "+49 30 2" + make.digits(7);
    default:
        return "+44 20 7946 " + make.digits(4);
    }
}

std::string ssn(Inventor& make, std::size_t) {
    return make.number(101, 600) + "-" + make.number(10, 99) + "-" + make.number(1000, 9999);
}

std::string card(Inventor& make, std::size_t turn) {
    std::string number = (turn % 2 == 0 ? "4" : "53") + make.digits(turn % 2 == 0 ? 14 : 13);
    number += luhnDigit(number);
    return inFours(number, turn % 3 == 0 ? "" : turn % 3 == 1 ? " " : "-");
}

std::string iban(Inventor& make, std::size_t turn) {
    const std::string account = make.digits(18);
    const int check = 98 - remainder97(account + "131400"); // D is 13, E is 14
    const std::string whole = "DE" + std::string(check < 10 ? "0" : "") + std::to_string(check) + account;
    return turn % 2 == 0 ? whole : inFours(whole, " ");
}

std::string ip(Inventor& make, std::size_t turn) {
    if (turn % 3 == 2) {
        return "2001:db8:" + make.some("123456789abcdef", 4) + "::" + make.some("123456789abcdef", 4);
    }
    return "203." + make.number(100, 255) + "." + make.number(100, 255) + "." + make.number(100, 255);
}

std::string secret(Inventor& make, std::size_t turn) {
    switch (turn % 5) {
    case 0:
        return "sk-proj-" + make.some(kKey, 48);
    case 1:
        return "ghp_" + make.some(kKey, 36);
    case 2:
        return "AKIA" + make.some("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 15) + make.some("234567", 1);
    case 3:
        return "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI" + make.some(kKey, 24) + "." + make.some(kKey, 43);
    default:
        return "-----BEGIN PRIVATE KEY-----\n" + make.some(kKey, 64) + "\n" + make.some(kKey, 40) +
               "==\n-----END PRIVATE KEY-----";
    }
}

std::string passport(Inventor& make, std::size_t) {
    return make.some(kUpper, 1) + make.digits(8);
}

std::string licence(Inventor& make, std::size_t) {
    return make.some("ABDEFY", 1) + make.digits(7);
}

std::string govId(Inventor& make, std::size_t) {
    return make.some("ABCEHJLMPRSTWX", 1) + make.some("ABCEHJLMPRSTWX", 1) + " " + make.number(10, 99) + " " +
           make.number(10, 99) + " " + make.number(10, 99) + " " + make.some("ABCD", 1);
}

std::string address(Inventor& make, std::size_t turn) {
    return make.number(100, 9000) + " " + make.name(12) + (turn % 2 == 0 ? " Street" : " Avenue") +
           (turn % 3 == 0 ? ", Springfield, IL 627" + make.digits(2) : "");
}

struct Kind {
    std::string_view type;
    std::string (*invent)(Inventor& make, std::size_t turn);
    Sentences sentences;
};

constexpr std::array<Kind, 11> kKinds{{
    {"EMAIL", email, {"write to % please", "%", "From: <%>", "Meine Adresse ist %."}},
    {"PHONE", phone, {"call me at %", "phone: %", "Telefon: % (abends)", "my number is %, thanks"}},
    {"SSN", ssn, {"my ssn is %", "SSN: %", "social security number %", "the last form had SSN % on it"}},
    {"CREDIT_CARD", card, {"my card is %", "card number: %", "charge % twice", "Visa % was declined"}},
    {"IBAN", iban, {"my IBAN is %", "transfer it to %", "Konto %", "IBAN: %, thanks"}},
    {"IP", ip, {"from %", "client ip %", "it answers at % only", "ssh root@%"}},
    {"SECRET", secret, {"my key is %", "token: %", "why is this refused: %", "%"}},
    {"PASSPORT", passport, {"passport number %", "passport: %", "my passport number is %", "Passport No: %"}},
    {"DRIVER_LICENSE",
     licence,
     {"driver's license number %", "driver license: %", "my driver's license is %", "DL# %"}},
    {"GOV_ID",
     govId,
     {"my national insurance number is %", "NINO: %", "NI number %", "national insurance no. %"}},
    {"ADDRESS", address, {"my address is %", "ship it to % please", "I live at %", "Address: %"}},
}};

} // namespace

PlantedData::PlantedData(std::size_t count, unsigned seed) {
    Inventor make(seed);
    for (std::size_t i = 0; i < count; ++i) {
        const Kind& kind = kKinds[i % kKinds.size()];
        const std::size_t turn = i / kKinds.size();
        std::string value = kind.invent(make, turn);
        std::string sentence(kind.sentences[(turn + i) % kind.sentences.size()]);
        sentence.replace(sentence.find('%'), 1, value);
        m_values.push_back({kind.type, std::move(value), std::move(sentence)});
    }
}

const PlantedValue& PlantedData::next() {
    EXPECT_LT(m_next, m_values.size()) << "more places than values";
    return m_values[m_next == m_values.size() ? 0 : m_next++];
}

} // namespace goldpan::test
