// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/address/address_boxes.h"
#include "core/redact/rules/address/address_cjk.h"
#include "core/redact/rules/address/address_europe.h"
#include "core/redact/rules/address/address_india.h"
#include "core/redact/rules/address/address_labelled.h"
#include "core/redact/rules/address/address_place.h"
#include "core/redact/rules/address/address_tokens.h"
#include "core/redact/rules/rules.h"
#include "core/redact/scan/byte_set.h"
#include "core/redact/scan/near_words.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

constexpr std::size_t kCoreWords = 12;
constexpr std::size_t kFirstWords = 3; ///< tell most texts that are none
constexpr std::size_t kBytesBack = 40;

using Tokens = AddressTokens;

bool isNameWord(AddressWord kind) {
    return kind == AddressWord::capital || kind == AddressWord::connector || kind == AddressWord::state ||
           kind == AddressWord::ordinal || kind == AddressWord::compound;
}

/// There is a word at `i`, of those that a street may take.
bool hasCore(Tokens& tokens, std::size_t i) {
    if (i >= kCoreWords) {
        return false;
    }
    tokens.readTo(i + 1);
    return i < tokens.size();
}

/// A state or a unit follows, "CA", "ca 91733".
bool endsInCode(std::string_view text, Tokens& tokens, std::size_t from) {
    for (std::size_t i = from + 1; hasCore(tokens, i); ++i) {
        const auto& before = tokens[i - 1];
        const bool code = tokens[i].kind == AddressWord::number && tokens[i].end - tokens[i].begin >= 5 &&
                          before.end - before.begin == 2 && isLetter(text[before.begin]);
        if (code || tokens[i].kind == AddressWord::unit || tokens[i].kind == AddressWord::state) {
            return true;
        }
    }
    return false;
}

bool isRepeat(std::string_view word) {
    return word == "bis" || word == "ter" || word == "quater";
}

bool isFrenchStreet(std::string_view word) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"av.", "avenue", "bd", "boulevard", "cours", "passage", "place", "square"});
    return std::ranges::find(kWords, word) != kWords.end();
}

/// "162 bis, rue de la Paix", "161, avenue Victor Hugo": how many tokens, where `first` numbers begin them.
std::size_t frenchCore(std::string_view text, Tokens& tokens, std::size_t first) {
    const auto wordAt = [&](std::size_t i) {
        return text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
    };
    std::size_t i = first;
    i += hasCore(tokens, i) && isRepeat(wordAt(i)) ? 1 : 0;
    if (!hasCore(tokens, i + 1) || tokens[i + 1].apart) {
        return 0;
    }
    const bool leads = (tokens[i].kind == AddressWord::leading && wordAt(i) != "via") ||
                       (tokens[i].kind == AddressWord::street && isFrenchStreet(wordAt(i)));
    std::size_t end = i + 1;
    while (leads && hasCore(tokens, end) && end <= i + 5 && !tokens[end].apart &&
           isNameWord(tokens[end].kind)) {
        ++end;
    }
    const char last = text[tokens[end - 1].begin]; // "3 place of work"
    return end > i + 1 && !(last >= 'a' && last <= 'z') ? end : 0;
}

/// "2017 Nov 10, #2313".
bool isDated(std::string_view text, std::size_t pos) {
    static constexpr std::string_view kMonths = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec ";
    if (text[pos] != '1' && text[pos] != '2') {
        return false;
    }
    const auto date = text.substr(pos, 9);
    return date.size() == 9 && (date.starts_with("19") || date.starts_with("20")) && date[4] == ' ' &&
           date[8] == ' ' && kMonths.contains(date.substr(5, 4));
}

/// "1991-1998", of a copyright.
bool isYears(std::string_view text, const AddressToken& token) {
    const auto number = text.substr(token.begin, token.end - token.begin);
    const auto century = [&](std::size_t at) {
        return number.substr(at).starts_with("19") || number.substr(at).starts_with("20");
    };
    return number.size() == 9 && number[4] == '-' && century(0) && century(5);
}

/// How many tokens make a number with its street; 0 where they make none.
std::size_t coreOf(std::string_view text, Tokens& tokens) {
    std::size_t i = 0;
    while (hasCore(tokens, i) && tokens[i].kind == AddressWord::number) {
        ++i;
    }
    if (i == 0 || !hasCore(tokens, i) || i > 3) {
        return 0;
    }
    if (const std::size_t french = frenchCore(text, tokens, i); french != 0) {
        return french;
    }
    if (tokens[i].apart) {
        return 0;
    }
    const std::size_t first = i;
    bool written = true; // with capitals, as names are
    for (; hasCore(tokens, i) && i <= first + 5; ++i) {
        const auto kind = tokens[i].kind;
        const bool joint = i == first && text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin) ==
                                             "and";     // "Route 66 and Highway 101"
        const bool dash = text[tokens[i].begin] == '-'; // "21 - street"
        if (joint || dash || (tokens[i].apart && kind != AddressWord::unit)) {
            return 0;
        }
        if (kind == AddressWord::compound) {
            return i + 1;
        }
        if (kind == AddressWord::leading && i <= first + 1) {
            std::size_t end = i + 1;
            while (hasCore(tokens, end) && end <= i + 5 && !tokens[end].apart &&
                   isNameWord(tokens[end].kind)) {
                ++end;
            }
            const auto word = text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
            const bool numbered = hasCore(tokens, end) && tokens[end].kind == AddressWord::number;
            if (end > i + 1 && (word != "via" || numbered)) { // "2 via Zoom"
                return end;
            }
        }
        if (kind == AddressWord::street && i > first) {
            const auto isSmall = [&](std::size_t k) { return text[tokens[k].begin] >= 'a'; };
            while (hasCore(tokens, i + 1) && tokens[i + 1].kind == AddressWord::street &&
                   !tokens[i + 1].apart && isSmall(i) == isSmall(i + 1)) {
                ++i; // "North Ridge Avenue"
            }
            return written || endsInCode(text, tokens, i) ? i + 1 : 0;
        }
        if (kind == AddressWord::unit && i > first && written && hasCore(tokens, i + 1) &&
            tokens[i + 1].kind == AddressWord::number) {
            return i + 2;
        }
        const char initial = text[tokens[i].begin];
        written = written && (kind == AddressWord::connector || !(initial >= 'a' && initial <= 'z'));
        if (kind == AddressWord::other && (i >= first + 4 || tokens[i].end - tokens[i].begin > 14)) {
            return 0;
        }
    }
    return 0;
}

/// Where the address ends that is sure up to `core`: unit, town, state, postal code, country. What only may
/// belong to it is taken when something sure follows, or when commas and lines set it apart.
std::size_t addressEnd(const ScanText& scan, Tokens& tokens, std::size_t core, bool named) {
    const auto has = [&](std::size_t i) {
        tokens.readTo(i + 1);
        return i < tokens.size();
    };
    std::size_t end = tokens[core - 1].end;
    bool apart = false;
    std::size_t loose = 0;
    for (std::size_t i = core; has(i); ++i) {
        const auto& token = tokens[i];
        apart = apart || token.apart;
        switch (token.kind) {
        case AddressWord::number: {
            const bool long5 = token.end - token.begin >= 4;
            const auto before =
                scan.text().substr(tokens[i - 1].begin, tokens[i - 1].end - tokens[i - 1].begin);
            const bool code = long5 && before.size() == 2 && isLetter(before[0]);
            if (loose != 0 && !code) {
                return end;
            }
            end = token.end;
            loose = 0;
            break;
        }
        case AddressWord::unit:
            if (loose != 0 || !has(i + 1)) {
                return end;
            }
            break;
        case AddressWord::state:
        case AddressWord::street:
        case AddressWord::compound:
        case AddressWord::leading:
        case AddressWord::capital:
            if (loose == 0 && (named || apart)) {
                end = token.end;
            }
            break;
        case AddressWord::code:
            if (loose != 0) {
                return end;
            }
            end = token.end;
            break;
        case AddressWord::connector:
        case AddressWord::ordinal:
            break;
        case AddressWord::other:
            if (++loose > 5) {
                return end;
            }
            break;
        }
    }
    return end;
}

std::size_t endOfNumber(const ScanText& scan, std::size_t pos) {
    while (isDigit(scan.at(pos))) {
        ++pos;
    }
    return pos;
}

/// What stands behind words that announce an address, and holds a number and a name.
std::optional<PiiSpan> matchPlaced(const ScanText& scan, std::size_t pos) {
    const std::size_t begin = placeBefore(scan, pos);
    if (begin == pos) {
        return std::nullopt;
    }
    Tokens tokens(scan, pos);
    tokens.readTo(1);
    if (tokens.empty() || tokens[0].kind != AddressWord::number) {
        return std::nullopt;
    }
    const std::size_t behind = tokens[0].end;
    if (scan.at(behind) == '.' && isDigit(scan.at(behind + 1))) {
        return std::nullopt; // a version
    }
    const auto lead = scan.text().substr(begin, pos - begin);
    const bool name =
        std::ranges::any_of(lead, [](char c) { return (c >= 'A' && c <= 'Z') || isHighByte(c); });
    const std::size_t end = addressEnd(scan, tokens, 1, true);
    // "move to Python 3": one name with its number, and no more.
    const bool more = end > behind || std::ranges::count(lead, ' ') > 1;
    return name && more ? std::optional(PiiSpan{begin, end, PiiType::address}) : std::nullopt;
}

} // namespace

std::optional<PiiSpan> matchAddress(const Site& site) {
    const ScanText& scan = site.scan;
    const auto text = scan.text();
    const std::size_t pos = site.pos;
    const char before = scan.before(pos);
    const char last = before == ' ' && pos > 1 ? text[pos - 2] : before;
    if (const auto labelled = labelledAddress(scan, pos)) {
        return labelled;
    }
    if (isHighByte(last) || before == ']') {
        if (const auto cjk = cjkAddress(scan, pos)) {
            return cjk;
        }
    }
    if (const auto indian = indianAddress(scan, pos)) {
        return indian;
    }
    if (scan.wordEndsAt(pos) || before == '.' || before == '-' || before == '$' || before == '/' ||
        before == ':') {
        return std::nullopt;
    }
    if (before == '#') {
        return matchPlaced(scan, pos); // else of an issue
    }
    if (isDated(text, pos)) {
        return std::nullopt;
    }
    const bool word = before == ' ' && pos >= 2 && !isDigit(scan.before(pos - 1));
    const std::size_t behind = endOfNumber(scan, pos);
    if (const char c = scan.at(behind);
        !word && c != ' ' && c != '-' && c != '/' && c != ',' && !isLetter(c)) {
        return std::nullopt;
    }
    Tokens tokens(scan, pos);
    tokens.readTo(1);
    if (tokens.empty() || tokens[0].kind != AddressWord::number || isYears(text, tokens[0])) {
        return std::nullopt;
    }
    std::size_t begin = pos;
    if (word) {
        begin = boxBefore(scan, pos);
        if (begin == pos) {
            if (const auto street = streetBefore(scan, pos)) {
                const auto announced = [&] {
                    return namesPlace(NearWords::before(scan, street->begin)) ||
                           placeBefore(scan, pos) != pos;
                };
                const auto [end, telling] = europeanEnd(scan, pos, street->hinted);
                if (end != 0 && (street->hinted || telling || announced())) {
                    return PiiSpan{street->begin, end, PiiType::address};
                }
                begin = street->typed ? street->begin : pos;
            }
        }
    }
    if (const std::size_t mail = militaryEnd(scan, pos); mail != 0) {
        return PiiSpan{unitBefore(scan, pos), mail, PiiType::address};
    }
    tokens.readTo(kFirstWords);
    const bool telling = tokens.size() > 1 && (tokens[1].kind != AddressWord::other || begin != pos ||
                                               (tokens.size() > 2 && tokens[2].kind != AddressWord::other));
    std::size_t core = begin != pos ? 1 : (telling ? coreOf(text, tokens) : 0);
    bool named = false;
    if (tokens.size() > 2 && (core != 0 || tokens[1].kind != AddressWord::other)) {
        named = namesPlace(NearWords::before(scan, begin));
        const bool name = tokens[1].kind != AddressWord::number || tokens[2].kind != AddressWord::other;
        core = core == 0 && named && name && !tokens[1].apart && tokens[1].kind != AddressWord::connector
                   ? 2
                   : core;
    }
    if (core == 0) {
        return matchPlaced(scan, pos);
    }
    const std::size_t end = addressEnd(scan, tokens, core, named);
    return PiiSpan{begin == pos ? flatBefore(scan, pos) : begin, end, PiiType::address};
}

} // namespace goldpan::redact
