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
    double from = 0; ///< nats
    double to = 0;
    std::int64_t stored = 0;
    double rows = 0; ///< each with its weight
};

struct LogprobHistogram {
    std::vector<LogprobBin> bins; ///< ascending, without gaps; empty where no row has a logprob
    double threshold = 0;         ///< low confidence is below it; an edge of two bins
    std::int64_t without = 0;     ///< rows of the store that have no logprob
};

class TimelineReader {
public:
    virtual ~TimelineReader() = default;

    /// Days that have rows, oldest first. Reads every row; cancelled where `stop` asks for it.
    [[nodiscard]] virtual Result<std::vector<DayTally>> days(std::stop_token stop) = 0;
    /// In steps of `width` nats (0 < width), counted from the policy's threshold.
    [[nodiscard]] virtual Result<LogprobHistogram> logprobs(double width, std::stop_token stop) = 0;
};

} // namespace goldpan::store
