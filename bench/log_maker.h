// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogMaker: an invented inference log of any length, as an endpoint would append it. The same seed and number
// of rows give the same bytes everywhere. Owns its vocabularies; one object, one thread.
#pragma once

#include "bench/random.h"
#include "bench/vocabulary.h"
#include "core/base/timestamp.h"

#include <cstdint>
#include <string>
#include <vector>

namespace goldpan::bench {

/// What the rows are like (shares of rows): 15 % Chinese; log-normal lengths, about 1.2 KB a line on average,
/// each 10,000th over 100 kB; 8 % below logprob -3, 2 % without one; 5 % tagged; 5 % with PII, all in
/// reserved ranges; 3 % conversations with `messages`; times ascending over 30 days but for a jitter of
/// seconds.
class LogMaker {
public:
    LogMaker(std::int64_t rows, std::uint64_t seed);

    [[nodiscard]] bool isDone() const { return m_row >= m_rows; }
    /// Appends the next row with its line feed.
    void appendRow(std::string& out);

private:
    void appendText(std::string& out, const Vocabulary& words, std::size_t bytes);
    void appendConversation(std::string& out, const Vocabulary& words, std::string_view prompt);
    void appendTags(std::string& out);
    void appendPii(std::string& out);
    void appendHex(std::string& out, std::uint64_t value);
    [[nodiscard]] Timestamp nextTime();

    Random m_random;
    Vocabulary m_latin;
    Vocabulary m_han;
    std::vector<std::uint32_t> m_lengths;  ///< bytes of a text
    std::vector<std::uint32_t> m_surprise; ///< -logprob in millionths
    std::string m_prompt;
    std::int64_t m_rows;
    std::int64_t m_row = 0;
};

} // namespace goldpan::bench
