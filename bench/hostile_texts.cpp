// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/hostile_texts.h"

#include "core/redact/redactor.h"

#include <algorithm>
#include <array>
#include <ctime>

namespace goldpan::bench {
namespace {

constexpr int kRuns = 2;

constexpr auto kUnits = std::to_array<std::string_view>({"7",
                                                         "@",
                                                         "a.",
                                                         "1-",
                                                         "+",
                                                         "(",
                                                         "a@a@a@",
                                                         "a@b.",
                                                         "phone ",
                                                         "1234567 ",
                                                         "415-555-",
                                                         "4155550132 ",
                                                         "[PHONE]",
                                                         "12-415-555-0132-",
                                                         "a@b.co",
                                                         "415-555-0132 x1-",
                                                         "电话",
                                                         "\xE9",
                                                         "Zm9vYmFy09+/",
                                                         "phone[PHONE]1234567",
                                                         ":",
                                                         "=",
                                                         "--",
                                                         "-----BEGIN PRIVATE KEY-----",
                                                         "a1",
                                                         "a:",
                                                         "fe80:",
                                                         "1.",
                                                         "4111 ",
                                                         "DE89",
                                                         "key=",
                                                         "token:",
                                                         "password=a1",
                                                         "12 Oak ",
                                                         "12 Main Street ",
                                                         "Apt. 1 ",
                                                         "passport ",
                                                         "passport A123456 ",
                                                         "\n",
                                                         "eyJ",
                                                         "ghp_",
                                                         "://a:",
                                                         "://a:b@",
                                                         "rue 1 ",
                                                         "/a1",
                                                         "1.2.3.4.",
                                                         "{\"a\":",
                                                         "[",
                                                         "{\"password\":\"",
                                                         "\\",
                                                         "1234567890123456789",
                                                         "a b ",
                                                         "Authorization: Bearer ",
                                                         "a",
                                                         "_",
                                                         "hf_",
                                                         "sk-",
                                                         "is my passport ",
                                                         "::",
                                                         "4111 1111 1111 1111 ",
                                                         "身份证",
                                                         "password is ",
                                                         "DE8937040044053201300",
                                                         "user=a ",
                                                         "\n1",
                                                         "rue de ",
                                                         "Box 1 ",
                                                         "A1 ",
                                                         "A "});

} // namespace

std::span<const std::string_view> hostileUnits() {
    return kUnits;
}

std::string hostileText(std::string_view unit, std::size_t bytes) {
    std::string text;
    text.reserve(bytes + unit.size());
    while (text.size() < bytes) {
        text += unit;
    }
    return text;
}

double redactionSeconds(std::string_view text) {
    static const redact::Redactor redactor;
    double least = 0;
    for (int run = 0; run < kRuns; ++run) {
        redact::RedactionCounts counts;
        const std::clock_t begin = std::clock(); // of the processor: what else runs counts for nothing
        static_cast<void>(redactor.redact(text, counts));
        const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        least = run == 0 ? seconds : std::min(least, seconds);
    }
    return least;
}

} // namespace goldpan::bench
