// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/row_sieve.h"

#include "core/domain/tag.h"
#include "core/store/sql/entry_stretches.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/statement.h"
#include "core/store/sql/value_runs.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <variant>

namespace goldpan::sql {
namespace {

using queue::Filter;

constexpr std::int64_t kMostListed = 600'000; ///< within 40 ms; of more, each candidate is read
constexpr std::int64_t kFewApart = 15'000;    ///< are read one by one within 20 ms

std::string rowsOfTag(const std::string& name) {
    return "entry FROM entry_tag WHERE tag = (SELECT id FROM tag WHERE name = '" + name + "')";
}

} // namespace

Result<RowSieve> RowSieve::build(Connection& connection, const Filter& filter, const TimeRange& times,
                                 std::int64_t runs, const std::stop_token& stop) {
    static_assert(kStretchRows == 1 << kStretchShift && kRunRows % (64 * kStretchRows) == 0);
    RowSieve self;
    self.m_runs = runs;
    if (times != TimeRange{}) {
        if (auto done = self.keepTimes(connection, times); !done) {
            return std::unexpected(done.error());
        }
    }
    const auto terms =
        filter.kind == Filter::Kind::conjunction ? std::span(filter.children) : std::span(&filter, 1);
    for (const Filter& child : terms) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        auto done = child.kind == Filter::Kind::term ? self.keepTerm(connection, child.term) : Result<void>();
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    self.setFewApart();
    std::ranges::sort(self.m_apart); // a term may be said twice
    const auto [from, end] = std::ranges::unique(self.m_apart);
    self.m_apart.erase(from, end);
    return self;
}

bool RowSieve::admitsRun(std::int64_t run) const {
    constexpr std::int64_t kStretches = kRunRows / kStretchRows;
    return (!m_outside || !m_outside->hasAllOf(run * kStretches, kStretches)) &&
           (!m_rows || m_rows->hasAnyOf(run * kRunRows, kRunRows));
}

std::optional<std::int64_t> RowSieve::lastLeaf(std::int64_t run) const {
    return m_lastLeaves.empty() ? std::nullopt
                                : std::optional<std::int64_t>(m_lastLeaves[static_cast<std::size_t>(run)]);
}

Result<void> RowSieve::keepTimes(Connection& connection, const TimeRange& times) {
    auto stretches = NativeStatement::prepare(
        connection, "SELECT id FROM entry_stretch WHERE NOT ifnull(high_ts >= ?1 AND low_ts <= ?2, 0)");
    if (!stretches) {
        return std::unexpected(stretches.error());
    }
    stretches->bind(1, times.from);
    stretches->bind(2, times.until);
    m_outside.emplace(m_runs * kRunRows / kStretchRows);
    for (;;) {
        const auto more = stretches->step();
        if (!more || !*more) {
            return more ? Result<void>() : std::unexpected(more.error());
        }
        m_outside->put(stretches->integer(0));
    }
}

Result<void> RowSieve::keepTerm(Connection& connection, const queue::Term& term) {
    std::string from;
    if (const auto* tag = std::get_if<queue::TagTerm>(&term)) {
        const auto id = Statement(connection, "SELECT id FROM tag WHERE name = ?t").bind(tag->name).number();
        if (!id) {
            return std::unexpected(id.error());
        }
        from = "entry FROM entry_tag WHERE tag = " + std::to_string(id->value_or(0));
    } else if (const auto* state = std::get_if<queue::StateTerm>(&term);
               state != nullptr && state->state != ReviewState::unreviewed) {
        from = "id FROM entry WHERE state <> 0 AND state = " + std::to_string(static_cast<int>(state->state));
    } else if (const auto* is = std::get_if<queue::IsTerm>(&term);
               is != nullptr &&
               (is->rule == queue::IsRule::lowConfidence || is->rule == queue::IsRule::flagged)) {
        return keepLowConfidence(connection, is->rule == queue::IsRule::flagged);
    } else {
        return {};
    }
    auto rows = listed(connection, from);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    if (*rows) {
        keep(std::move(**rows));
    }
    return {};
}

Result<std::optional<RowBits>> RowSieve::listed(Connection& connection, const std::string& from) const {
    auto rows =
        NativeStatement::prepare(connection, "SELECT " + from + " LIMIT " + std::to_string(kMostListed + 1));
    if (!rows) {
        return std::unexpected(rows.error());
    }
    RowBits out(m_runs * kRunRows);
    for (std::int64_t count = 0; count <= kMostListed; ++count) {
        const auto more = rows->step();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            return std::optional(std::move(out));
        }
        out.put(rows->integer(0));
    }
    return std::optional<RowBits>();
}

Result<void> RowSieve::keepLowConfidence(Connection& connection, bool orFlagged) {
    RowBits others(m_runs * kRunRows);
    for (const auto tag : {kTagDriftWindow, kTagUserNegative}) {
        auto rows = orFlagged ? listed(connection, rowsOfTag(std::string(tag))) : std::optional<RowBits>();
        if (!rows) {
            return std::unexpected(rows.error());
        }
        if (orFlagged && !*rows) {
            return {};
        }
        if (*rows) {
            others.add(**rows);
        }
    }
    auto bound = NativeStatement::prepare(connection, "SELECT at_most FROM low_confidence_bound");
    auto leaf = NativeStatement::prepare(connection, "SELECT data FROM value_run WHERE id = ?1");
    const auto found = bound && leaf ? bound->step() : std::unexpected(bound ? leaf.error() : bound.error());
    if (!found || !*found) {
        return found ? Result<void>() : std::unexpected(found.error());
    }
    const std::uint32_t most = runItem(bound->real(0), 0).key;
    RowBits low(m_runs * kRunRows);
    std::vector<std::uint8_t> lastLeaves(static_cast<std::size_t>(m_runs));
    for (std::int64_t run = 0; run < m_runs; ++run) {
        bool isPast = false;
        for (std::int64_t at = 0; at < kLeaves && !isPast; ++at) {
            leaf->bind(1, leafId(run, queue::OrderKey::logprob, at));
            const auto more = leaf->step();
            if (!more) {
                return std::unexpected(more.error());
            }
            const RunLeaf items(*more ? leaf->blob(0) : std::string_view());
            leaf->reset();
            std::size_t taken = 0;
            while (taken < items.size() && items[taken].key <= most) {
                low.put(run * kRunRows + items[taken++].row);
            }
            isPast = taken < items.size() || items.size() == 0;
            if (taken > 0) {
                lastLeaves[static_cast<std::size_t>(run)] = static_cast<std::uint8_t>(at);
            }
        }
    }
    if (others.count() <= kFewApart) {
        low.remove(others);
        others.each([&](std::int64_t id) { m_apart.push_back(id); });
        m_lastLeaves = std::move(lastLeaves);
    } else {
        low.add(others);
    }
    keep(std::move(low));
    return {};
}

void RowSieve::keep(RowBits rows) {
    if (m_rows) {
        m_rows->keep(rows);
    } else {
        m_rows.emplace(std::move(rows));
    }
}

void RowSieve::setFewApart() {
    if (m_rows && m_lastLeaves.empty() && m_rows->count() <= kFewApart) {
        m_rows->each([&](std::int64_t id) { m_apart.push_back(id); });
        m_rows.emplace(m_runs * kRunRows); // none
    }
}

} // namespace goldpan::sql
