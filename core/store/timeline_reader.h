// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TimelineReader: what the log looked like, day by day and by logprob. Owned by its Store; same thread.
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace goldpan::store {

/// The rows of one day. Those without a time are in none.
struct DayTally {
    Timestamp day;            ///< its midnight, UTC
    std::int64_t stored = 0;  ///< rows of the store
    double rows = 0;          ///< rows of the log that they stand for: each with its weight, as below
    double lowConfidence = 0; ///< of those, with a mean logprob below the policy's threshold
    double negative = 0;      ///< of those, with the tag user_negative
};

/// Rows whose mean token logprob is at or above `from` and below `to`.
struct LogprobBin {
    double from = 0; ///< nats; -infinity of the lowest bin that there can be
    double to = 0;   ///< +infinity of the highest
    std::int64_t stored = 0;
    double rows = 0; ///< each with its weight
};

/// Steps that get a bin of their own, above the threshold only until they are past 0; what lies further away
/// shares one that is open, so that a row out of all bounds does not make thousands of bins.
inline constexpr int kMostBinsBelow = 20;
inline constexpr int kMostBinsAbove = 200;

struct LogprobHistogram {
    /// Ascending, without gaps, from the lowest that has rows to the highest, and at least those on both
    /// sides of the threshold; empty where no row has a logprob.
    std::vector<LogprobBin> bins;
    double threshold = 0;     ///< the policy's: low confidence is below it; an edge of two bins
    std::int64_t without = 0; ///< rows of the store that have no logprob
};

class TimelineReader {
public:
    virtual ~TimelineReader() = default;

    /// Days that have rows, oldest first. Reads every row; cancelled where `stop` asks for it.
    [[nodiscard]] virtual Result<std::vector<DayTally>> days(std::stop_token stop) = 0;
    /// In steps of `width` nats, counted from the policy's threshold; badValue unless it is above 0 and
    /// finite. Reads every row, as above.
    [[nodiscard]] virtual Result<LogprobHistogram> logprobs(double width, std::stop_token stop) = 0;
};

} // namespace goldpan::store
