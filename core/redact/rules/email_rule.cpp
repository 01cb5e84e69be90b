// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/rules.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

constexpr std::size_t kLocalBytes = 128; // RFC 5321 allows 64 octets; two bytes a letter in RFC 6531
constexpr std::size_t kDomainBytes = 253;
constexpr std::size_t kQuotedBytes = 66;
constexpr std::size_t kIdeographBytes = 24;

// Endings that no registry runs: names of files, not of hosts.
constexpr auto kFileSuffixes = std::to_array<std::string_view>({
    "bmp", "cjs", "css", "csv", "exe", "gif", "html", "ico", "jpeg", "jpg",  "js",  "json", "jsx", "log",
    "mjs", "pdf", "png", "svg", "ts",  "tsx", "txt",  "vue", "wasm", "webp", "xml", "yaml", "yml",
});
static_assert(std::ranges::is_sorted(kFileSuffixes));

bool isLocalMark(char c) {
    return c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}

/// Combining marks U+0300 to U+036F: "u" and a diaeresis as two code points.
std::size_t combiningBefore(std::string_view text, std::size_t pos) {
    return pos >= 2 && (text[pos - 2] == '\xCC' || text[pos - 2] == '\xCD') && isHighByte(text[pos - 1]) ? 2
                                                                                                         : 0;
}

/// Takes the letters of an escape ("\n", "\u003c") off the front of a local part.
std::size_t pastEscape(const ScanText& scan, std::size_t begin, std::size_t at) {
    if (scan.before(begin) != '\\') {
        return begin;
    }
    const auto local = scan.text().substr(begin, at - begin);
    const auto isHex = [](char c) { return isDigit(c) || (lowerAscii(c) >= 'a' && lowerAscii(c) <= 'f'); };
    if (local.size() >= 5 && local.front() == 'u' && std::ranges::all_of(local.substr(1, 4), isHex)) {
        return begin + 5;
    }
    const bool escape =
        !local.empty() && std::string_view("nrtbf").find(local.front()) != std::string_view::npos;
    return begin + (escape ? 1 : 0);
}

/// Code points of scripts without spaces that may stand in a domain label; punctuation does not.
bool isIdeograph(std::string_view text, std::size_t pos) {
    const unsigned lead = static_cast<unsigned char>(text[pos]);
    return (lead >= 0xE4 && lead <= 0xED) ||
           (lead == 0xE3 && pos + 1 < text.size() && text[pos + 1] >= '\x81');
}

/// "hans.m端ller": one ideograph between letters is a letter of a name, but not where it is a word between.
std::size_t ideographInside(std::string_view text, std::size_t begin) {
    static constexpr auto kWords =
        std::to_array<std::string_view>({"是", "为", "為", "は", "到", "给", "給", "至", "の"});
    if (begin < 4 || begin >= text.size() || !isLetter(text[begin]) || !isIdeograph(text, begin - 3) ||
        !isHighByte(text[begin - 1]) || !(isLetter(text[begin - 4]) || text[begin - 4] == '.')) {
        return 0;
    }
    return std::ranges::find(kWords, text.substr(begin - 3, 3)) == kWords.end() ? 3 : 0;
}

/// "test|123": where the part before the bar begins that `begin` stands behind, if it is the only one of its
/// word; `begin` where there is none.
std::size_t barBefore(std::string_view text, std::size_t begin, std::size_t at) {
    if (begin < 2 || text[begin - 1] != '|' || !(isLetter(text[begin - 2]) || isDigit(text[begin - 2]))) {
        return begin;
    }
    std::size_t first = begin - 1;
    while (first > 0 && begin - first < kQuotedBytes &&
           (isLetter(text[first - 1]) || isDigit(text[first - 1]) || isLocalMark(text[first - 1]))) {
        --first;
    }
    const bool alone =
        first == 0 || text[first - 1] == ' ' || text[first - 1] == '\n' || text[first - 1] == '"';
    return alone && !text.substr(at, kQuotedBytes)
                         .substr(0, text.substr(at, kQuotedBytes).find(' '))
                         .contains('|')
               ? first
               : begin;
}

std::size_t localBegin(const ScanText& scan, std::size_t at) {
    const auto text = scan.text();
    const std::size_t lowest = at > kLocalBytes ? at - kLocalBytes : 0;
    std::size_t begin = at;
    while (begin > lowest) {
        const char c = text[begin - 1];
        std::size_t length = isLetter(c) || isDigit(c) || isLocalMark(c) ? 1 : alphabeticBefore(text, begin);
        length = length == 0 ? combiningBefore(text, begin) : length;
        length = length == 0 ? ideographInside(text, begin) : length;
        if (length == 0 || begin - lowest < length) {
            break;
        }
        begin -= length;
    }
    begin = barBefore(text, begin, at);
    begin = pastEscape(scan, begin, at);
    while (begin < at && isLocalMark(text[begin]) && text[begin] != '_') {
        ++begin;
    }
    // o'neil, d'arc: one letter before an apostrophe belongs to the name.
    if (begin >= 2 && begin < at && text[begin - 1] == '\'' && !scan.wordEndsAt(begin - 2)) {
        const char initial = lowerAscii(text[begin - 2]);
        begin -= initial == 'o' || initial == 'd' ? 2 : 0;
    }
    return begin;
}

std::size_t labelEnd(std::string_view text, std::size_t begin, std::size_t stop, bool ideographs) {
    std::size_t end = begin;
    while (end < stop) {
        const char c = text[end];
        std::size_t length = isLetter(c) || isDigit(c) || c == '-' ? 1 : alphabeticAt(text, end);
        if (length == 0 && ideographs && isIdeograph(text, end)) {
            length = 3;
        }
        if (length == 0 || end + length > stop) {
            break;
        }
        end += length;
    }
    return end;
}

bool isTopLevel(std::string_view label) {
    std::string lower(label);
    std::ranges::transform(lower, lower.begin(), lowerAscii);
    if (lower.starts_with("xn--")) {
        return lower.size() > 4;
    }
    const bool letters = std::ranges::all_of(lower, [](char c) { return isLetter(c) || isHighByte(c); });
    return letters && lower.size() >= 2 && lower.size() <= 24 &&
           !std::ranges::binary_search(kFileSuffixes, lower);
}

/// "com.Thanks", "com.5": a sentence that begins without a space is no label.
bool endsDomain(std::string_view before, std::string_view label) {
    const bool capital =
        label.size() >= 2 && label[0] >= 'A' && label[0] <= 'Z' && label[1] >= 'a' && label[1] <= 'z';
    const bool sentence = capital && before.back() >= 'a' && before.back() <= 'z';
    return (sentence || std::ranges::all_of(label, isDigit)) && isTopLevel(before);
}

/// End of the domain that begins at `begin`; 0 where there is none.
std::size_t domainEnd(std::string_view text, std::size_t begin, bool ideographs) {
    const std::size_t stop = std::min(text.size(), begin + kDomainBytes);
    std::string_view previous;
    std::size_t labels = 0;
    std::size_t numeric = 0;
    std::size_t at = begin;
    std::size_t end = begin;
    while (at < stop) {
        std::size_t next = labelEnd(text, at, stop, ideographs);
        while (next > at && text[next - 1] == '-') {
            --next;
        }
        const auto label = text.substr(at, next - at);
        if (label.empty() || label.front() == '-' || (labels >= 2 && endsDomain(previous, label))) {
            break;
        }
        ++labels;
        numeric += labels <= 2 && isDigit(label.front()) ? 1 : 0;
        previous = label;
        end = next;
        if (next >= stop || text[next] != '.') {
            break;
        }
        at = next + 1;
    }
    const bool version = numeric == 2; // lodash@4.17.21-beta.rc
    return labels >= 2 && !version && isTopLevel(previous) ? end : 0;
}

/// "\"john smith\"@example.com": where the quoted local part begins that ends at `at`; `at` where none does.
std::size_t quotedBegin(std::string_view text, std::size_t at) {
    if (at < 3 || text[at - 1] != '"') {
        return at;
    }
    const auto inside = [&](std::size_t i) {
        const char c = text[i];
        return isLetter(c) || isDigit(c) || isLocalMark(c) || isHighByte(c) || c == ' ' ||
               (c == '\\' && text[i + 1] == '@') || (c == '@' && i > 0 && text[i - 1] == '\\');
    };
    std::size_t begin = at - 1;
    bool named = false;
    while (begin > 0 && at - begin < kQuotedBytes && inside(begin - 1)) {
        --begin;
        named = named || isLetter(text[begin]) || isDigit(text[begin]);
    }
    return named && begin > 0 && text[begin - 1] == '"' ? begin - 1 : at;
}

/// "[192.0.2.1]", "[IPv6:2001:db8::1]" behind the '@'; 0 where there is none.
std::size_t literalEnd(std::string_view text, std::size_t begin) {
    constexpr std::size_t kLiteralBytes = 54;
    if (begin >= text.size() || text[begin] != '[') {
        return 0;
    }
    std::size_t end = begin + 1;
    bool digit = false;
    while (end < text.size() && end - begin < kLiteralBytes &&
           (isDigit(text[end]) || isLetter(text[end]) || text[end] == '.' || text[end] == ':')) {
        digit = digit || isDigit(text[end]);
        ++end;
    }
    const bool address = text.substr(begin, end - begin).find_first_of(".:") != std::string_view::npos;
    return digit && address && end < text.size() && text[end] == ']' ? end + 1 : 0;
}

/// "用户@例子.广告": a local part of ideographs, where the whole address is of them; `at` where there is
/// none.
std::size_t ideographsBegin(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin >= 3 && at - begin < kIdeographBytes && isIdeograph(text, begin - 3) &&
           isHighByte(text[begin - 1])) {
        begin -= 3;
    }
    return begin;
}

/// "?email=jane%40example.org": the '@' of a query; `pos` is its '='.
std::optional<PiiSpan> matchEncoded(const ScanText& scan, std::size_t pos) {
    constexpr std::string_view kAt = "%40";
    const auto text = scan.text();
    const std::size_t begin = pos + 1;
    std::size_t at = begin;
    while (at < text.size() && at - begin < kLocalBytes &&
           (isAlnum(text[at]) || text[at] == '.' || text[at] == '_' || text[at] == '-' || text[at] == '+' ||
            (text[at] == '%' && !text.substr(at).starts_with(kAt)))) {
        ++at;
    }
    if (at == begin || !text.substr(at).starts_with(kAt)) {
        return std::nullopt;
    }
    const std::size_t end = domainEnd(text, at + kAt.size(), false);
    return end == 0 ? std::nullopt : std::optional(PiiSpan{begin, end, PiiType::email});
}

} // namespace

std::optional<PiiSpan> matchEmail(const Site& site) {
    if (site.trigger == Trigger::pair) {
        return site.scan.at(site.pos) == '=' ? matchEncoded(site.scan, site.pos) : std::nullopt;
    }
    const ScanText& scan = site.scan;
    const std::size_t pos = site.pos;
    const auto text = scan.text();
    std::size_t begin = localBegin(scan, pos);
    if (begin == pos && quotedBegin(text, pos) >= scan.claimedTo()) {
        begin = quotedBegin(text, pos);
    }
    if (begin == pos && pos + 1 < text.size() && isIdeograph(text, pos + 1)) {
        begin = ideographsBegin(text, pos);
    }
    const auto local = text.substr(begin, pos - begin);
    if (local.empty() || local == "git") { // git@host:path is a remote
        return std::nullopt;
    }
    std::size_t end = domainEnd(text, pos + 1, false);
    end = end == 0 ? domainEnd(text, pos + 1, true) : end;
    end = end == 0 ? literalEnd(text, pos + 1) : end;
    if (end == 0 || scan.at(end) == '(') { // a@b.sum() is a product
        return std::nullopt;
    }
    return PiiSpan{begin, end, PiiType::email};
}

} // namespace goldpan::redact
