// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// make_log ROWS [--seed N] > LOG.jsonl: an invented log for measurements.
#include "bench/log_maker.h"

#include <charconv>
#include <cstdio>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace {

std::optional<std::int64_t> number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value >= 0 ? std::optional(value)
                                                                                  : std::nullopt;
}

bool put(const std::string& text) {
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
}

} // namespace

int main(int argc, char** argv) {
    const std::span args(argv, static_cast<std::size_t>(argc));
    const bool seeded = argc == 4 && std::string_view(args[2]) == "--seed";
    const auto rows = argc == 2 || seeded ? number(args[1]) : std::nullopt;
    const auto seed = seeded ? number(args[3]) : std::optional<std::int64_t>(1);
    if (!rows || !seed) {
        std::fputs("usage: make_log ROWS [--seed N] > LOG.jsonl\n", stderr);
        return 2;
    }
    constexpr std::size_t kChunk = std::size_t{1} << 20U;
    goldpan::bench::LogMaker maker(*rows, static_cast<std::uint64_t>(*seed));
    std::string text;
    while (!maker.isDone()) {
        maker.appendRow(text);
        if (text.size() >= kChunk || maker.isDone()) {
            if (!put(text)) {
                std::fputs("make_log: standard output cannot be written\n", stderr);
                return 1;
            }
            text.clear();
        }
    }
    return std::fflush(stdout) == 0 ? 0 : 1;
}
