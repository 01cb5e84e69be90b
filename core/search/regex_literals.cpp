// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/regex_literals.h"

#include <algorithm>
#include <numeric>
#include <re2/filtered_re2.h>
#include <re2/re2.h>

namespace goldpan::search {
namespace {

constexpr int kLeastBytes = 3;            // of a literal: less makes no gram
constexpr std::size_t kMostLiterals = 64; // of a pattern: each is tried apart

} // namespace

std::vector<std::vector<std::string>> neededLiterals(std::string_view pattern, bool ignoreCase) {
    re2::RE2::Options options(re2::RE2::Quiet);
    options.set_case_sensitive(!ignoreCase);
    re2::FilteredRE2 filter(kLeastBytes);
    int id = 0;
    std::vector<std::string> atoms;
    if (filter.Add(re2::StringPiece(pattern.data(), pattern.size()), options, &id) != re2::RE2::NoError) {
        return {};
    }
    filter.Compile(&atoms);
    if (atoms.empty() || atoms.size() > kMostLiterals) {
        return {};
    }
    // RE2 tells no more than whether a text with given literals may match. More literals never rule a text
    // out, so where all literals but some do not suffice, one of those is needed.
    const auto isNeeded = [&](const std::vector<int>& some) {
        std::vector<int> others;
        for (int atom = 0; atom < static_cast<int>(atoms.size()); ++atom) {
            if (std::ranges::find(some, atom) == some.end()) {
                others.push_back(atom);
            }
        }
        std::vector<int> matching;
        filter.AllPotentials(others, &matching);
        return matching.empty();
    };
    std::vector<int> left(atoms.size());
    std::iota(left.begin(), left.end(), 0);
    std::vector<std::vector<std::string>> groups;
    while (!left.empty() && isNeeded(left)) {
        std::vector<int> group = left;
        for (const int atom : left) {
            std::vector<int> smaller = group;
            std::erase(smaller, atom);
            if (!smaller.empty() && isNeeded(smaller)) {
                group = std::move(smaller);
            }
        }
        std::vector<std::string> texts;
        for (const int atom : group) {
            std::erase(left, atom);
            texts.push_back(atoms[static_cast<std::size_t>(atom)]);
        }
        groups.push_back(std::move(texts));
    }
    return groups;
}

} // namespace goldpan::search
