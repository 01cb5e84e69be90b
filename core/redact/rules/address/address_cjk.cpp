// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/address/address_cjk.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

constexpr std::size_t kBytesBack = 96;
constexpr std::size_t kBytesOn = 64;

// Parts of a country, one of which an address names.
constexpr auto kRegions =
    std::to_array<std::string_view>({"省", "市", "区", "區", "县", "縣", "州", "都", "道", "府", "町", "村",
                                     "郡", "시", "도", "구", "군", "읍", "면"});
// What a number stands behind: a street, a quarter.
constexpr auto kStreets =
    std::to_array<std::string_view>({"路", "街", "道", "巷", "弄", "里", "段", "胡同", "로", "길"});
// Words that say that an address follows.
constexpr auto kLeads =
    std::to_array<std::string_view>({"地址是", "地址", "住址", "住所は", "住所", "届け先は", "住在", "位于",
                                     "寄到", "送到", "寄往", "我在", "是", "为", "は", "주소는", "주소"});
constexpr auto kBehind = std::to_array<std::string_view>(
    {"号", "號", "楼", "樓", "栋", "棟",   "座",   "室", "层", "層", "单元", "單元",
     "弄", "巷", "门", "幢", "期", "丁目", "番地", "番", "호", "층", "동",   "번지"});

/// A character of three bytes that ends at `pos`: an ideograph, kana or Hangul, no mark.
bool characterBefore(std::string_view text, std::size_t pos) {
    if (pos < 3) {
        return false;
    }
    const auto lead = static_cast<unsigned char>(text[pos - 3]);
    const auto next = static_cast<unsigned char>(text[pos - 2]);
    return isHighByte(text[pos - 1]) && ((lead >= 0xE4 && lead <= 0xED) || (lead == 0xE3 && next >= 0x81));
}

template <typename List>
bool holdsOne(std::string_view text, const List& list) {
    return std::ranges::any_of(list, [&](auto part) { return text.contains(part); });
}

/// "150-0043" with the mark of the post before it, left of `begin`.
std::size_t postcodeBefore(const ScanText& scan, std::size_t begin) {
    const auto text = scan.text();
    const std::size_t end = begin - (begin > 0 && text[begin - 1] == ' ' ? 1 : 0);
    constexpr std::size_t kCode = 11; // "〒150-0043"
    if (end < kCode + scan.claimedTo() || !text.substr(end - kCode).starts_with("〒")) {
        return begin;
    }
    const auto code = text.substr(end - 8, 8);
    const bool form = code[3] == '-' && std::ranges::count_if(code, isDigit) == 7;
    return form ? end - kCode : begin;
}

std::size_t endOf(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    std::size_t end = pos;
    while (end < text.size() && end - pos < kBytesOn) {
        const char c = text[end];
        if (isDigit(c) || ((c == '-' || c == '#') && isDigit(scan.at(end + 1))) ||
            (isLetter(c) && c <= 'Z' && !isLetter(scan.at(end + 1)))) {
            ++end;
            continue;
        }
        const auto rest = text.substr(end, 6);
        const auto* const word =
            std::ranges::find_if(kBehind, [&](auto behind) { return rest.starts_with(behind); });
        if (word == kBehind.end()) {
            break;
        }
        end += word->size();
    }
    return end;
}

} // namespace

std::optional<PiiSpan> cjkAddress(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    const std::size_t name = pos - (pos > 0 && text[pos - 1] == ' ' ? 1 : 0);
    if (!characterBefore(text, name)) {
        return std::nullopt;
    }
    const std::size_t floor =
        std::max(scan.claimedTo() <= pos ? scan.claimedTo() : pos, pos > kBytesBack ? pos - kBytesBack : 0);
    std::size_t begin = name;
    while (begin >= floor + 3) {
        const std::size_t at = begin - (text[begin - 1] == ' ' && begin >= floor + 4 ? 1 : 0);
        if (!characterBefore(text, at)) {
            break;
        }
        begin = at - 3;
    }
    for (const auto lead : kLeads) {
        const std::size_t found = text.substr(begin, name - begin).find(lead);
        begin += found == std::string_view::npos ? 0 : found + lead.size();
    }
    while (begin < name && text[begin] == ' ') {
        ++begin;
    }
    const auto place = text.substr(begin, name - begin);
    const bool street = std::ranges::any_of(kStreets, [&](auto part) { return place.ends_with(part); });
    const std::size_t end = endOf(scan, pos);
    const auto house = text.substr(pos, end - pos);
    const bool number = house.contains("号") || house.contains("號");
    const bool blocks = house.contains('-') || house.contains("丁目") || house.contains("番");
    if (place.size() < 6 || scan.wordBeginsAt(end) ||
        !(holdsOne(place, kRegions) ? street || number || blocks : street && number)) {
        return std::nullopt;
    }
    return PiiSpan{postcodeBefore(scan, begin), end, PiiType::address};
}

} // namespace goldpan::redact
