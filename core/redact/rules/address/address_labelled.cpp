// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/address/address_labelled.h"

#include "core/redact/scan/byte_set.h"
#include "core/redact/scan/part_table.h"

#include <algorithm>
#include <array>
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
    {"주소", Label::open},       {"배송지", Label::open},      {"거주지", Label::open},
    {"地址", Label::east},       {"住址", Label::east},        {"住所", Label::east},
    {"届け先", Label::east},     {"配送先", Label::east},      {"địa chỉ", Label::open},
    {"Địa chỉ", Label::open},    {"ที่อยู่", Label::open},         {"पता", Label::open},
    {"ठिकाना", Label::open},     {"bydliště", Label::marked},  {"Bydliště", Label::marked},
    {"adresă", Label::marked},   {"адреси", Label::marked},    {"адресою", Label::open},
}));

constexpr auto kParts = std::to_array<std::string_view>(
    {"省", "市", "区", "區", "县", "縣", "州", "都", "道", "府", "町", "村", "郡"});

// What may stand between a label and its mark: of a mailbox or a register it is another's.
constexpr auto kKinds =
    std::to_array<std::string_view>({"доставки", "проживания", "регистрации", "прописки", "дома", "клиента",
                                     "получателя", "κατοικίας", "giao", "nhà"});

constexpr ByteSet kStops("\n\t\"<>|;{}[]@=");

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
    end = whole ? end : lastNumberEnd(text, pos, end);
    while (end > pos && (text[end - 1] == ' ' || text[end - 1] == ',' || text[end - 1] == '.')) {
        --end;
    }
    for (const std::string_view is : {" 입니다", "です"}) {
        end -= end - pos > is.size() && text.substr(0, end).ends_with(is) ? is.size() : 0;
    }
    return end;
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
    if (begin > pos || scan.text().substr(begin, pos - begin).contains("//") ||
        (!marked && found->label == Label::marked)) {
        return std::nullopt;
    }
    const std::size_t end = valueEnd(scan, pos, marked);
    const auto value = text.substr(begin, end - begin);
    const bool parts = std::ranges::any_of(kParts, [&](auto part) { return value.contains(part); });
    const bool version = scan.at(pos + 1) == '.' || scan.at(pos + 2) == '.' || scan.at(pos + 3) == '.';
    const auto digits = std::ranges::count_if(value, isDigit);
    const bool several = value.contains(',') || value.contains('/') || digits >= 4;
    if ((found->label == Label::east && !parts) || (!marked && found->label == Label::open && !several) ||
        (version && isDigit(scan.at(pos))) || std::ranges::count_if(value, isHighByte) < kFewestHigh) {
        return std::nullopt;
    }
    return PiiSpan{begin, end, PiiType::address};
}

} // namespace goldpan::redact
