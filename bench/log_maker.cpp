// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/log_maker.h"

#include <array>
#include <cmath>
#include <string_view>

namespace goldpan::bench {
namespace {

constexpr std::size_t kTable = 4'096;
constexpr std::int64_t kSpanMicros = std::int64_t{30} * 24 * 3'600 * 1'000'000;
constexpr Timestamp kBegin{1'748'736'000'000'000}; // 2025-06-01T00:00:00Z
constexpr std::int64_t kLongRowEvery = 10'000;

// Drawn once into a table: exp() for every row would cost more than the row.
std::vector<std::uint32_t> logNormal(double median, double sigma, double unit, Random& random) {
    std::vector<std::uint32_t> out(kTable);
    for (auto& value : out) {
        value = static_cast<std::uint32_t>(unit * median * std::exp(sigma * random.normal()));
    }
    return out;
}

void appendNumber(std::string& out, std::uint64_t value, int digits = 1) {
    std::array<char, 20> text{};
    std::size_t at = text.size();
    for (int left = digits; value > 0 || left > 0; value /= 10, --left) {
        text[--at] = static_cast<char>('0' + value % 10);
    }
    out.append(text.data() + at, text.size() - at);
}

std::string_view modelAt(std::int64_t row, std::int64_t rows, Random& random) {
    if (row * 10 > rows * 9 && random.chance(20)) {
        return "support-v7-canary";
    }
    return row * 2 < rows ? "support-v5" : "support-v6";
}

} // namespace

LogMaker::LogMaker(std::int64_t rows, std::uint64_t seed)
    : m_random(seed)
    , m_latin(Script::latin, seed + 1)
    , m_han(Script::han, seed + 2)
    , m_lengths(logNormal(320, 1.05, 1, m_random))
    , m_surprise(logNormal(1.12, 0.7, 1e6, m_random))
    , m_rows(rows) {}

void LogMaker::appendRow(std::string& out) {
    const Vocabulary& words = m_random.chance(15) ? m_han : m_latin;
    const bool isLong = m_row % kLongRowEvery == kLongRowEvery / 2;
    m_prompt.clear();
    appendText(m_prompt, words,
               isLong ? 100'000 + m_random.below(100'000) : m_lengths[m_random.below(kTable)]);
    if (m_random.chance(5)) {
        appendPii(m_prompt);
    }

    out += R"({"request_id":")";
    appendHex(out, m_random.next());
    out += R"(","ts":")";
    out += formatNaiveTimestamp(nextTime());
    out += R"(","model_version":")";
    out += modelAt(m_row, m_rows, m_random);
    out += R"(","prompt":")";
    out += m_prompt;
    out += R"(","response":")";
    appendText(out, words, 2 * std::size_t{m_lengths[m_random.below(kTable)]} / 3);
    const std::uint32_t surprise = m_surprise[m_random.below(kTable)];
    out += R"(","latency_ms":)";
    appendNumber(out, 120 + surprise / 1'000 + m_random.below(4'000));
    out += R"(,"user_id_hash":)";
    if (m_random.chance(10)) {
        out += "null";
    } else {
        out += '"';
        appendHex(out, Random(m_random.below(static_cast<std::size_t>(m_rows / 20 + 1))).next());
        out += '"';
    }
    out += R"(,"response_logprob":)";
    if (m_random.chance(2)) {
        out += "null";
    } else {
        const std::uint64_t micros = surprise | 1U; // odd, so that no zero trails
        out += '-';
        appendNumber(out, micros / 1'000'000);
        out += '.';
        appendNumber(out, micros % 1'000'000, 6);
    }
    appendTags(out);
    if (m_random.chance(3)) {
        appendConversation(out, words, m_prompt);
    }
    out += "}\n";
    ++m_row;
}

void LogMaker::appendText(std::string& out, const Vocabulary& words, std::size_t bytes) {
    const bool han = &words == &m_han;
    const std::size_t end = out.size() + bytes;
    std::size_t left = 0; // words of this sentence
    do {
        const bool first = left == 0;
        if (first) {
            left = 4 + m_random.below(16);
        }
        const std::size_t at = out.size();
        out += words.draw(m_random);
        if (first && !han) {
            out[at] = static_cast<char>(out[at] - 'a' + 'A');
        }
        if (--left == 0) {
            out += han ? "。" : m_random.chance(15) ? ".\\n\\n" : ". ";
        } else if (!han) {
            out += ' ';
        }
    } while (out.size() < end);
}

void LogMaker::appendConversation(std::string& out, const Vocabulary& words, std::string_view prompt) {
    out += R"(,"messages":[{"role":"system","content":"You answer questions about orders."})";
    for (std::size_t turns = 1 + m_random.below(3); turns > 0; --turns) {
        out += R"(,{"role":"user","content":")";
        appendText(out, words, 40 + m_random.below(200));
        out += R"("},{"role":"assistant","content":")";
        appendText(out, words, 80 + m_random.below(400));
        out += R"("})";
    }
    out += R"(,{"role":"user","content":")";
    out += prompt;
    out += R"("}])";
}

void LogMaker::appendTags(std::string& out) {
    static constexpr std::array kTags = std::to_array<std::string_view>(
        {R"("operator_review")", R"("user_negative")", R"("cluster:refunds")", R"("cluster:delivery")",
         R"("cluster:refunds","user_negative")", R"("operator_review","user_negative")"});
    out += R"(,"tags":[)";
    if (m_random.chance(5)) {
        out += kTags[m_random.below(kTags.size())];
    }
    out += ']';
}

void LogMaker::appendPii(std::string& out) {
    switch (m_random.below(3)) {
    case 0:
        out += " Write to ";
        out += m_latin.draw(m_random);
        out += '.';
        out += m_latin.draw(m_random);
        out += "@example.com";
        break;
    case 1:
        out += " Call 212-555-01";
        appendNumber(out, m_random.below(100), 2);
        break;
    default:
        out += " My SSN is 000-";
        appendNumber(out, 1 + m_random.below(99), 2);
        out += '-';
        appendNumber(out, 1 + m_random.below(9'999), 4);
    }
}

void LogMaker::appendHex(std::string& out, std::uint64_t value) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    for (unsigned shift = 64; shift > 0; shift -= 4) {
        out += kDigits[(value >> (shift - 4)) & 15U];
    }
}

Timestamp LogMaker::nextTime() {
    const double share = static_cast<double>(m_row) / static_cast<double>(m_rows);
    return Timestamp{kBegin.micros + static_cast<std::int64_t>(share * static_cast<double>(kSpanMicros)) +
                     m_random.between(0, 30'000'000)};
}

} // namespace goldpan::bench
