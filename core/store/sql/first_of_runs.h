// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The first rows of all runs together, in each of the four orders by logprob or latency: most first pages are
// among them, which is one read instead of one a run. They stand beside the runs, under ids below 0. A store
// that had runs before it had these has none; nor do they grow where a run was written without them.
#pragma once

#include "core/base/result.h"
#include "core/queue/queue_query.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/row_place.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace goldpan::sql {

/// Rows by one value; they take less than a page of the store.
inline constexpr std::size_t kFirstOfRuns = 1'024;

struct FirstOfRuns {
    std::int64_t runs = 0;     ///< that they are the first of, from the first run on
    std::vector<Place> places; ///< in order

    /// Whether no other row of these runs has the value.
    [[nodiscard]] bool areAll() const { return places.size() < kFirstOfRuns; }
};

/// Orders by logprob and latency, both ways.
inline constexpr std::array kValueOrders{
    queue::Order{queue::OrderKey::logprob, false}, queue::Order{queue::OrderKey::logprob, true},
    queue::Order{queue::OrderKey::latency, false}, queue::Order{queue::OrderKey::latency, true}};

/// Owned by who reads or writes runs; same thread.
class FirstOfRunsTable {
public:
    explicit FirstOfRunsTable(Connection& connection)
        : m_connection(connection) {}
    /// None where the store has none, or where a row would be told that is not of the runs, or told twice;
    /// other damage is found by a check of the store.
    [[nodiscard]] Result<std::optional<FirstOfRuns>> read(queue::Order order);
    /// With the rows of the next run that have the value, in any order; does nothing where it is not the
    /// next.
    [[nodiscard]] Result<void> add(queue::Order order, std::int64_t run, std::vector<Place> rows);

private:
    Connection& m_connection;
    std::optional<NativeStatement> m_read;
    std::optional<NativeStatement> m_write;
};

/// Whether what there is in this order is what a plain sort would answer.
[[nodiscard]] Result<bool> areFirstOfRuns(Connection& connection, queue::Order order);

} // namespace goldpan::sql
