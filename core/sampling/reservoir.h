// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reservoir: of the healthy rows of each hour those with the smallest hashes. Exact and uniform, and the same
// rows however often and in whatever order they come. Counts every row first, decides afterwards; owned by
// one import, one thread. Eight bytes a row while it counts, and sixteen more of a line that stands for
// several.
#pragma once

#include "core/domain/hour.h"
#include "core/sampling/sampling_decision.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace goldpan::sampling {

class Reservoir {
public:
    /// `size`: rows an hour, at least 1.
    explicit Reservoir(std::size_t size);

    [[nodiscard]] std::size_t size() const { return m_size; }

    /// A healthy row that is there to choose from; the same hash again is the same row. `logged`: requests
    /// that its line stands for.
    void add(Hour hour, std::uint64_t hash, double logged = 1);
    /// One that is kept already, whatever its hash: it counts, and it shares the weight.
    void addKept(Hour hour, std::uint64_t hash, double logged = 1);
    /// Ends the counting.
    void settle();

    [[nodiscard]] bool hasHour(Hour hour) const { return m_hours.contains(hour); }
    [[nodiscard]] std::vector<Hour> hours() const;
    /// What a kept row of the hour stands for, times what its line stands for: the kept ones then add up to
    /// the hour. 1 for an hour that was not counted.
    [[nodiscard]] double weightOf(Hour hour) const;
    /// Whatever matters is kept; a row of an hour that was not counted is kept too (the log grew meanwhile).
    [[nodiscard]] SamplingDecision decide(Hour hour, const SamplingCandidate& row) const;

private:
    struct Stratum {
        std::vector<std::uint64_t> hashes; ///< of all rows, while counting
        std::vector<std::uint64_t> kept;
        std::vector<std::pair<std::uint64_t, double>> heavy; ///< lines that stand for more than one
        std::uint64_t largest = 0;                           ///< hash that is still kept
        double weight = 1;
    };

    std::size_t m_size;
    std::map<Hour, Stratum> m_hours;
};

} // namespace goldpan::sampling
