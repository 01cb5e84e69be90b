// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/papers/id_words.h"

#include "core/redact/rules/papers/id_lexicon.h"
#include "core/redact/rules/papers/id_value.h"
#include "core/redact/rules/papers/short_paper.h"
#include "core/redact/scan/folded_word.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

constexpr std::size_t kLicenceReach = 5; ///< words between a driver and the licence

bool inCapitals(std::string_view word) {
    return std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; }) &&
           std::ranges::any_of(word, isLetter);
}

/// "C.F.", "K/P": letters that stand for words, and no letters of something else.
bool areInitials(std::string_view first, std::string_view second) {
    const char* mark = first.data() + first.size();
    return inCapitals(first) && inCapitals(second) && mark + 1 == second.data() &&
           (*mark == '.' || *mark == '/');
}

/// "Passport号码": what stands in front of the part in another script.
std::string_view asciiPart(std::string_view word) {
    return word.substr(0, static_cast<std::size_t>(std::ranges::find_if_not(word, isLetter) - word.begin()));
}

struct Said {
    IdRole role = IdRole::none;
    std::optional<PiiType> type;
};

std::optional<PiiType> paperOf(IdRole role) {
    switch (role) {
    case IdRole::passport:
        return PiiType::passport;
    case IdRole::dl:
        return PiiType::driverLicense;
    case IdRole::gov:
        return PiiType::govId;
    default:
        return std::nullopt;
    }
}

Said sayOf(std::string_view word, const FoldedWord& folded) {
    if (folded.isSign()) {
        return {IdRole::filler, {}};
    }
    IdRole role = idRole(folded.view(), inCapitals(word));
    if (folded.view() == "rc" && word.size() == 2) {
        role = IdRole::none; // "RC" is none of Czechia's "RČ"
    }
    if (role == IdRole::none && std::ranges::any_of(word, isHighByte)) {
        const IdRun run = idRun(word);
        if (run.type) {
            return {IdRole::gov, run.type};
        }
        if (run.number) {
            const auto front = asciiPart(word);
            role = front.empty() ? IdRole::number : idRole(FoldedWord(front).view(), inCapitals(front));
        }
    }
    return {role, paperOf(role)};
}

Said sayOf(std::string_view word) {
    return sayOf(word, FoldedWord(word));
}

/// "Passport (India): ": the word before the value stands in brackets. A value is behind it, a word before
/// it, so that the bytes on both sides are the text's.
bool isEnclosed(NearWords& words, std::size_t i) {
    const auto word = words[i];
    return word.data()[word.size()] == ')' && words.has(i + 1) && *(word.data() - 1) == '(';
}

/// "A.F.M.", "T.C.": the paper that letters with full stops between name, the last of them at `i`.
std::optional<PiiType> initialsBefore(NearWords& words, std::size_t i) {
    constexpr std::size_t kMostLetters = 5;
    const auto isOne = [](std::string_view word) {
        return (word.size() == 1 && isUpper(word.front())) || (word.size() == 2 && isHighByte(word.front()));
    };
    if (!isOne(words[i])) {
        return std::nullopt;
    }
    std::size_t last = i;
    while (words.has(last + 1) && last + 1 < i + kMostLetters && isOne(words[last + 1]) &&
           words[last + 1].end() + 1 == words[last].begin() && *words[last + 1].end() == '.') {
        ++last;
    }
    if (last == i) {
        return std::nullopt;
    }
    std::array<char, 2 * kMostLetters> letters; // as far as it is filled
    char* end = letters.data();
    for (std::size_t k = last + 1; k-- > i;) {
        end = std::ranges::copy(words[k], end).out;
    }
    const std::string_view name(letters.data(), static_cast<std::size_t>(end - letters.data()));
    return paperOf(idRole(FoldedWord(name).view(), true));
}

/// The next word from `i` on that is more than a filler; `i` past the last where there is none.
std::optional<std::string_view> telling(NearWords& words, std::size_t& i) {
    for (; words.has(i); ++i) {
        const FoldedWord folded(words[i]);
        const IdRole role = folded.isSign() ? IdRole::filler : idRole(folded.view(), false);
        if (role != IdRole::filler && role != IdRole::copula) {
            return words[i];
        }
    }
    return std::nullopt;
}

/// The paper that the word at `i` names together with the next one.
std::optional<PiiType> pairAt(NearWords& words, std::size_t i, const FoldedWord& here, bool after) {
    if (!(after ? beginsIdPair(here.view()) : endsIdPair(here.view()))) {
        return std::nullopt;
    }
    for (std::size_t next = i + 1; words.has(next) && next <= i + 3; ++next) {
        const FoldedWord there(words[next]);
        // "IdNr", but not "Kunden-ID-Nr."
        if (!after && there.view() == "id" && here.view() == "nr" && words[next].end() != words[i].begin()) {
            break;
        }
        const auto type = after ? idPair(here.view(), there.view()) : idPair(there.view(), here.view());
        const bool letters = here.view().size() == 1;
        if (type &&
            (!letters || areInitials(after ? words[i] : words[next], after ? words[next] : words[i]))) {
            return type;
        }
        if (!there.isSign() && idRole(there.view(), false) != IdRole::filler) {
            break;
        }
    }
    return std::nullopt;
}

/// "kind" words go with "number" or "ID" on either side of them, or with what they are a kind of: "Cédula de
/// Residencia".
bool isNumbered(NearWords& words, std::size_t i, bool number, bool id) {
    bool kind = false;
    for (; words.has(i); ++i) {
        switch (sayOf(words[i]).role) {
        case IdRole::kind:
            kind = true;
            break;
        case IdRole::id:
            id = true;
            break;
        case IdRole::number:
            number = true;
            break;
        case IdRole::whose:
        case IdRole::filler:
            break;
        case IdRole::gov:
            return kind || id;
        default:
            return id || (kind && number);
        }
    }
    return id || (kind && number);
}

/// "student ID card": not a state's.
bool isOthersCard(NearWords& words, std::size_t i) {
    static constexpr auto kOthers = std::to_array<std::string_view>(
        {"student", "employee", "member", "staff", "customer", "loyalty", "gift", "user", "session", "order",
         "company", "school", "library", "badge"});
    for (std::size_t k = i + 1; k <= i + 2 && words.has(k); ++k) {
        const bool says = words[k].data()[words[k].size()] == ':'; // "user: my ID card"
        if (!says && std::ranges::find(kOthers, FoldedWord(words[k]).view()) != kOthers.end()) {
            return true;
        }
    }
    return false;
}

/// "(passport)", "(Dutch passport no.)": the bracket holds no more than that.
bool closesAfter(NearWords& words, std::size_t i, const char* close) {
    for (std::size_t k = i; close != nullptr && words.has(k) && k <= i + 2; ++k) {
        if (k > i && sayOf(words[k]).role == IdRole::none) {
            return false; // "(the passport office)"
        }
        const char* end = words[k].data() + words[k].size();
        if (end == close || end + 1 == close) {
            return true;
        }
    }
    return false;
}

/// "RFC822", "<U2CF2>": letters of something else. A value is behind the word, so that a byte is.
bool isGlued(std::string_view word, std::string_view text) {
    constexpr std::size_t kShort = 4;
    if (isHighByte(word.front())) {
        return false; // "№70", "\xE2\x80\x9C70"
    }
    const bool first = word.data() == text.data();
    return word.size() <= kShort &&
           (isDigit(word.data()[word.size()]) || (!first && isDigit(*(word.data() - 1))));
}

std::optional<NamedPaper> licenceBefore(NearWords& words, std::size_t i, bool number) {
    std::size_t next = i + 1;
    for (std::size_t k = next; k <= i + kLicenceReach && words.has(k); ++k) {
        const IdRole role = sayOf(words[k]).role;
        if (role == IdRole::driver || role == IdRole::place) {
            return NamedPaper{PiiType::driverLicense};
        }
    }
    const auto other = telling(words, next);
    const bool cell = other && std::string_view(",;|\t").contains(other->data()[other->size()]);
    const bool alone = !other || cell; // "name,license"
    const bool permit = lowerAscii(words[i].front()) == 'p';
    return alone && (number || !permit)
               ? std::optional(NamedPaper{.type = PiiType::driverLicense, .sure = false, .formed = !number})
               : std::nullopt;
}

} // namespace

/// "passport no AUS PA4471029": the state that gave it out, by the three letters of machines.
bool isStateCode(NearWords& words) {
    return words.has(0) && words[0].size() == 3 && std::ranges::all_of(words[0], isUpper) &&
           sayOf(words[0]).role == IdRole::none;
}

std::optional<NamedPaper> paperFrom(NearWords& words, std::size_t first, std::string_view text) {
    bool number = words.has(0) && marksNumber(words[0]);
    bool id = false;
    if (const auto paper = words.has(0) && words[0].size() <= 3 ? shortPaper(words[0], text) : std::nullopt) {
        return NamedPaper{*paper};
    }
    for (std::size_t i = first; words.has(i); ++i) {
        const FoldedWord folded(words[i]);
        const Said said = sayOf(words[i], folded);
        if (isGlued(words[i], text)) {
            return std::nullopt;
        }
        if (const auto initials = initialsBefore(words, i)) {
            return NamedPaper{*initials};
        }
        if (said.type) {
            return NamedPaper{*said.type};
        }
        if (isEnclosed(words, i)) {
            continue; // "(India)"
        }
        if (const auto pair = pairAt(words, i, folded, false)) {
            return isOthersCard(words, i) ? std::nullopt : std::optional(NamedPaper{*pair});
        }
        switch (said.role) {
        case IdRole::licence:
            return licenceBefore(words, i, number);
        case IdRole::kind:
        case IdRole::whose:
            return isNumbered(words, i, number, id) ? std::optional(NamedPaper{PiiType::govId})
                                                    : std::nullopt;
        case IdRole::id:
            id = true;
            number = true;
            break;
        case IdRole::number:
            number = true;
            break;
        case IdRole::filler:
        case IdRole::copula:
        case IdRole::place: // "driver's license, California, is"
            break;
        default:
            return std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<NamedPaper> paperBefore(NearWords words, std::string_view text) {
    if (const auto own = paperFrom(words, 0, text); own || !isStateCode(words)) {
        return own;
    }
    const auto found = paperFrom(words, 1, text);
    return found && found->type == PiiType::passport ? found : std::nullopt;
}

std::optional<NamedPaper> paperAfter(NearWords words, const char* close, std::string_view text) {
    bool said = false;
    for (std::size_t i = 0; words.has(i); ++i) {
        const FoldedWord folded(words[i]);
        const Said word = sayOf(words[i], folded);
        if (word.role == IdRole::copula) {
            said = said || words[i] != "e"; // "and", where "è" and "é" are "is"
            continue;
        }
        if (word.type && isHighByte(words[i].front())) {
            const auto end = static_cast<std::size_t>(words[i].data() + words[i].size() - text.data());
            return namesNext(text, end) ? std::nullopt : std::optional(NamedPaper{*word.type});
        }
        if (word.role == IdRole::filler || (word.role == IdRole::number && said)) {
            continue;
        }
        if (!said && !closesAfter(words, i, close)) {
            return std::nullopt;
        }
        if (word.type) {
            return NamedPaper{*word.type};
        }
        if (const auto pair = pairAt(words, i, folded, true)) {
            return NamedPaper{*pair};
        }
        if (word.role == IdRole::driver || word.role == IdRole::place) {
            for (std::size_t k = i + 1; k <= i + 3 && words.has(k); ++k) {
                if (sayOf(words[k]).role == IdRole::licence) {
                    return NamedPaper{PiiType::driverLicense};
                }
            }
            return std::nullopt;
        }
        const bool gov =
            (word.role == IdRole::kind || word.role == IdRole::whose) && isNumbered(words, i, false, false);
        return gov ? std::optional(NamedPaper{PiiType::govId}) : std::nullopt;
    }
    return std::nullopt;
}

bool isPaperWord(std::string_view word) {
    const FoldedWord folded(word);
    if (endsIdPair(folded.view())) {
        return true;
    }
    const IdRole role = idRole(folded.view(), inCapitals(word));
    const bool state = role == IdRole::place && word.size() == 2; // "CA" may begin a number too
    return role != IdRole::none && role != IdRole::filler && role != IdRole::copula && !state;
}

} // namespace goldpan::redact
