// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_timeline.h"

#include "core/domain/tag.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/policy_rows.h"
#include "core/store/sql/read_snapshot.h"
#include "core/store/sql/stop_guard.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace goldpan::sql {
namespace {

constexpr std::int64_t kMicrosPerDay = 86'400'000'000;

/// Runs `select` and hands the policy and each row to `take`, as of one moment.
template <typename Take>
Result<Policy> scan(Connection& connection, const char* select, const std::stop_token& stop, Take&& take) {
    const auto cancelled = [] { return fail(ErrorCode::cancelled, "stopped on request"); };
    if (stop.stop_requested()) {
        return cancelled();
    }
    const StopGuard guard(connection, stop);
    const auto snapshot = ReadSnapshot::beginUnlessInside(connection);
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    auto policy = readPolicy(connection);
    if (!policy) {
        return policy;
    }
    auto rows = NativeStatement::prepare(connection, select);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    for (;;) {
        if (stop.stop_requested()) {
            return cancelled();
        }
        const auto more = rows->step();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            return policy;
        }
        take(*policy, *rows);
    }
}

std::optional<double> optionalReal(const NativeStatement& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(row.real(column));
}

Timestamp midnightBefore(std::int64_t micros) {
    const std::int64_t rest = micros % kMicrosPerDay;
    return Timestamp{micros - rest - (rest < 0 ? kMicrosPerDay : 0)};
}

/// The edges between all bins that there can be, ascending; one bin more than edges, open at both ends.
std::vector<double> edgesAround(double threshold, double width) {
    std::vector<double> edges;
    const auto edge = [&](int step) { return threshold + step * width; };
    for (int step = -store::kMostBinsBelow; step <= 1; ++step) {
        edges.push_back(edge(step));
    }
    for (int step = 2; step <= store::kMostBinsAbove && edges.back() <= 0; ++step) {
        edges.push_back(edge(step));
    }
    return edges;
}

std::vector<store::LogprobBin> binsBetween(const std::vector<double>& edges) {
    constexpr double kOpen = std::numeric_limits<double>::infinity();
    std::vector<store::LogprobBin> bins;
    double from = -kOpen;
    for (const double to : edges) {
        bins.push_back({.from = from, .to = to});
        from = to;
    }
    bins.push_back({.from = from, .to = kOpen});
    return bins;
}

/// Without the empty ones at both ends, but for the two that meet at the threshold.
void trim(std::vector<store::LogprobBin>& bins) {
    const auto has = [](const store::LogprobBin& bin) { return bin.stored > 0; };
    const auto belowThreshold = bins.begin() + store::kMostBinsBelow;
    const auto last = std::find_if(bins.rbegin(), bins.rend(), has);
    if (last == bins.rend()) {
        bins.clear();
        return;
    }
    const auto first = std::min(std::find_if(bins.begin(), bins.end(), has), belowThreshold);
    bins.erase(std::max(last.base(), belowThreshold + 2), bins.end());
    bins.erase(bins.begin(), first);
}

} // namespace

Result<std::vector<store::DayTally>> SqlTimeline::days(std::stop_token stop) {
    std::map<std::int64_t, store::DayTally> days;
    store::DayTally* last = nullptr; // rows stand nearly in the order of their times
    const auto take = [&](const Policy& policy, const NativeStatement& row) {
        const Timestamp day = midnightBefore(row.integer(0));
        if (last == nullptr || last->day != day) {
            last = &days.try_emplace(day.micros, store::DayTally{.day = day}).first->second;
        }
        const double weight = row.real(1);
        const auto flags = static_cast<std::uint32_t>(row.integer(3));
        ++last->stored;
        last->rows += weight;
        last->lowConfidence += policy.isLowConfidence(optionalReal(row, 2)) ? weight : 0;
        last->negative += (flags & FlagUserNegative) != 0 ? weight : 0;
    };
    const auto done =
        scan(m_connection, "SELECT ts, weight, logprob, flags FROM entry WHERE ts IS NOT NULL", stop, take);
    if (!done) {
        return std::unexpected(done.error());
    }
    std::vector<store::DayTally> out;
    out.reserve(days.size());
    for (const auto& [day, tally] : days) {
        out.push_back(tally);
    }
    return out;
}

Result<store::LogprobHistogram> SqlTimeline::logprobs(double width, std::stop_token stop) {
    if (!std::isfinite(width) || width <= 0) {
        return fail(ErrorCode::badValue, "the step of a histogram is above 0");
    }
    store::LogprobHistogram out;
    std::vector<double> edges;
    const auto take = [&](const Policy& policy, const NativeStatement& row) {
        const auto logprob = optionalReal(row, 0);
        if (!logprob) {
            ++out.without;
            return;
        }
        if (out.bins.empty()) {
            edges = edgesAround(policy.lowConfidenceLogprob, width);
            out.bins = binsBetween(edges);
        }
        // What is at an edge is above it.
        const auto bin = std::ranges::upper_bound(edges, *logprob) - edges.begin();
        ++out.bins[static_cast<std::size_t>(bin)].stored;
        out.bins[static_cast<std::size_t>(bin)].rows += row.real(1);
    };
    const auto policy = scan(m_connection, "SELECT logprob, weight FROM entry", stop, take);
    if (!policy) {
        return std::unexpected(policy.error());
    }
    out.threshold = policy->lowConfidenceLogprob;
    if (!out.bins.empty()) {
        trim(out.bins);
    }
    return out;
}

} // namespace goldpan::sql
