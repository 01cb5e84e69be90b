// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RunWalk: the rows of all runs in the order of a value, the next one only when it is asked for. Lives on the
// stack, inside a snapshot.
#pragma once

#include "core/base/result.h"
#include "core/queue/queue_query.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/row_place.h"
#include "core/store/sql/row_sieve.h"
#include "core/store/sql/value_runs.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace goldpan::sql {

class RunWalk {
public:
    /// What the sieve leaves of the runs from `first` on, before `end`.
    [[nodiscard]] static Result<RunWalk> begin(Connection& connection, queue::Order order,
                                               const RowSieve& sieve, std::int64_t first, std::int64_t end);

    /// The next row that may come before `last`; those whose values have one key in no certain order. Nothing
    /// where there is none.
    [[nodiscard]] Result<std::optional<std::int64_t>> next(const std::optional<Place>& last);

private:
    /// Stands on an item that was not handed on yet, or at the end of its run.
    struct Cursor {
        std::int64_t run = 0;
        std::int64_t leaf = 0; ///< the one that is read
        std::int64_t lastLeaf = 0;
        RunLeaf items;
        std::size_t passed = 0; ///< of them
    };
    struct Turn { ///< of a cursor
        Rank first = 0;
        std::int64_t row = 0;
        std::size_t cursor = 0;

        auto operator<=>(const Turn&) const = default;
    };

    RunWalk(NativeStatement leaf, queue::Order order, const RowSieve& sieve)
        : m_leaf(std::move(leaf))
        , m_order(order)
        , m_sieve(&sieve) {}

    [[nodiscard]] Result<bool> readLeaf(Cursor& cursor, std::int64_t leaf);
    /// To the next item that the sieve admits and that may come before `last`, for which it gets a turn.
    [[nodiscard]] Result<void> advance(std::size_t cursor, const std::optional<Place>& last);
    [[nodiscard]] const RunItem& itemOf(const Cursor& cursor) const {
        return cursor.items[m_order.descending ? cursor.items.size() - 1 - cursor.passed : cursor.passed];
    }

    NativeStatement m_leaf;
    queue::Order m_order;
    const RowSieve* m_sieve;
    std::vector<Cursor> m_cursors;
    std::vector<Turn> m_turns; ///< a heap, the next in front
};

} // namespace goldpan::sql
