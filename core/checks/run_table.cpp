// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/run_table.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace goldpan::checks {

void RunTable::putInOrder() {
    std::ranges::sort(m_runs);
    const auto bits = static_cast<unsigned>(std::bit_width(m_runs.size() | 1));
    m_shift = 64 - bits;
    m_shelves.assign((std::size_t{1} << bits) + 1, 0);
    for (const Run& run : m_runs) {
        ++m_shelves[shelf(run.hash) + 1];
    }
    std::partial_sum(m_shelves.begin(), m_shelves.end(), m_shelves.begin());
}

std::span<const RunTable::Run> RunTable::find(std::uint64_t hash) const {
    if (m_runs.empty()) {
        return {};
    }
    const std::size_t begin = m_shelves[shelf(hash)];
    const auto runs = std::span(m_runs).subspan(begin, m_shelves[shelf(hash) + 1] - begin);
    const auto same = std::ranges::equal_range(runs, hash, {}, &Run::hash);
    return {same.begin(), same.end()};
}

} // namespace goldpan::checks
