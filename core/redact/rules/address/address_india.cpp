// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/address/address_india.h"

#include "core/redact/scan/last_bytes.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace goldpan::redact {
namespace {

constexpr std::size_t kBytesOn = 120;
constexpr std::size_t kPin = 6; ///< digits of the code
constexpr int kFewestNames = 2;

constexpr auto kUnits = std::to_array<std::string_view>(
    {"Plot No. ", "Plot No.", "Plot no. ", "Plot ", "H.No. ", "H.No.", "H. No. ", "House No. ", "Flat No. ",
     "Flat ", "Door No. ", "D.No. ", "Shop No. ", "Apartment ", "Apt ", "Unit ", "Room ", "Villa ",
     "Block "});

constexpr LastBytes kUnitEnds(kUnits);

std::size_t unitBegin(const ScanText& scan, std::size_t pos) {
    const auto before = scan.text().substr(0, pos);
    std::size_t begin = pos;
    if (before.ends_with('#')) {
        begin -= 1;
    } else if (kUnitEnds.mayEnd(before)) {
        const auto* const unit =
            std::ranges::find_if(kUnits, [&](auto word) { return before.ends_with(word); });
        begin -= unit == kUnits.end() ? 0 : unit->size();
    }
    if (begin == pos && pos >= 2 && before.back() == '-' && isUpper(before[pos - 2])) {
        begin = pos - 2; // "B-204"
    }
    if (begin == pos) {
        return pos;
    }
    return begin < scan.claimedTo() || scan.wordEndsAt(begin) ? pos : begin;
}

/// "500034", "500 034"; 0 where there is none.
std::size_t pinEnd(const ScanText& scan, std::size_t pos) {
    std::size_t end = pos;
    std::size_t digits = 0;
    while (digits < kPin && (isDigit(scan.at(end)) || (digits == kPin / 2 && scan.at(end) == ' '))) {
        digits += isDigit(scan.at(end)) ? 1 : 0;
        ++end;
    }
    const bool further = scan.wordBeginsAt(end) || (scan.at(end) == ' ' && isDigit(scan.at(end + 1)));
    return digits == kPin && scan.at(pos) != '0' && !further ? end : 0;
}

/// A part of a place: "Banjara", "4th", "12-4/3"; no word of a sentence.
bool isPart(std::string_view word) {
    return isDigit(word.front()) || isUpper(word.front()) || word == "of" || word == "near" || word == "no";
}

} // namespace

std::optional<PiiSpan> indianAddress(const ScanText& scan, std::size_t pos) {
    const std::size_t begin = unitBegin(scan, pos);
    if (begin == pos) {
        return std::nullopt;
    }
    const auto text = scan.text();
    const std::size_t stop = std::min(text.size(), pos + kBytesOn);
    int names = 0;
    bool apart = false;
    for (std::size_t at = pos; at < stop;) {
        if (std::string_view(" ,.-\n()").contains(text[at])) {
            apart = apart || text[at] == ',';
            ++at;
            continue;
        }
        if (const std::size_t pin = at == pos ? 0 : pinEnd(scan, at); pin != 0) {
            return apart && names >= kFewestNames ? std::optional(PiiSpan{begin, pin, PiiType::address})
                                                  : std::nullopt;
        }
        std::size_t end = at;
        while (end < stop &&
               (isLetter(text[end]) || isDigit(text[end]) || text[end] == '/' || text[end] == '\'')) {
            ++end;
        }
        if (end == at || !isPart(text.substr(at, end - at))) {
            return std::nullopt;
        }
        names += isLetter(text[at]) ? 1 : 0;
        at = end;
    }
    return std::nullopt;
}

} // namespace goldpan::redact
