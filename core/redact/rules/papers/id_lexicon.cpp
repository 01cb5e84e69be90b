// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/papers/id_lexicon.h"

#include "core/redact/rules/papers/id_lists.h"
#include "core/redact/scan/part_table.h"
#include "core/redact/scan/word_table.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace goldpan::redact {
namespace {

using id_lists::kLists;
using id_lists::kNumberInside;
using id_lists::kOtherInside;
using id_lists::kPairLists;

constexpr std::size_t countParts(std::string_view list, char separator) {
    return static_cast<std::size_t>(std::ranges::count(list, separator)) + 1;
}

constexpr std::size_t kWordCount = [] {
    std::size_t count = 0;
    for (const auto& list : kLists) {
        count += countParts(list.words, ' ');
    }
    return count;
}();

constexpr std::size_t kPairCount = [] {
    std::size_t count = 0;
    for (const auto& list : kPairLists) {
        count += countParts(list.pairs, ',');
    }
    return count;
}();

/// Calls `take(part)` for each part of `list`.
constexpr void eachPart(std::string_view list, char separator, auto take) {
    while (true) {
        const std::size_t end = list.find(separator);
        take(list.substr(0, end));
        if (end == std::string_view::npos) {
            return;
        }
        list.remove_prefix(end + 1);
    }
}

constexpr WordTable kWords([] {
    std::array<std::pair<std::string_view, IdRole>, kWordCount> words{};
    std::size_t count = 0;
    for (const auto& list : kLists) {
        eachPart(list.words, ' ', [&](std::string_view word) { words[count++] = {word, list.role}; });
    }
    return words;
}());

constexpr auto kPairEntries = [] {
    std::array<std::pair<std::string_view, PiiType>, kPairCount> pairs{};
    std::size_t count = 0;
    for (const auto& list : kPairLists) {
        eachPart(list.pairs, ',', [&](std::string_view pair) { pairs[count++] = {pair, list.type}; });
    }
    return pairs;
}();

constexpr WordTable kPairs(kPairEntries);

constexpr auto halvesOfPairs(bool second) {
    std::array<std::pair<std::string_view, bool>, kPairCount> words{};
    for (std::size_t i = 0; i < kPairCount; ++i) {
        const auto pair = kPairEntries[i].first;
        const std::size_t space = pair.find(' ');
        words[i] = {second ? pair.substr(space + 1) : pair.substr(0, space), true};
    }
    return words;
}

constexpr WordTable kFirsts(halvesOfPairs(false));
constexpr WordTable kSeconds(halvesOfPairs(true));

constexpr PartTable kInside(id_lists::kInside);
constexpr PartTable kNumberParts(withValue(kNumberInside, true));
constexpr PartTable kOtherParts(withValue(kOtherInside, true));

} // namespace

IdRole idRole(std::string_view folded, bool capitals) {
    const IdRole* found = kWords.find(folded);
    if (found == nullptr) {
        return IdRole::none;
    }
    if (*found == IdRole::govUpper) {
        return capitals ? IdRole::gov : IdRole::none;
    }
    if (*found == IdRole::dlUpper) {
        return capitals ? IdRole::dl : IdRole::none;
    }
    if (*found == IdRole::placeUpper) {
        return capitals ? IdRole::place : IdRole::none;
    }
    return *found;
}

bool endsIdPair(std::string_view second) {
    return kSeconds.find(second) != nullptr;
}

bool beginsIdPair(std::string_view first) {
    return kFirsts.find(first) != nullptr;
}

std::optional<PiiType> idPair(std::string_view first, std::string_view second) {
    std::array<char, 64> pair; // as far as it is filled
    if (first.size() + second.size() + 1 > pair.size()) {
        return std::nullopt;
    }
    auto* end = std::ranges::copy(first, pair.data()).out;
    *end++ = ' ';
    end = std::ranges::copy(second, end).out;
    const PiiType* found = kPairs.find({pair.data(), static_cast<std::size_t>(end - pair.data())});
    return found == nullptr ? std::nullopt : std::optional(*found);
}

IdRun idRun(std::string_view run) {
    IdRun said;
    std::size_t last = 0;
    std::size_t place = 0;
    kInside.eachIn(run, [&](std::size_t i, std::size_t end) {
        if (end > last || (end == last && i < place)) {
            last = end;
            place = i;
            said.type = kInside.entries()[i].second;
        }
    });
    const auto behind = run.substr(last);
    if (kOtherParts.isIn(behind)) {
        return {};
    }
    said.number = !said.type && kNumberParts.isIn(behind);
    return said;
}

std::string describeIdLexicon() {
    std::string out;
    for (const auto& list : kLists) {
        out += static_cast<char>('a' + static_cast<int>(list.role));
        out += list.words;
    }
    for (const auto& list : kPairLists) {
        out += static_cast<char>('a' + static_cast<int>(list.type));
        out += list.pairs;
    }
    for (const auto& [part, type] : kInside.entries()) {
        out += part;
        out += static_cast<char>('a' + static_cast<int>(type));
    }
    for (const auto& list : {std::span<const std::string_view>(kNumberInside),
                             std::span<const std::string_view>(kOtherInside)}) {
        for (const auto part : list) {
            out += part;
        }
    }
    return out + '\n';
}

} // namespace goldpan::redact
