// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/run_walk.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace goldpan::sql {

Result<RunWalk> RunWalk::begin(Connection& connection, queue::Order order, const RowSieve& sieve,
                               std::int64_t first, std::int64_t end) {
    auto leaf = NativeStatement::prepare(connection, "SELECT data FROM value_run WHERE id = ?1");
    if (!leaf) {
        return std::unexpected(leaf.error());
    }
    RunWalk self(std::move(*leaf), order, sieve);
    for (std::int64_t run = first; run < end; ++run) {
        if (!sieve.admitsRun(run)) {
            continue;
        }
        const auto known =
            order.key == queue::OrderKey::logprob ? sieve.lastLeaf(run) : std::optional<std::int64_t>();
        self.m_cursors.push_back({.run = run, .lastLeaf = known.value_or(kLeaves - 1)});
        Cursor& cursor = self.m_cursors.back();
        auto found = self.readLeaf(cursor, order.descending ? cursor.lastLeaf : 0);
        // Rows without the value take no room: the last leaf may be one before.
        while (found && !*found && order.descending && cursor.leaf > 0) {
            found = self.readLeaf(cursor, cursor.leaf - 1);
        }
        auto done = found ? self.advance(self.m_cursors.size() - 1, {}) : std::unexpected(found.error());
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    return self;
}

Result<bool> RunWalk::readLeaf(Cursor& cursor, std::int64_t leaf) {
    m_leaf.bind(1, leafId(cursor.run, m_order.key, leaf));
    const auto more = m_leaf.step();
    if (!more) {
        return more;
    }
    cursor.leaf = leaf;
    cursor.items = RunLeaf(*more ? m_leaf.blob(0) : std::string_view());
    cursor.passed = 0;
    m_leaf.reset();
    return cursor.items.size() > 0;
}

Result<void> RunWalk::advance(std::size_t at, const std::optional<Place>& last) {
    Cursor& cursor = m_cursors[at];
    for (;;) {
        for (; cursor.passed < cursor.items.size(); ++cursor.passed) {
            const RunItem& item = itemOf(cursor);
            const std::int64_t row = cursor.run * kRunRows + item.row;
            if (!m_sieve->admits(row)) {
                continue;
            }
            const Rank first = firstRank(item.key, m_order);
            if (last && first > last->rank) {
                return {}; // and so is all that follows in this run
            }
            if (last && item.isExact && Place{exactRank(item.key, m_order), row} > *last) {
                continue;
            }
            ++cursor.passed;
            m_turns.push_back({first, row, at});
            std::ranges::push_heap(m_turns, std::greater<>());
            return {};
        }
        if (cursor.leaf == (m_order.descending ? 0 : cursor.lastLeaf)) {
            return {};
        }
        const auto more = readLeaf(cursor, cursor.leaf + (m_order.descending ? -1 : 1));
        if (!more || !*more) {
            return more ? Result<void>() : std::unexpected(more.error());
        }
    }
}

Result<std::optional<std::int64_t>> RunWalk::next(const std::optional<Place>& last) {
    if (m_turns.empty() || (last && m_turns.front().first > last->rank)) {
        return std::nullopt;
    }
    std::ranges::pop_heap(m_turns, std::greater<>());
    const Turn turn = m_turns.back();
    m_turns.pop_back();
    if (auto done = advance(turn.cursor, last); !done) {
        return std::unexpected(done.error());
    }
    return turn.row;
}

} // namespace goldpan::sql
