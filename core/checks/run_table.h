// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RunTable: where runs of units stand in a gold set, by the hash of a run. Filled, put in order once, then
// only read; safe on any thread from then on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace goldpan::checks {

class RunTable {
public:
    struct Run {
        std::uint64_t hash = 0;
        std::uint32_t item = 0;
        std::uint32_t unit = 0; ///< of the item's text, where it begins

        auto operator<=>(const Run&) const = default;
    };

    void add(const Run& run) { m_runs.push_back(run); }
    void putInOrder();

    [[nodiscard]] std::span<const Run> all() const { return m_runs; }
    /// Every place of the run, by item and unit; none where nobody has it.
    [[nodiscard]] std::span<const Run> find(std::uint64_t hash) const;

private:
    [[nodiscard]] std::size_t shelf(std::uint64_t hash) const { return hash >> m_shift; }

    std::vector<Run> m_runs;
    std::vector<std::uint32_t> m_shelves{0, 0}; ///< by the first bits of a hash, where its runs begin
    unsigned m_shift = 63;
};

} // namespace goldpan::checks
