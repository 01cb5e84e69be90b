// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a row stands in an order by time, logprob or latency, as numbers that compare as SQLite's values do.
// Values and pure functions; safe on any thread.
#pragma once

#include "core/queue/queue_query.h"
#include "core/store/sql/native_statement.h"

#include <compare>
#include <cstdint>
#include <limits>
#include <string>

namespace goldpan::sql {

/// Of a value, in an order: smaller comes first.
using Rank = std::uint64_t;
/// Of a missing value, which comes last in both directions. (No time that anything took is as long.)
inline constexpr Rank kNoValue = std::numeric_limits<Rank>::max();
[[nodiscard]] Rank rankOf(std::int64_t value, bool descending);
[[nodiscard]] Rank rankOf(double value, bool descending);
[[nodiscard]] std::int64_t integerOf(Rank rank, bool descending);
[[nodiscard]] double realOf(Rank rank, bool descending);

/// Of a row: ties fall back to the order of the log.
struct Place {
    Rank rank = 0;
    std::int64_t id = 0;

    auto operator<=>(const Place&) const = default;
};

/// The column of `entry` that an order goes by.
class ValueColumn {
public:
    explicit ValueColumn(queue::Order order)
        : m_isReal(order.key == queue::OrderKey::logprob)
        , m_isTime(order.key == queue::OrderKey::ts)
        , m_descending(order.descending) {}

    [[nodiscard]] std::string name() const {
        return m_isReal ? "e.logprob" : m_isTime ? "e.ts" : "e.latency_ms";
    }
    /// Of its bounds in `entry_stretch`, the one that comes first.
    [[nodiscard]] std::string bound() const {
        return std::string(m_descending ? "high" : "low") + (m_isReal   ? "_logprob"
                                                             : m_isTime ? "_ts"
                                                                        : "_latency");
    }
    /// A value comes no later than what is bound there.
    [[nodiscard]] std::string upTo(const std::string& parameter) const {
        return name() + (m_descending ? " >= " : " <= ") + parameter;
    }
    [[nodiscard]] Rank rank(const NativeStatement& row, int column) const {
        if (row.isNull(column)) {
            return kNoValue;
        }
        return m_isReal ? rankOf(row.real(column), m_descending) : rankOf(row.integer(column), m_descending);
    }
    void bind(NativeStatement& statement, int position, Rank rank) const {
        if (m_isReal) {
            statement.bind(position, realOf(rank, m_descending));
        } else {
            statement.bind(position, integerOf(rank, m_descending));
        }
    }

private:
    bool m_isReal;
    bool m_isTime;
    bool m_descending;
};

} // namespace goldpan::sql
