// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/address_tokens.h"
#include "core/redact/byte_set.h"
#include "core/redact/near_words.h"
#include "core/redact/rules.h"

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

/// "my address is", "lives at", "deliver it to": what follows is where somebody is.
bool namesPlace(NearWords words) {
    static constexpr auto kNear =
        std::to_array<std::string_view>({"at", "to", "is", "in", "with", "same", "address"});
    static constexpr auto kPlace = std::to_array<std::string_view>(
        {"address",   "addresses", "live",       "lives",  "lived",   "living",    "located", "deliver",
         "delivered", "delivery",  "ship",       "mail",   "sent",    "send",      "return",  "taxi",
         "arrived",   "moved",     "directions", "reside", "resides", "residence", "home"});
    const auto holds = [](const auto& list, std::string_view word) {
        return std::ranges::find(list, LowerWord(word).view()) != list.end();
    };
    if (!words.has(0) || !holds(kNear, words[0])) {
        return false;
    }
    for (std::size_t i = 0; words.has(i); ++i) {
        if (holds(kPlace, words[i])) {
            return true;
        }
    }
    return false;
}

/// A state or a unit follows, "CA", "ca 91733".
bool endsInCode(std::string_view text, const Tokens& tokens, std::size_t from) {
    for (std::size_t i = from + 1; i < tokens.size(); ++i) {
        const auto& before = tokens[i - 1];
        const bool code = tokens[i].kind == AddressWord::number && tokens[i].end - tokens[i].begin >= 5 &&
                          before.end - before.begin == 2 && isLetter(text[before.begin]);
        if (code || tokens[i].kind == AddressWord::unit || tokens[i].kind == AddressWord::state) {
            return true;
        }
    }
    return false;
}

/// How many tokens make a number with its street; 0 where they make none.
std::size_t coreOf(std::string_view text, const Tokens& tokens) {
    std::size_t i = 0;
    while (i < tokens.size() && tokens[i].kind == AddressWord::number) {
        ++i;
    }
    if (i == 0 || i == tokens.size() || i > 3 || tokens[i].apart) {
        return 0;
    }
    const std::size_t first = i;
    bool written = true; // with capitals, as names are
    for (; i < tokens.size() && i <= first + 5; ++i) {
        const auto kind = tokens[i].kind;
        if (tokens[i].apart && kind != AddressWord::unit) {
            return 0;
        }
        if (kind == AddressWord::compound) {
            return i + 1;
        }
        if (kind == AddressWord::leading && i <= first + 1) {
            std::size_t end = i + 1;
            while (end < tokens.size() && end <= i + 5 && !tokens[end].apart &&
                   isNameWord(tokens[end].kind)) {
                ++end;
            }
            const auto word = text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
            const bool numbered = end < tokens.size() && tokens[end].kind == AddressWord::number;
            if (end > i + 1 && (word != "via" || numbered)) { // "2 via Zoom"
                return end;
            }
        }
        if (kind == AddressWord::street && i > first) {
            const bool zip = endsInCode(text, tokens, i);
            return written || zip ? i + 1 : 0;
        }
        if (kind == AddressWord::unit && i > first && written && i + 1 < tokens.size() &&
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
std::size_t addressEnd(const ScanText& scan, const Tokens& tokens, std::size_t core, bool named) {
    std::size_t end = tokens[core - 1].end;
    bool apart = false;
    std::size_t loose = 0;
    for (std::size_t i = core; i < tokens.size(); ++i) {
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
            if (loose != 0 || i + 1 >= tokens.size()) {
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

/// Where the name of a street begins that ends at `pos`, "Via Roma ", "Hauptstrasse "; `pos` where there is
/// none.
std::size_t streetBefore(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    const std::size_t floor =
        std::max(scan.claimedTo() <= pos ? scan.claimedTo() : pos, pos > kBytesBack ? pos - kBytesBack : 0);
    std::size_t at = pos;
    for (int words = 0; words < 4; ++words) {
        if (at <= floor || text[at - 1] != ' ') {
            break;
        }
        std::size_t begin = --at;
        while (begin > floor && text[begin - 1] != ' ' && text[begin - 1] != '\n' && text[begin - 1] != ',' &&
               text[begin - 1] != ']') {
            --begin;
        }
        const auto word = text.substr(begin, at - begin);
        const auto kind = addressWord(word);
        const bool capital =
            !word.empty() && ((word.front() >= 'A' && word.front() <= 'Z') || isHighByte(word.front()));
        if (kind == AddressWord::compound && words == 0) {
            return begin;
        }
        if (kind == AddressWord::leading && words > 0) {
            return begin;
        }
        if (word.empty() || !(capital || kind == AddressWord::connector)) {
            break;
        }
        at = begin;
    }
    return pos;
}

/// Words, each with a space behind, that name the number that follows.
template <std::size_t N>
class Leads {
public:
    constexpr explicit Leads(const std::array<std::string_view, N>& leads)
        : m_leads(leads)
        , m_last("") {
        for (const auto lead : leads) {
            m_last.add(lead[lead.size() - 2]);
        }
    }

    /// Where the one begins that ends at `pos`; `pos` where there is none.
    [[nodiscard]] std::size_t beginBefore(const ScanText& scan, std::size_t pos) const {
        if (pos < 2 || !m_last.contains(scan.text()[pos - 2])) {
            return pos;
        }
        const auto before = scan.text().substr(0, pos);
        for (const auto lead : m_leads) {
            if (before.ends_with(lead) && !scan.wordEndsAt(pos - lead.size())) {
                return pos - lead.size();
            }
        }
        return pos;
    }

private:
    std::array<std::string_view, N> m_leads;
    ByteSet m_last; ///< tells most texts that are none
};

constexpr Leads kBoxes(std::to_array<std::string_view>({"P.O. Box ", "PO Box ", "P.O. BOX ", "PO BOX ",
                                                        "P. O. Box ", "POB ", "p.o. box ", "po box ", "PSC ",
                                                        "Apt. ", "Apt ", "Suite ", "Apartment ", "apt. ",
                                                        "suite "}));

constexpr Leads kUnits(std::to_array<std::string_view>({"Unit ", "UNIT ", "PSC ", "CMR ", "APO AA ",
                                                        "APO AE ", "APO AP ", "FPO AA ", "FPO AE ", "FPO AP ",
                                                        "DPO AA ", "DPO AE ", "DPO AP "}));

/// "Unit 1293 Box 4311\nDPO AE 01708", "PSC 12, Box 34 APO AP 96543", "FPO AA 34091": mail of those who serve
/// abroad; its end, or 0.
std::size_t militaryEnd(const ScanText& scan, std::size_t pos) {
    static constexpr auto kOffices = std::to_array<std::string_view>({"APO A", "FPO A", "DPO A"});
    const auto text = scan.text();
    const auto postal = [&](std::size_t office) -> std::size_t {
        const auto there = text.substr(std::min(office, text.size()), 12);
        const bool known =
            there.size() == 12 && there[2] == 'O' &&
            std::ranges::any_of(kOffices, [&](auto start) { return there.starts_with(start); }) &&
            std::string_view("AEP").contains(there[5]) && there[6] == ' ' &&
            std::ranges::all_of(there.substr(7), isDigit);
        return known && !scan.wordBeginsAt(office + 12) ? office + 12 : 0;
    };
    if (pos >= 7 && postal(pos - 7) != 0) {
        return postal(pos - 7);
    }
    if (kUnits.beginBefore(scan, pos) == pos) {
        return 0;
    }
    std::size_t at = pos;
    while (isDigit(scan.at(at))) {
        ++at;
    }
    at += scan.at(at) == ',' ? 1 : 0;
    if (!text.substr(at).starts_with(" Box ")) {
        return 0;
    }
    at += 5;
    while (isDigit(scan.at(at))) {
        ++at;
    }
    at += scan.at(at) == ',' ? 1 : 0;
    return postal(at + 1);
}

std::size_t endOfNumber(const ScanText& scan, std::size_t pos) {
    while (isDigit(scan.at(pos))) {
        ++pos;
    }
    return pos;
}

} // namespace

std::optional<PiiSpan> matchAddress(const Site& site) {
    const ScanText& scan = site.scan;
    const auto text = scan.text();
    const std::size_t pos = site.pos;
    const char before = scan.before(pos);
    if (scan.wordEndsAt(pos) || before == '.' || before == '-' || before == '$' || before == '/' ||
        before == ':') {
        return std::nullopt;
    }
    const bool word = before == ' ' && pos >= 2 && !isDigit(scan.before(pos - 1));
    const std::size_t behind = endOfNumber(scan, pos);
    if (const char c = scan.at(behind); !word && c != ' ' && c != '-' && !isLetter(c)) {
        return std::nullopt;
    }
    Tokens tokens(scan, pos);
    tokens.readTo(1);
    if (tokens.empty() || tokens[0].kind != AddressWord::number) {
        return std::nullopt;
    }
    std::size_t begin = pos;
    if (word) {
        begin = kBoxes.beginBefore(scan, pos);
        begin = begin == pos ? streetBefore(scan, pos) : begin;
    }
    if (const std::size_t mail = militaryEnd(scan, pos); mail != 0) {
        return PiiSpan{kUnits.beginBefore(scan, pos), mail, PiiType::address};
    }
    tokens.readTo(kFirstWords);
    const bool telling = tokens.size() > 1 && (tokens[1].kind != AddressWord::other || begin != pos ||
                                               (tokens.size() > 2 && tokens[2].kind != AddressWord::other));
    if (telling && begin == pos) {
        tokens.readTo(kCoreWords);
    }
    std::size_t core = begin != pos ? 1 : (telling ? coreOf(text, tokens) : 0);
    bool named = false;
    if (tokens.size() > 2 && (core != 0 || tokens[1].kind != AddressWord::other)) {
        named = namesPlace(NearWords::before(scan, begin));
        const bool name = tokens[1].kind != AddressWord::number || tokens[2].kind != AddressWord::other;
        core = core == 0 && named && name && tokens[1].kind != AddressWord::connector ? 2 : core;
    }
    if (core == 0) {
        return std::nullopt;
    }
    tokens.readTo(Tokens::kMost);
    const std::size_t end = addressEnd(scan, tokens, core, named);
    return PiiSpan{begin, end, PiiType::address};
}

} // namespace goldpan::redact
