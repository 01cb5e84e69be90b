// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowSieve: which rows of the runs a filter can admit, as far as that is known without reading them: by its
// times, tags and state, and by low confidence, which is a stretch of each run by logprob. A value.
#pragma once

#include "core/base/result.h"
#include "core/queue/filter.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/filter_sql.h"
#include "core/store/sql/row_bits.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace goldpan::sql {

class RowSieve {
public:
    /// For the first `runs` runs; `times` as FilterSql has them. As of the connection's snapshot.
    [[nodiscard]] static Result<RowSieve> build(Connection& connection, const queue::Filter& filter,
                                                const TimeRange& times, std::int64_t runs,
                                                const std::stop_token& stop);

    /// False of a row that the filter does not admit, or that is one of `apart()`.
    [[nodiscard]] bool admits(std::int64_t id) const {
        return (!m_outside || !m_outside->has(id >> kStretchShift)) && (!m_rows || m_rows->has(id));
    }
    /// Whether a list says which rows it admits.
    [[nodiscard]] bool isListed() const { return m_rows.has_value(); }
    /// False where it admits none of the run.
    [[nodiscard]] bool admitsRun(std::int64_t run) const;
    /// Of its logprobs, the last leaf with a row that it admits, where that is known.
    [[nodiscard]] std::optional<std::int64_t> lastLeaf(std::int64_t run) const;
    /// Few rows that the filter may admit as well.
    [[nodiscard]] const std::vector<std::int64_t>& apart() const { return m_apart; }

private:
    static constexpr int kStretchShift = 7;

    [[nodiscard]] Result<void> keepTimes(Connection& connection, const TimeRange& times);
    [[nodiscard]] Result<void> keepTerm(Connection& connection, const queue::Term& term);
    [[nodiscard]] Result<void> keepLowConfidence(Connection& connection, bool orFlagged);
    /// The rows of `from`, nothing where they are so many that to read candidates costs less.
    [[nodiscard]] Result<std::optional<RowBits>> listed(Connection& connection,
                                                        const std::string& from) const;
    void keep(RowBits rows);
    void setFewApart();

    std::int64_t m_runs = 0;
    std::optional<RowBits> m_outside; ///< stretches that have no row of these times
    std::optional<RowBits> m_rows;
    std::vector<std::uint8_t> m_lastLeaves; ///< by run
    std::vector<std::int64_t> m_apart;
};

} // namespace goldpan::sql
