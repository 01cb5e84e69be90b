// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/address/address_labelled.h"

#include "core/redact/scan/byte_set.h"
#include "core/redact/scan/part_table.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace goldpan::redact {
namespace {

constexpr std::size_t kNearBytes =
    8; ///< where a letter beyond ASCII stands, or this is none of these scripts
constexpr std::size_t kBytesBack = 112;
constexpr std::size_t kBytesOn = 160;
constexpr std::ptrdiff_t kFewestHigh = 6; ///< bytes of letters beyond ASCII

enum class Label : unsigned char {
    marked, ///< with a mark behind it
    open,   ///< with or without one
    placed, ///< with a mark, or with a part of the country behind it
    east,   ///< of ideographs: a part of a country follows
};

constexpr PartTable kLabels(std::to_array<std::pair<std::string_view, Label>>({
    {"адрес", Label::marked},    {"Адрес", Label::marked},     {"адреса", Label::marked},
    {"Адреса", Label::marked},   {"адресу", Label::open},      {"проживаю", Label::marked},
    {"Проживаю", Label::marked}, {"проживает", Label::marked}, {"прописка", Label::marked},
    {"Прописка", Label::marked}, {"διεύθυνση", Label::marked}, {"Διεύθυνση", Label::marked},
    {"κατοικία", Label::marked}, {"Κατοικία", Label::marked},  {"العنوان", Label::marked},
    {"عنواني", Label::open},     {"عنوان", Label::marked},     {"السكن", Label::marked},
    {"כתובת", Label::marked},    {"גר ב", Label::open},        {"גרה ב", Label::open},
    {"주소", Label::placed},     {"배송지", Label::open},      {"거주지", Label::open},
    {"地址", Label::east},       {"住址", Label::east},        {"住所", Label::east},
    {"届け先", Label::east},     {"配送先", Label::east},      {"địa chỉ", Label::open},
    {"Địa chỉ", Label::open},    {"ที่อยู่", Label::placed},       {"पता", Label::placed},
    {"ठिकाना", Label::marked},   {"bydliště", Label::marked},  {"Bydliště", Label::marked},
    {"adresă", Label::marked},   {"адреси", Label::marked},    {"адресою", Label::open},
}));

constexpr auto kParts = std::to_array<std::string_view>(
    {"省", "市", "区", "區", "县", "縣", "州", "都", "道", "府", "町", "村", "郡"});

// The same characters in words of every day: a range of memory, a market, towns and villages at large.
constexpr auto kNoParts =
    std::to_array<std::string_view>({"区域", "區域", "区分", "区间", "区別", "市场", "市場", "都合", "都是",
                                     "道路", "市町村", "州立", "政府", "知道", "通道"});

// Behind a label that is a word of every day: the provinces of Korea, what Thai streets and districts begin
// with, flats and sectors of India.
constexpr auto kPlaces = std::to_array<std::string_view>(
    {"서울", "부산", "대구", "인천",  "광주",  "대전", "울산", "세종", "경기", "강원",  "충청",
     "충북", "충남", "전라", "전북",  "전남",  "경상", "경북", "경남", "제주", "ถนน",   "ซอย",
     "แขวง", "เขต",  "ตำบล", "อำเภอ", "จังหวัด", "หมู่",   "फ्लैट",  "मकान", "सेक्टर", "कॉलोनी"});

// Parts of an address of Thailand in short; " ม." is of a village and of metres.
constexpr auto kThaiParts = std::to_array<std::string_view>({" ต.", " อ.", " จ.", " ถ.", " ซ."});

// How a part of Korea ends, before the next word; and words of every day that end so.
constexpr auto kKoreanEnds =
    std::to_array<std::string_view>({"시 ", "군 ", "구 ", "읍 ", "면 ", "동 ", "로 ", "길 "});
constexpr auto kKoreanWords =
    std::to_array<std::string_view>({"다시 ", "반드시 ", "즉시 ", "임시 ", "동시 ", "자동 ", "수동 ", "이동 ",
                                     "활동 ", "변동 ", "친구 ", "하면 ", "되면 "});

// Of India, where a postal code ends the address.
constexpr auto kIndianParts = std::to_array<std::string_view>(
    {"नगर",  "गली",  "मार्ग", "रोड",     "जिला", "गाँव",  "गांव",     "ग्राम",  "दिल्ली", "मुंबई",
     "जयपुर", "लखनऊ", "पुणे",   "कोलकाता", "चेन्नई", "बेंगलुरु", "हैदराबाद", "भोपाल", "पटना",  "इंदौर"});

// What names a street or a house: where one number is all that an address holds.
constexpr auto kStreets = std::to_array<std::string_view>(
    {"ул.",  "улиц", "вул.",  "вулиц", "просп", "пр-т", "пер.", "переул", "бульвар", "шоссе", "набережн",
     "дом ", "д.",   "кв.",   "οδός",  "Οδός",  "Λεωφ", "λεωφ", "شارع",   "طريق",    "حي ",   "عمارة",
     "רחוב", "רח'",  "שדרות", "đường", "Đường", "phố",  "Phố",  "quận",   "phường",  "ngõ",   "मकान",
     "गली",  "मार्ग", "रोड",   "नगर",   "सेक्टर",  "로 ",  "길 ",  "구 ",    "동 "});

// What may stand between a label and its mark: of a mailbox or a register it is another's.
constexpr auto kKinds =
    std::to_array<std::string_view>({"доставки", "проживания", "регистрации", "прописки", "дома", "клиента",
                                     "получателя", "κατοικίας", "giao", "nhà"});

constexpr ByteSet kStops("\n\t\"<>|;{}[]@=");

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

struct Found {
    std::size_t begin = 0; ///< of the label
    std::size_t end = 0;
    Label label = Label::marked;
};

/// The label nearest to `pos` on its line, with no digit between.
std::optional<Found> labelBefore(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    const std::size_t least =
        std::max(scan.claimedTo() <= pos ? scan.claimedTo() : pos, pos > kBytesBack ? pos - kBytesBack : 0);
    std::size_t floor = pos;
    while (floor > least && !kStops.contains(text[floor - 1]) && !isDigit(text[floor - 1])) {
        --floor;
    }
    std::optional<Found> found;
    kLabels.eachIn(text.substr(floor, pos - floor), [&](std::size_t i, std::size_t end) {
        const auto& [word, label] = kLabels.entries()[i];
        const std::size_t begin = floor + end - word.size();
        // "IP地址", "Ваш IP-адрес": of a machine; "邮箱地址": of a mailbox.
        const bool others = isAlnum(scan.before(begin)) || scan.before(begin) == '-' ||
                            text.substr(0, begin).ends_with("箱") || text.substr(0, begin).ends_with("存");
        if (!others) {
            found = Found{begin, floor + end, label};
        }
    });
    return found;
}

/// Behind the label's mark, or behind the word that it stands in; past `pos` where it is none of an address.
std::size_t valueBegin(const ScanText& scan, const Found& found, std::size_t pos, bool& marked) {
    const auto between = scan.text().substr(found.end, pos - found.end);
    const std::size_t colon = between.find(':');
    const std::size_t wide = between.find("：");
    marked = colon != std::string_view::npos || wide != std::string_view::npos;
    std::size_t begin = found.end;
    const auto kind = between.substr(0, std::min({colon, wide, between.size()}));
    if (marked && kind.find_first_not_of(" 는은") != std::string_view::npos &&
        std::ranges::none_of(kKinds, [&](auto word) { return kind.contains(word); })) {
        return pos + 1;
    }
    if (marked) {
        begin += colon < wide ? colon + 1 : wide + std::string_view("：").size();
    } else if (found.label != Label::east && !scan.text().substr(0, found.end).ends_with("ב")) {
        begin += std::min(between.find(' '), between.size()); // "주소는 ", "по адресу "
    }
    for (const std::string_view particle : {"是", "は"}) {
        begin += !marked && scan.text().substr(begin).starts_with(particle) ? particle.size() : 0;
    }
    while (begin < pos && scan.at(begin) == ' ') {
        ++begin;
    }
    return begin;
}

/// Back to the last digit and what touches it, "호", ")".
std::size_t lastNumberEnd(std::string_view text, std::size_t pos, std::size_t end) {
    std::size_t last = end;
    while (last > pos && !isDigit(text[last - 1])) {
        --last;
    }
    while (last < end && (isHighByte(text[last]) || text[last] == ')')) {
        ++last;
    }
    return last;
}

std::size_t valueEnd(const ScanText& scan, std::size_t pos, bool marked) {
    const auto text = scan.text();
    std::size_t end = pos;
    std::size_t comma = 0;
    while (end < text.size() && end - pos < kBytesOn && !kStops.contains(text[end]) && text[end] != ':') {
        const auto rest = text.substr(end, 3);
        if (rest == "。" || rest == "।") {
            break;
        }
        const bool wide = rest == "，";
        comma = text[end] == ',' || wide ? end : comma;
        if (wide && !text.substr(end + 3).starts_with("邮编")) {
            break;
        }
        ++end;
    }
    const bool cut = end < text.size() && text[end] == ':'; // what another field is named by
    end = cut && comma > pos ? comma : end;
    const bool whole = marked && !cut && end - pos < kBytesOn;
    while (end > pos && end < text.size() && isContinuation(text[end])) {
        --end; // the limit may stand inside a character
    }
    end = whole ? end : lastNumberEnd(text, pos, end);
    while (end > pos && (text[end - 1] == ' ' || text[end - 1] == ',' || text[end - 1] == '.')) {
        --end;
    }
    for (const std::string_view is : {" 입니다", "です"}) {
        end -= end - pos > is.size() && text.substr(0, end).ends_with(is) ? is.size() : 0;
    }
    return end;
}

bool holds(std::string_view value, std::span<const std::string_view> words) {
    return std::ranges::any_of(words, [&](auto word) { return value.contains(word); });
}

/// A part of a country, which no word of every day is written with.
bool holdsPart(std::string_view value) {
    for (std::size_t at = 0; at < value.size(); ++at) {
        const auto rest = value.substr(at);
        const auto begins = [&](auto word) { return rest.starts_with(word); };
        const auto common = std::ranges::find_if(kNoParts, begins);
        if (common != kNoParts.end()) {
            at += common->size() - 1;
        } else if (std::ranges::any_of(kParts, begins)) {
            return true;
        }
    }
    return false;
}

/// "Ленина 5", "Πατησίων 138", "Lipová 5": a name and the number, which ends the value.
bool isNameAndNumber(std::string_view value, std::size_t number) {
    if (number == 0 || value[number - 1] != ' ' ||
        !std::ranges::all_of(value.substr(number), [](char c) { return isAlnum(c) || c == '-'; })) {
        return false;
    }
    const std::size_t blank = value.substr(0, number - 1).rfind(' ');
    const auto name = value.substr(blank == std::string_view::npos ? 0 : blank + 1);
    const auto second = static_cast<unsigned char>(name.size() > 1 ? name[1] : '\0');
    return isUpper(name[0]) || (name[0] == '\xD0' && second <= 0xAF) || (name[0] == '\xCE' && second <= 0xAB);
}

/// "김포시 장기동 1234": two parts of the country, the second right before the number.
bool isKoreanLot(std::string_view value, std::size_t number) {
    const auto before = value.substr(0, number);
    const auto ends = [&](auto end) { return before.ends_with(end); };
    if (std::ranges::none_of(kKoreanEnds, ends) || holds(before, kKoreanWords)) {
        return false;
    }
    return holds(before.substr(0, before.size() - 4), kKoreanEnds);
}

/// "गांधी नगर, दिल्ली 110001".
bool endsInPostalCode(std::string_view value) {
    constexpr std::size_t kDigits = 6;
    static constexpr auto kOfSentences =
        std::to_array<std::string_view>({" में ", " की ", " को ", " है", "नहीं", " ने ", " कि "});
    const auto code = value.substr(value.size() - std::min(value.size(), kDigits));
    return value.size() > kDigits && std::ranges::all_of(code, isDigit) && code.front() != '0' &&
           !isDigit(value[value.size() - kDigits - 1]) && value.contains(',') && holds(value, kIndianParts) &&
           !holds(value, kOfSentences);
}

/// Said without a mark, behind a word of every day: parts of the country only.
bool isPlacedAddress(std::string_view value, std::size_t number) {
    const auto thai = std::ranges::count_if(kThaiParts, [&](auto part) { return value.contains(part); });
    return holds(value, kPlaces) || thai >= 2 || isKoreanLot(value, number) || endsInPostalCode(value);
}

/// Whether a value that a label announces is one by what it holds; its first digit is at `number`.
bool isAddress(std::string_view value, std::size_t number, Label label, bool marked) {
    // "从第3块", "第3章": counted, in a book or a list.
    if (std::ranges::count_if(value, isHighByte) < kFewestHigh || value.substr(0, number).ends_with("第")) {
        return false;
    }
    const bool several =
        value.contains(',') || value.contains('/') || std::ranges::count_if(value, isDigit) >= 4;
    switch (label) {
    case Label::east:
        return holdsPart(value);
    case Label::placed:
        if (!marked) {
            return several && isPlacedAddress(value, number);
        }
        [[fallthrough]];
    case Label::marked:
        return marked &&
               (several || holds(value, kStreets) || holds(value, kPlaces) || isNameAndNumber(value, number));
    case Label::open:
        return marked || several;
    }
    return false;
}

} // namespace

std::optional<PiiSpan> labelledAddress(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    const auto near = text.substr(pos - std::min(pos, kNearBytes), std::min(pos, kNearBytes));
    if (std::ranges::none_of(near, isHighByte)) {
        return std::nullopt;
    }
    const auto found = labelBefore(scan, pos);
    if (!found) {
        return std::nullopt;
    }
    bool marked = false;
    const std::size_t begin = valueBegin(scan, *found, pos, marked);
    if (begin > pos || scan.text().substr(begin, pos - begin).contains("//")) {
        return std::nullopt;
    }
    const std::size_t end = valueEnd(scan, pos, marked);
    const auto value = text.substr(begin, end - begin);
    const bool version = scan.at(pos + 1) == '.' || scan.at(pos + 2) == '.' || scan.at(pos + 3) == '.';
    if ((version && isDigit(scan.at(pos))) || !isAddress(value, pos - begin, found->label, marked)) {
        return std::nullopt;
    }
    return PiiSpan{begin, end, PiiType::address};
}

} // namespace goldpan::redact
