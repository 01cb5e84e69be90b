// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Selection: one run of a query, whose ids are handed on in pieces: a page as soon as it is there, then many
// at a time. Lives on the stack.
#pragma once

#include "core/queue/queue_query.h"
#include "core/store/queue_reader.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/filter_sql.h"

#include <chrono>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace goldpan::sql {

class Selection {
public:
    Selection(Connection& connection, const queue::QueueQuery& query, const store::IdSink& sink,
              std::stop_token stop);

    [[nodiscard]] Result<void> run();

private:
    using Steady = std::chrono::steady_clock;

    /// Of a text search that the index narrows; false where it does not, or where others are better read
    /// otherwise.
    [[nodiscard]] Result<bool> readFound();
    [[nodiscard]] Result<void> readRows();
    /// In an order that an index has.
    [[nodiscard]] Result<void> readInOrder(const FilterSql& filter);
    /// By a value that no index has the order of: the first rows are picked out, then all others sorted.
    [[nodiscard]] Result<void> readByValue(const FilterSql& filter);
    /// Answers how many rows there were.
    [[nodiscard]] Result<std::int64_t> read(const FilterSql& filter, const std::string& tail);
    [[nodiscard]] Result<std::int64_t> readFirst(const FilterSql& filter);
    [[nodiscard]] Result<void> take(RowId row);
    [[nodiscard]] bool wantsMore() const { return m_wantsMore && m_left > 0; }
    [[nodiscard]] bool isDue() const;
    void handOn();

    Connection& m_connection;
    const queue::QueueQuery& m_query;
    queue::Order m_order;
    const store::IdSink& m_sink;
    std::stop_token m_stop;
    std::vector<RowId> m_chunk;
    std::size_t m_target;
    std::chrono::milliseconds m_patience;
    Steady::time_point m_handedOn = Steady::now();
    bool m_wantsMore = true;
    std::int64_t m_left;
    std::size_t m_passOver = 0; ///< of the next rows
};

} // namespace goldpan::sql
