// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/diff_figures.h"

#include "bench/random.h"
#include "core/diff/word_diff.h"

#include <string>
#include <vector>

namespace goldpan::bench {
namespace {

constexpr std::size_t kBytes = 300'000;

/// Words w<first> to w<first + 4999>, in no order.
std::vector<std::string> makeWords(Random& random, std::size_t first) {
    std::vector<std::string> words;
    for (std::size_t bytes = 0; bytes < kBytes; bytes += words.back().size() + 1) {
        words.push_back("w" + std::to_string(first + random.below(5000)));
    }
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += word + ' ';
    }
    return text;
}

Result<void> measure(Figures& figures, const std::string& name, const std::string& before,
                     const std::string& after) {
    static_cast<void>(takePeakMegabytes());
    std::vector<double> each;
    for (int times = 0; times < 9; ++times) {
        const Stopwatch watch;
        if (const auto done = diff::diffWords(before, after); !done) {
            return std::unexpected(done.error());
        }
        each.push_back(watch.seconds() * 1e3);
    }
    figures.add("diff of 300 kB, " + name + ", median", median(std::move(each)), "ms");
    figures.add("diff of 300 kB, " + name + ", peak memory", takePeakMegabytes(), "MB");
    return {};
}

} // namespace

Result<void> measureDiffs(Figures& figures) {
    Random random(1);
    std::vector<std::string> words = makeWords(random, 0);
    const std::string before = joined(words);
    for (std::string& word : words) {
        word += random.chance(1) ? "x" : "";
    }
    if (auto done = measure(figures, "1 % of the words changed", before, joined(words)); !done) {
        return done;
    }
    return measure(figures, "no word in common", before, joined(makeWords(random, 10'000)));
}

} // namespace goldpan::bench
