// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/anchors.h"

#include <algorithm>
#include <array>

namespace goldpan::diff {
namespace {

/// Three words and what stands between them: one word would tie unrelated texts together by chance.
constexpr std::size_t kRun = 5;

struct Run {
    std::array<std::uint32_t, kRun> items{};
    std::size_t at = 0;

    bool operator<(const Run& other) const { return items < other.items; }
    bool operator==(const Run& other) const { return items == other.items; }
};

/// The runs that occur once, sorted.
std::vector<Run> singleRuns(std::span<const std::uint32_t> sequence) {
    std::vector<Run> runs;
    for (std::size_t at = 0; at + kRun <= sequence.size(); ++at) {
        Run& run = runs.emplace_back();
        std::ranges::copy(sequence.subspan(at, kRun), run.items.begin());
        run.at = at;
    }
    std::ranges::sort(runs, std::less<>());
    std::vector<Run> single;
    for (std::size_t i = 0; i < runs.size();) {
        std::size_t next = i + 1;
        while (next < runs.size() && runs[next] == runs[i]) {
            ++next;
        }
        if (next == i + 1) {
            single.push_back(runs[i]);
        }
        i = next;
    }
    return single;
}

/// The longest part that ascends on the new side too (patience sorting); `pairs` ascend on the old side.
std::vector<Anchor> ascending(const std::vector<Anchor>& pairs) {
    constexpr auto kNone = static_cast<std::size_t>(-1);
    std::vector<std::size_t> tops; // the pair that ends the best chain of each length
    std::vector<std::size_t> previous(pairs.size(), kNone);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto place = std::ranges::lower_bound(tops, pairs[i].after, {},
                                                    [&](std::size_t top) { return pairs[top].after; });
        if (place != tops.begin()) {
            previous[i] = *(place - 1);
        }
        if (place == tops.end()) {
            tops.push_back(i);
        } else {
            *place = i;
        }
    }
    std::vector<Anchor> chain;
    for (std::size_t i = tops.empty() ? kNone : tops.back(); i != kNone; i = previous[i]) {
        chain.push_back(pairs[i]);
    }
    std::ranges::reverse(chain);
    return chain;
}

} // namespace

std::vector<Anchor> findAnchors(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after) {
    const std::vector<Run> left = singleRuns(before);
    const std::vector<Run> right = singleRuns(after);
    std::vector<Anchor> pairs;
    for (auto l = left.begin(), r = right.begin(); l != left.end() && r != right.end();) {
        if (*l < *r) {
            ++l;
        } else if (*r < *l) {
            ++r;
        } else {
            pairs.push_back({l++->at, r++->at});
        }
    }
    std::ranges::sort(pairs, {}, &Anchor::before);
    return ascending(pairs);
}

} // namespace goldpan::diff
