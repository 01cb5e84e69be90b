// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_redact FILE...: how many megabytes a second one core redacts of each file, cut into texts of 4 KB.
// bench_redact --hostile: what a byte of a hostile text costs, of 1 MB and of 4 MB.
#include "bench/figures.h"
#include "bench/hostile_texts.h"
#include "core/redact/redactor.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <string_view>

namespace goldpan::bench {
namespace {

constexpr std::size_t kTextBytes = 4096;
constexpr double kSeconds = 1;

double megabytesASecond(const redact::Redactor& redactor, std::string_view all) {
    redact::RedactionCounts counts;
    double done = 0;
    // Of the processor, so that a busy machine counts for nothing.
    const std::clock_t begin = std::clock();
    const auto seconds = [&] { return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC; };
    while (seconds() < kSeconds) {
        for (std::size_t at = 0; at < all.size(); at += kTextBytes) {
            static_cast<void>(redactor.redact(all.substr(at, kTextBytes), counts));
        }
        done += static_cast<double>(all.size());
    }
    return done / 1e6 / seconds();
}

void addHostile(Figures& figures) {
    constexpr std::size_t kMegabyte = 1'000'000;
    for (const auto unit : hostileUnits()) {
        for (const std::size_t megabytes : {std::size_t{1}, std::size_t{4}}) {
            const std::size_t bytes = megabytes * kMegabyte;
            std::string name = std::to_string(megabytes) + " MB of " + std::string(unit);
            std::ranges::replace(name, '\n', ' ');
            figures.add(name, redactionSeconds(hostileText(unit, bytes)) * 1e9 / static_cast<double>(bytes),
                        "ns/byte");
        }
    }
}

} // namespace
} // namespace goldpan::bench

int main(int argc, char** argv) {
    const goldpan::redact::Redactor redactor;
    goldpan::bench::Figures figures;
    for (const char* path : std::span(argv, static_cast<std::size_t>(argc)).subspan(1)) {
        if (std::string_view(path) == "--hostile") {
            goldpan::bench::addHostile(figures);
            continue;
        }
        std::ifstream file(path, std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(file), {});
        if (!text.empty()) {
            figures.add(path, goldpan::bench::megabytesASecond(redactor, text), "MB/s");
        }
    }
    std::fputs(figures.table().c_str(), stdout);
    return 0;
}
