// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of 16,384 rows that follow each other by id, each in the order of its logprobs and of its latencies:
// written once, when the last row of a run comes in, because none of these values ever changes. Rows of no
// run are the newest. Of a value only 32 bits are kept, which tell nearly all values apart.
#pragma once

#include "core/base/ids.h"
#include "core/queue/queue_query.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/first_of_runs.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/row_place.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::sql {

inline constexpr std::int64_t kRunRows = 16'384;
inline constexpr std::int64_t kLeafItems = 512;
inline constexpr std::int64_t kLeaves = kRunRows / kLeafItems; ///< of a run and a value, at most

/// A row of a run, by one of its values.
struct RunItem {
    std::uint32_t key = 0; ///< a smaller value never has a greater one
    std::uint16_t row = 0; ///< from the first of the run
    bool isExact = false;  ///< no other value has this key

    bool operator==(const RunItem&) const = default;
};

[[nodiscard]] RunItem runItem(double logprob, std::uint16_t row);
[[nodiscard]] RunItem runItem(std::int64_t latency, std::uint16_t row);
/// Of the values that have this key, the rank of the first in this order: by logprob or latency.
[[nodiscard]] Rank firstRank(std::uint32_t key, queue::Order order);
/// Of an exact item.
[[nodiscard]] Rank exactRank(std::uint32_t key, queue::Order order);

/// Key of a leaf in `value_run`.
[[nodiscard]] constexpr std::int64_t leafId(std::int64_t run, queue::OrderKey key, std::int64_t leaf) {
    return (run * 2 + (key == queue::OrderKey::latency ? 1 : 0)) * kLeaves + leaf;
}

/// Items of a leaf as they are stored, at most kLeafItems.
class RunLeaf {
public:
    RunLeaf() = default;
    explicit RunLeaf(std::string_view data);
    [[nodiscard]] std::size_t size() const { return m_items.size(); }
    [[nodiscard]] const RunItem& operator[](std::size_t at) const { return m_items[at]; }

private:
    std::vector<RunItem> m_items;
};

/// Writes the run that a new row fills. Owned by who inserts rows; same thread.
class RunWriter {
public:
    explicit RunWriter(Connection& connection)
        : m_connection(connection)
        , m_first(connection) {}
    /// In the transaction of the row.
    [[nodiscard]] Result<void> added(RowId row) {
        return row.value % kRunRows == kRunRows - 1 ? write(row.value / kRunRows) : Result<void>();
    }
    [[nodiscard]] Result<void> write(std::int64_t run);
    /// Whether it is as it would be written now.
    [[nodiscard]] Result<bool> isRight(std::int64_t run);

private:
    struct Leaf {
        std::int64_t id = 0;
        std::string data;
    };
    /// Those of a run, as they lie.
    struct Values {
        std::vector<RunItem> items;
        std::vector<Place> places;
    };
    struct Rows {
        Values logprobs;
        Values latencies;
    };
    [[nodiscard]] Result<Rows> read(std::int64_t run);
    [[nodiscard]] static std::vector<Leaf> leaves(std::int64_t run, Rows& rows);

    Connection& m_connection;
    FirstOfRunsTable m_first;
    std::optional<NativeStatement> m_read;
    std::optional<NativeStatement> m_write;
    std::optional<NativeStatement> m_find;
};

/// The runs from the first row on, without a gap; rows behind them are in none. Where the last of the `known`
/// ones is there, those before it are.
[[nodiscard]] Result<std::int64_t> countRuns(Connection& connection, std::int64_t known);
/// Those that are not as they would be written now, and where the first rows of them all are wrong one for
/// each order.
[[nodiscard]] Result<std::int64_t> countWrongRuns(Connection& connection);
/// The runs of all rows that are stored.
[[nodiscard]] Result<void> writeMissingRuns(Connection& connection);

} // namespace goldpan::sql
