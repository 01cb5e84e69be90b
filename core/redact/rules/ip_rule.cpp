// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/rules.h"
#include "core/redact/scan/byte_set.h"
#include "core/redact/scan/near_words.h"
#include "core/redact/scan/word_table.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace goldpan::redact {
namespace {

constexpr std::size_t kLongest = 45; // "ffff:...:255.255.255.255"
constexpr std::size_t kZoneBytes = 15;

constexpr ByteSet kHex("0123456789abcdefABCDEF");
constexpr ByteSet kInside("0123456789abcdefABCDEF:.");

/// "version 1.2.3.4", "v1.2.3.4"
bool namesVersion(NearWords words) {
    static constexpr WordTable kVersions(
        withValue(std::to_array<std::string_view>(
                      {"version",  "versions", "ver",     "v",       "release", "releases",  "build",
                       "oid",      "section",  "upgrade", "chapter", "clause",  "paragraph", "article",
                       "appendix", "annex",    "table",   "figure",  "ec",      "firmware",  "driver"}),
                  true));
    for (std::size_t i = 0; i < 2 && words.has(i); ++i) {
        if (kVersions.findAnyCase(words[i]) != nullptr) {
            return true;
        }
    }
    return false;
}

/// "nginx 2.4.1.0 build": what such a word right behind it says of low numbers only.
bool isBuild(const ScanText& scan, std::size_t pos, std::size_t end) {
    static constexpr auto kBuilds = std::to_array<std::string_view>({"build", "release", "version"});
    auto words = NearWords::after(scan, end, 12);
    return scan.at(pos + 1) == '.' && scan.at(end) == ' ' && words.has(0) &&
           std::ranges::find(kBuilds, lowerWord(words[0])) != kBuilds.end();
}

bool namesAddress(NearWords words) {
    static constexpr WordTable kNames(withValue(
        std::to_array<std::string_view>({"address", "host", "ip", "ipv", "server", "dns", "peer", "client"}),
        true));
    for (std::size_t i = 0; words.has(i); ++i) {
        if (kNames.findAnyCase(words[i]) != nullptr || words[i].contains("地址")) {
            return true;
        }
    }
    return false;
}

/// "%eth0" and "/64" belong to the address.
std::size_t suffixEnd(const ScanText& scan, std::size_t end) {
    if (scan.at(end) == '%') {
        std::size_t zone = end + 1;
        while ((isLetter(scan.at(zone)) || isDigit(scan.at(zone)) ||
                (scan.at(zone) == '.' && isDigit(scan.at(zone + 1)))) &&
               zone - end <= kZoneBytes) {
            ++zone;
        }
        end = zone > end + 1 && !scan.wordBeginsAt(zone) ? zone : end;
    }
    if (scan.at(end) == '/' && isDigit(scan.at(end + 1))) {
        std::size_t length = end + 1;
        while (isDigit(scan.at(length)) && length - end <= 3) {
            ++length;
        }
        end = scan.wordBeginsAt(length) ? end : length;
    }
    return end;
}

/// "10.0.0.254" behind the dash of a range; what numbers it has is for its own turn.
bool isDottedQuad(const ScanText& scan, std::size_t pos) {
    for (int octet = 0; octet < 4; ++octet) {
        if (octet > 0 && scan.at(pos++) != '.') {
            return false;
        }
        const std::size_t begin = pos;
        while (isDigit(scan.at(pos)) && pos - begin < 4) {
            ++pos;
        }
        if (pos == begin || pos - begin > 3) {
            return false;
        }
    }
    return true;
}

/// "kafka-1/172.16.4.12:9092" of Java: `end` is that of the address.
bool hasPort(const ScanText& scan, std::size_t end) {
    constexpr std::size_t kFewestDigits = 2;
    constexpr std::size_t kMostDigits = 5;
    std::size_t digits = 0;
    while (scan.at(end) == ':' && digits <= kMostDigits && isDigit(scan.at(end + 1 + digits))) {
        ++digits;
    }
    return digits >= kFewestDigits && digits <= kMostDigits;
}

std::optional<PiiSpan> matchV4(const ScanText& scan, std::size_t pos) {
    std::size_t at = pos;
    bool padded = false; // "08.008.08.08"
    for (int octet = 0; octet < 4; ++octet) {
        if (octet > 0 && scan.at(at++) != '.') {
            return std::nullopt;
        }
        const std::size_t begin = at;
        unsigned value = 0;
        while (isDigit(scan.at(at)) && at - begin < 4) {
            value = value * 10 + static_cast<unsigned>(scan.at(at++) - '0');
        }
        if (at == begin || value > 255 || at - begin > 3) {
            return std::nullopt;
        }
        padded = padded || (at - begin > 1 && scan.at(begin) == '0');
    }
    const char before = scan.before(pos);
    const char further = pos > 0 ? scan.before(pos - 1) : '\0';
    const bool port = hasPort(scan, at) && !scan.text().substr(0, at).ends_with(".0.0.0");
    const bool product =
        before == '/' && (isLetter(further) || isDigit(further)) && !port; // Chrome/120.0.0.0
    const bool equals =
        before == '=' && (further == '=' || further == '>' || further == '<' || further == '~');
    const bool joined = before == '.' || before == '^' || before == '~';
    const bool longer = scan.at(at) == '.' && isDigit(scan.at(at + 1));
    // A release or a range, as a word beside it says; of two whole addresses nothing else.
    const bool unsure = equals || (before == '-' && isDigit(further)) ||
                        (scan.at(at) == '-' && isDigit(scan.at(at + 1)) && !isDottedQuad(scan, at + 1)) ||
                        isBuild(scan, pos, at);
    if (scan.wordEndsAt(pos) || scan.wordBeginsAt(at) || product || joined || longer ||
        (unsure && !namesAddress(NearWords::before(scan, pos, 32))) ||
        scan.text().substr(pos, at - pos) == "0.0.0.0" || namesVersion(NearWords::before(scan, pos, 24))) {
        return std::nullopt;
    }
    if (padded && !namesAddress(NearWords::before(scan, pos, 32)) &&
        !namesAddress(NearWords::after(scan, at, 32))) {
        return std::nullopt;
    }
    return PiiSpan{pos, suffixEnd(scan, at), PiiType::ip};
}

/// Of the four hexadecimal digits of a group, those left of `pos` stand behind a ':'.
bool isGroupTail(std::string_view text, std::size_t pos) {
    std::size_t begin = pos;
    while (begin > 0 && pos - begin < 3 && kHex.contains(text[begin - 1])) {
        --begin;
    }
    return begin > 0 && text[begin - 1] == ':';
}

std::optional<PiiSpan> matchV6(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    std::size_t begin = pos;
    while (begin > 0 && pos - begin <= kLongest && kInside.contains(text[begin - 1])) {
        --begin;
    }
    std::size_t end = pos;
    while (end < text.size() && end - begin <= kLongest + 2 && kInside.contains(text[end])) {
        ++end;
    }
    while (end > begin && (text[end - 1] == '.' || (text[end - 1] == ':' && text[end - 2] != ':'))) {
        --end;
    }
    if (end - begin >= 2 && text[begin] == ':' && text[begin + 1] != ':') {
        ++begin; // "addr:fe80::1"
    }
    const auto run = text.substr(begin, end - begin);
    if (run.size() < 3 || run.size() > kLongest || std::ranges::count(run, ':') < 2 ||
        scan.wordEndsAt(begin) || scan.wordBeginsAt(end)) {
        return std::nullopt;
    }
    std::array<char, kLongest + 1> copy{};
    run.copy(copy.data(), run.size());
    in6_addr parsed{};
    if (inet_pton(AF_INET6, copy.data(), &parsed) != 1) {
        return std::nullopt;
    }
    const auto hex = std::ranges::count_if(run, isHex);
    const auto colons = std::ranges::count(run, ':');
    const std::size_t last = suffixEnd(scan, end);
    // "x[1::2]", "10::20", "a::b": slices and names of C++; what is short needs a word or a prefix length.
    const char around = scan.before(begin);
    const bool slice = around == '[' && begin > 1 && (scan.wordEndsAt(begin - 1) || text[begin - 2] == ')');
    const bool full = hex >= 5 && (colons >= 3 || std::ranges::any_of(run, isDigit));
    const bool loopback = run == "::1" && !slice;
    if (slice ||
        !(full || loopback || (hex > 0 && last != end) || namesAddress(NearWords::before(scan, begin, 32)))) {
        return std::nullopt;
    }
    return hex == 0 ? std::nullopt : std::optional(PiiSpan{begin, last, PiiType::ip});
}

} // namespace

std::optional<PiiSpan> matchIp(const Site& site) {
    const ScanText& scan = site.scan;
    if (site.trigger == Trigger::pair) {
        return scan.at(site.pos) == ':' && scan.at(site.pos + 1) == ':' ? matchV6(scan, site.pos)
                                                                        : std::nullopt;
    }
    std::size_t end = site.pos;
    while (kHex.contains(scan.at(end)) && end - site.pos < 4) {
        ++end;
    }
    const char before = scan.before(site.pos);
    if (scan.at(end) == ':' || before == ':' ||
        (kHex.contains(before) && isGroupTail(scan.text(), site.pos))) {
        if (const auto found = matchV6(scan, site.pos)) {
            return found;
        }
    }
    return scan.at(end) == '.' ? matchV4(scan, site.pos) : std::nullopt;
}

} // namespace goldpan::redact
