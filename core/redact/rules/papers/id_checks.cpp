// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/papers/id_checks.h"

#include "core/redact/scan/scan_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace goldpan::redact {
namespace {

constexpr std::size_t kLongest = 24;

int digitOf(char c) {
    return c - '0';
}

/// `form` says what stands at each place: '9' a digit, 'A' a capital, '*' either, anything else itself.
bool hasForm(std::string_view shown, std::string_view form) {
    return shown.size() == form.size() && std::ranges::equal(shown, form, [](char c, char want) {
               switch (want) {
               case '9':
                   return isDigit(c);
               case 'A':
                   return isUpper(c);
               case '*':
                   return isDigit(c) || isUpper(c);
               default:
                   return c == want;
               }
           });
}

int twoAt(std::string_view digits, std::size_t i) {
    return digitOf(digits[i]) * 10 + digitOf(digits[i + 1]);
}

bool isDate(int month, int day) {
    static constexpr std::array<int, 13> kDays{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month >= 1 && month <= 12 && day >= 1 && day <= kDays[static_cast<std::size_t>(month)];
}

int weighed(std::string_view digits, std::string_view weights) {
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        sum += digitOf(digits[i]) * (weights[i] <= '9' ? digitOf(weights[i]) : weights[i] - 'a' + 10);
    }
    return sum;
}

bool allSame(std::string_view digits) {
    return std::ranges::all_of(digits, [&](char c) { return c == digits.front(); });
}

std::int64_t numberOf(std::string_view digits) {
    std::int64_t number = 0;
    for (const char c : digits) {
        number = number * 10 + digitOf(c);
    }
    return number;
}

/// Verhoeff's check, of India's Aadhaar.
bool passesVerhoeff(std::string_view digits) {
    static constexpr std::array<std::string_view, 10> kProduct{
        "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
        "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"};
    static constexpr std::array<std::string_view, 8> kPermuted{"0123456789", "1576283094", "5803796142",
                                                               "8916043527", "9453126870", "4286573901",
                                                               "2793806415", "7046913258"};
    int check = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const auto digit = static_cast<std::size_t>(digitOf(digits[digits.size() - 1 - i]));
        const auto permuted = static_cast<std::size_t>(digitOf(kPermuted[i % 8][digit]));
        check = digitOf(kProduct[static_cast<std::size_t>(check)][permuted]);
    }
    return check == 0;
}

/// Italy's codice fiscale: sixteen, the last the sum of the others by two tables.
bool isCodiceFiscale(std::string_view value) {
    if (!hasForm(value, "AAAAAA**A**A***A") || !std::string_view("ABCDEHLMPRST").contains(value[8])) {
        return false;
    }
    static constexpr std::array<int, 26> kOdd{1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                                              20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
    int sum = 0;
    for (std::size_t i = 0; i < 15; ++i) {
        const int place = isDigit(value[i]) ? digitOf(value[i]) : value[i] - 'A';
        sum += i % 2 == 0 ? kOdd[static_cast<std::size_t>(place)] : place;
    }
    return value[15] == 'A' + sum % 26;
}

/// Spain's DNI and NIE: the letter by the rest of 23.
bool isSpanish(std::string_view value) {
    const bool dni = hasForm(value, "99999999A") || hasForm(value, "99999999-A");
    const bool nie = hasForm(value, "A9999999A") || hasForm(value, "A-9999999-A");
    std::array<char, 8> digits{};
    std::size_t count = 0;
    for (const char c : value) {
        if (isDigit(c) && count < digits.size()) {
            digits[count++] = c;
        }
    }
    if (nie && value[0] >= 'X' && value[0] <= 'Z') {
        std::copy_backward(digits.begin(), digits.begin() + 7, digits.end());
        digits[0] = static_cast<char>('0' + (value[0] - 'X'));
    } else if (!dni) {
        return false;
    }
    const auto rest = static_cast<std::size_t>(numberOf({digits.data(), digits.size()}) % 23);
    return value.back() == std::string_view("TRWAGMYFPDXBNJZSQVHLCKE")[rest];
}

/// Singapore's NRIC and FIN.
bool isSingaporean(std::string_view value) {
    if (!hasForm(value, "A9999999A") || !std::string_view("STFG").contains(value[0])) {
        return false;
    }
    const int sum = weighed(value.substr(1), "2765432") + (value[0] == 'T' || value[0] == 'G' ? 4 : 0);
    const bool citizen = value[0] == 'S' || value[0] == 'T';
    return value[8] == (citizen ? std::string_view("JZIHGFEDCBA")
                                : std::string_view("XWUTRQPNMLK"))[static_cast<std::size_t>(sum % 11)];
}

/// Taiwan's: a letter of the county, 1 or 2, eight digits.
bool isTaiwanese(std::string_view value) {
    if (!hasForm(value, "A999999999") || (value[1] != '1' && value[1] != '2')) {
        return false;
    }
    static constexpr std::string_view kCounties = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
    const auto county = static_cast<int>(kCounties.find(value[0])) + 10;
    return (county / 10 + county % 10 * 9 + weighed(value.substr(1), "876543211")) % 10 == 0;
}

/// Brazil's CPF and CNPJ as they are printed.
bool isBrazilian(std::string_view value, std::string_view digits) {
    if (allSame(digits)) {
        return false;
    }
    const auto check = [](int sum) { return sum % 11 < 2 ? 0 : 11 - sum % 11; };
    if (hasForm(value, "999.999.999-99")) {
        return check(weighed(digits, "a98765432")) == digitOf(digits[9]) &&
               check(weighed(digits, "ba98765432")) == digitOf(digits[10]);
    }
    return hasForm(value, "99.999.999/9999-99") &&
           check(weighed(digits, "543298765432")) == digitOf(digits[12]) &&
           check(weighed(digits, "6543298765432")) == digitOf(digits[13]);
}

/// Chile's RUT with its dots.
bool isChilean(std::string_view value) {
    const std::size_t dash = value.size() < 2 ? 0 : value.size() - 2;
    const auto number = value.substr(0, dash);
    if (!(hasForm(number, "99.999.999") || hasForm(number, "9.999.999")) || value[dash] != '-') {
        return false;
    }
    int sum = 0;
    int weight = 2;
    for (std::size_t i = number.size(); i-- > 0;) {
        if (isDigit(number[i])) {
            sum += digitOf(number[i]) * weight;
            weight = weight == 7 ? 2 : weight + 1;
        }
    }
    const int check = 11 - sum % 11;
    const char want = check == 11 ? '0' : check == 10 ? 'K' : static_cast<char>('0' + check);
    return value.back() == want || (want == 'K' && value.back() == 'k');
}

/// China's eighteen: a region, a date of birth, ISO 7064.
bool isChinese(std::string_view value) {
    if (value.size() != 18 || !std::ranges::all_of(value.substr(0, 17), isDigit)) {
        return false;
    }
    const int century = twoAt(value, 6);
    if (value[0] == '0' || (century != 19 && century != 20) || !isDate(twoAt(value, 10), twoAt(value, 12))) {
        return false;
    }
    const char want =
        std::string_view("10X98765432")[static_cast<std::size_t>(weighed(value, "79a584216379a5842") % 11)];
    return value[17] == want || (want == 'X' && value[17] == 'x');
}

/// France's NIR: sex, year, month, and 97 less the rest.
bool isFrench(std::string_view digits) {
    const int month = digits.size() == 15 ? twoAt(digits, 3) : 0;
    return digits.size() == 15 && (digits[0] == '1' || digits[0] == '2') && month >= 1 && month <= 12 &&
           97 - numberOf(digits.substr(0, 13)) % 97 == numberOf(digits.substr(13));
}

/// Belgium's "yy.mm.dd-nnn.cc".
bool isBelgian(std::string_view value, std::string_view digits) {
    if (!hasForm(value, "99.99.99-999.99") || !isDate(twoAt(digits, 2), twoAt(digits, 4))) {
        return false;
    }
    const auto number = numberOf(digits.substr(0, 9));
    const auto check = numberOf(digits.substr(9));
    return 97 - number % 97 == check || 97 - (number + 2000000000) % 97 == check;
}

/// Finland's "ddmmyy-nnnc".
bool isFinnish(std::string_view value) {
    if (value.size() != 11 || !std::ranges::all_of(value.substr(0, 6), isDigit) ||
        !std::ranges::all_of(value.substr(7, 3), isDigit) ||
        !std::string_view("-+ABCDEFYXWVU").contains(value[6]) || !isDate(twoAt(value, 2), twoAt(value, 0))) {
        return false;
    }
    const auto rest = (numberOf(value.substr(0, 6)) * 1000 + numberOf(value.substr(7, 3))) % 31;
    return value[10] == std::string_view("0123456789ABCDEFHJKLMNPRSTUVWXY")[static_cast<std::size_t>(rest)];
}

/// Hong Kong's, with the check digit in brackets.
bool isHongKong(std::string_view value) {
    if (!hasForm(value, "A999999(*)") && !hasForm(value, "A999999[*]")) {
        return false;
    }
    const int sum = 324 + (value[0] - 'A' + 10) * 8 + weighed(value.substr(1), "765432");
    const int check = (11 - sum % 11) % 11;
    return value[8] == (check == 10 ? 'A' : static_cast<char>('0' + check));
}

/// Thailand's and Argentina's with their dashes, the insurance number of Russia.
bool isDashed(std::string_view value, std::string_view digits) {
    if (hasForm(value, "9-9999-99999-99-9")) {
        return (11 - weighed(digits, "dcba98765432") % 11) % 10 == digitOf(digits[12]);
    }
    if (hasForm(value, "999-999-999 99")) {
        return weighed(digits, "987654321") % 101 % 100 == twoAt(digits, 9) && !allSame(digits.substr(0, 9));
    }
    static constexpr std::string_view kKinds = "20 23 24 25 26 27 30 33 34";
    return hasForm(value, "99-99999999-9") && kKinds.contains(digits.substr(0, 2)) &&
           (11 - weighed(digits, "5432765432") % 11) % 11 == digitOf(digits[10]);
}

/// A driver's licence of India: the state, the office, the year of issue.
bool isIndianLicence(std::string_view value, std::string_view digits) {
    static constexpr std::string_view kStates =
        "AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN "
        "MP MZ NL OD OR PB PY RJ SK TN TR TS UK UP UT WB ";
    const bool form = hasForm(value, "AA99 99999999999") || hasForm(value, "AA99-99999999999") ||
                      hasForm(value, "AA9999999999999") || hasForm(value, "AA-9999999999999");
    return form && kStates.contains(value.substr(0, 2)) && (twoAt(digits, 2) == 19 || twoAt(digits, 2) == 20);
}

/// Sweden's "yymmdd-nnnc", with the century or not: a date, the check of cards over ten digits.
bool isSwedish(std::string_view value, std::string_view digits) {
    const bool century = hasForm(value, "99999999-9999");
    if (!century && !hasForm(value, "999999-9999")) {
        return false;
    }
    const auto ten = digits.substr(century ? 2 : 0);
    if (!isDate(twoAt(ten, 2), twoAt(ten, 4)) ||
        (century && twoAt(digits, 0) != 19 && twoAt(digits, 0) != 20)) {
        return false;
    }
    int sum = 0;
    for (std::size_t i = 0; i < ten.size(); ++i) {
        const int twice = digitOf(ten[i]) * (i % 2 == 0 ? 2 : 1);
        sum += twice > 9 ? twice - 9 : twice;
    }
    return sum % 10 == 0;
}

/// Forms that nothing else has: Korea, the Emirates, Malaysia, Switzerland, Mexico, India.
bool hasOwnForm(std::string_view value, std::string_view digits) {
    if (hasForm(value, "999999-9999999")) { // Korea: a date, a sex and century
        return isDate(twoAt(digits, 2), twoAt(digits, 4)) && digits[6] >= '1' && digits[6] <= '8';
    }
    if (hasForm(value, "999999-99-9999")) { // Malaysia
        return isDate(twoAt(digits, 2), twoAt(digits, 4));
    }
    if (hasForm(value, "784-9999-9999999-9")) { // the Emirates
        return twoAt(digits, 3) == 19 || twoAt(digits, 3) == 20;
    }
    if (hasForm(value, "756.9999.9999.99")) { // Switzerland, the check of EAN-13
        return (weighed(digits, "131313131313") + digitOf(digits[12])) % 10 == 0;
    }
    if (hasForm(value, "AAAA999999AAAAAA*9")) { // Mexico's CURP
        return (value[10] == 'H' || value[10] == 'M') && isDate(twoAt(value, 6), twoAt(value, 8));
    }
    if ((hasForm(value, "AAAA999999***") || hasForm(value, "AAA999999***")) &&
        std::ranges::any_of(value.substr(value.size() - 3), isUpper)) {
        return isDate(twoAt(digits, 2), twoAt(digits, 4)); // Mexico's RFC
    }
    if (hasForm(value, "AAAAA9999A")) { // India's PAN, the fourth for whose it is
        return std::string_view("PCHABGJLFT").contains(value[3]);
    }
    return hasForm(value, "99AAAAA9999A*Z*"); // India's GSTIN
}

} // namespace

bool isDateLike(std::string_view shown) {
    const auto year = [&](std::size_t at) { return twoAt(shown, at) == 19 || twoAt(shown, at) == 20; };
    if (hasForm(shown, "9999-9999")) {
        return year(0) && year(5);
    }
    if (hasForm(shown, "9999-99-99") || hasForm(shown, "9999/99/99") || hasForm(shown, "9999.99.99")) {
        return isDate(twoAt(shown, 5), twoAt(shown, 8));
    }
    const bool dayFirst =
        hasForm(shown, "99-99-9999") || hasForm(shown, "99/99/9999") || hasForm(shown, "99.99.9999");
    return dayFirst && year(6) &&
           (isDate(twoAt(shown, 0), twoAt(shown, 3)) || isDate(twoAt(shown, 3), twoAt(shown, 0)));
}

std::optional<PiiType> tellsItself(std::string_view shown) {
    if (shown.size() < 9 || shown.size() > kLongest) {
        return std::nullopt;
    }
    std::array<char, kLongest> bare{};
    std::size_t count = 0;
    bool letters = false;
    bool spaces = false;
    for (const char c : shown) {
        letters = letters || isLetter(c);
        spaces = spaces || c == ' ';
        if (isDigit(c)) {
            bare[count++] = c;
        }
    }
    const std::string_view digits(bare.data(), count);
    if (letters && isIndianLicence(shown, digits)) {
        return PiiType::driverLicense;
    }
    bool found = false;
    if (letters) {
        found = isHongKong(shown) || isCodiceFiscale(shown) || isSpanish(shown) || isSingaporean(shown) ||
                isTaiwanese(shown) || isFinnish(shown) || isChinese(shown) || isChilean(shown) ||
                hasOwnForm(shown, digits);
    } else if (spaces) {
        found = (hasForm(shown, "9999 9999 9999") && digits[0] >= '2' && passesVerhoeff(digits)) ||
                isFrench(digits) || isDashed(shown, digits);
    } else {
        found = isChinese(shown) || isBrazilian(shown, digits) || isChilean(shown) || isFrench(digits) ||
                isBelgian(shown, digits) || isSwedish(shown, digits) || isFinnish(shown) ||
                isDashed(shown, digits) ||
                (hasForm(shown, "9999-9999-9999") && digits[0] >= '2' && passesVerhoeff(digits)) ||
                hasOwnForm(shown, digits);
    }
    return found ? std::optional(PiiType::govId) : std::nullopt;
}

} // namespace goldpan::redact
