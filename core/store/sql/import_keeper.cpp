// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/import_keeper.h"

#include "core/sampling/reservoir.h"
#include "core/sampling/sampling_budget.h"
#include "core/store/sql/reservoir_rows.h"
#include "core/store/sql/short_writes.h"
#include "core/store/sql/statement.h"

#include <algorithm>
#include <chrono>

namespace goldpan::sql {
namespace {

using sampling::KeepRule;
using sampling::SamplingDecision;
using sampling::SamplingReason;

constexpr std::string_view kStandardInput = "-";
constexpr auto kPruneTime = std::chrono::milliseconds(5);      // beside the rows of a chunk, within its lock
constexpr std::size_t kBytesOfAPrune = std::size_t{64} * 1024; // about

} // namespace

ImportKeeper::ImportKeeper(Connection& connection, std::string_view source, const store::Keeping& keeping)
    : m_connection(connection)
    , m_source(source)
    , m_keeping(keeping)
    , m_held(connection) {}

Result<void> ImportKeeper::open(const Policy& policy) {
    m_policy = policy;
    m_tally.keep = keepRuleText(m_keeping.rule);
    if (m_keeping.rule.kind == KeepRule::Kind::budget) {
        m_tally.rate = policy.sampleRate;
    }
    const std::pair<std::optional<NativeStatement>*, std::string_view> statements[] = {
        {&m_insert, "INSERT OR IGNORE INTO sampled_out(key_hash, ts, model) VALUES(?1, ?2, ?3)"},
        {&m_remove, "DELETE FROM sampled_out WHERE key_hash = ?1"},
    };
    for (const auto& [slot, sql] : statements) {
        auto statement = NativeStatement::prepare(m_connection, sql);
        if (!statement) {
            return std::unexpected(statement.error());
        }
        slot->emplace(std::move(*statement));
    }
    if (auto loaded = loadTally(); !loaded) {
        return loaded;
    }
    if (auto loaded = load(); !loaded) {
        return loaded;
    }
    if (isAll() && !m_anyOut) { // nothing to hold, nothing to prune
        return {};
    }
    auto newest = newestTime(m_connection);
    if (!newest) {
        return std::unexpected(newest.error());
    }
    m_newest = *newest;
    return {};
}

/// What comes on standard input is another log each time: it adds up.
Result<void> ImportKeeper::loadTally() {
    if (m_source != kStandardInput || isAll()) {
        return {};
    }
    Statement row(m_connection,
                  "SELECT low_confidence, drift_window, flagged, sampled, kept_before, sampled_out"
                  " FROM sampling_source WHERE source = ?t AND keep = ?t AND rate IS ?");
    row.bind(m_source).bind(m_tally.keep).bind(m_tally.rate);
    return row.each([&] {
        m_tally.lowConfidence = row.integer(0);
        m_tally.driftWindow = row.integer(1);
        m_tally.flagged = row.integer(2);
        m_tally.sampled = row.integer(3);
        m_tally.keptBefore = row.integer(4);
        m_tally.sampledOut = row.integer(5);
    });
}

Result<void> ImportKeeper::load() {
    Statement any(m_connection, "SELECT EXISTS(SELECT 1 FROM sampled_out)");
    auto found = any.number();
    if (!found) {
        return std::unexpected(found.error());
    }
    m_anyOut = found->value_or(0) != 0;
    return {};
}

SamplingDecision ImportKeeper::decide(const store::ImportRow& row, std::uint32_t flags, bool inWindow) const {
    const sampling::SamplingCandidate candidate{
        .keyHash = row.keyHash, .flags = flags, .inOpenWindow = inWindow};
    SamplingDecision decision{.keep = true, .weight = 1, .reason = SamplingReason::healthy};
    switch (m_keeping.rule.kind) {
    case KeepRule::Kind::all:
        break;
    case KeepRule::Kind::budget:
        decision = sampling::SamplingBudget{.rate = *m_tally.rate}.decide(candidate);
        break;
    case KeepRule::Kind::reservoir:
        decision = m_keeping.reservoir->decide(hourOf(row.entry.ts), candidate);
        decision.weight *= row.loggedWeight;
        return decision;
    }
    if (decision.keep) { // both budgets ask the same hash, so the smaller share is what is left of the two
        decision.weight = std::max(decision.weight, row.loggedWeight);
    }
    return decision;
}

void ImportKeeper::count(SamplingReason reason) {
    switch (reason) {
    case SamplingReason::lowConfidence:
        ++m_tally.lowConfidence;
        break;
    case SamplingReason::driftWindow:
        ++m_tally.driftWindow;
        break;
    case SamplingReason::flagged:
        ++m_tally.flagged;
        break;
    case SamplingReason::healthy:
        ++m_tally.sampled;
        break;
    }
}

void ImportKeeper::see(std::optional<Timestamp> ts) {
    if (ts > m_newest && !isFarAhead(*ts)) {
        m_newest = ts;
    }
}

Result<void> ImportKeeper::keep(const store::ImportRow& row, const SamplingDecision& decision) {
    count(decision.reason);
    see(row.entry.ts);
    if (!m_anyOut) {
        return {};
    }
    if (auto dropped = m_held.drop(row.keyHash); !dropped) {
        return dropped;
    }
    m_remove->bind(1, static_cast<std::int64_t>(row.keyHash));
    return m_remove->run();
}

Result<bool> ImportKeeper::leaveOut(const store::ImportRow& row, std::int64_t model) {
    ++m_tally.sampledOut;
    m_anyOut = true;
    see(row.entry.ts);
    const auto edge = ringEdge(m_newest, m_policy);
    const bool isHeld = edge && row.entry.ts && *row.entry.ts >= *edge && row.entry.ts <= m_newest;
    if (auto held = isHeld ? m_held.hold(row) : Result<void>{}; !held) {
        return std::unexpected(held.error());
    }
    m_insert->bind(1, static_cast<std::int64_t>(row.keyHash));
    if (row.entry.ts) {
        m_insert->bind(2, row.entry.ts->micros);
    } else {
        m_insert->bindNull(2);
    }
    m_insert->bind(3, model);
    const auto done = m_insert->run();
    return done ? Result<bool>(isHeld) : std::unexpected(done.error());
}

std::optional<double> ImportKeeper::smallerWeight(double stored, const SamplingDecision& decision) const {
    const bool hasOwnWeight =
        m_keeping.rule.kind != KeepRule::Kind::reservoir || decision.reason != SamplingReason::healthy;
    return decision.keep && hasOwnWeight && decision.weight < stored ? std::optional(decision.weight)
                                                                     : std::nullopt;
}

Result<void> ImportKeeper::meet(const store::EntryRecord& there, const SamplingDecision& decision) {
    if (!decision.keep) {
        ++m_tally.keptBefore;
        return {};
    }
    count(decision.reason);
    const auto weight = smallerWeight(there.weight, decision);
    return weight ? Statement(m_connection, "UPDATE entry SET weight = ? WHERE id = ?")
                        .bind(*weight)
                        .bind(there.id)
                        .run()
                  : Result<void>();
}

Result<void> ImportKeeper::pruneRing() {
    const auto edge = ringEdge(m_newest, m_policy);
    if (!m_anyOut || !edge || m_newest == m_prunedAt) {
        return {};
    }
    using Steady = std::chrono::steady_clock;
    const bool isAlone = m_connection.mode() == OpenMode::build;
    const auto more =
        m_held.dropBefore(*edge, isAlone ? Steady::time_point::max() : Steady::now() + kPruneTime);
    if (!more) {
        return std::unexpected(more.error());
    }
    if (!*more) {
        m_prunedAt = m_newest;
    }
    return {};
}

Result<void> ImportKeeper::writeTally() {
    if (isAll() && m_source == kStandardInput) {
        return {}; // another log: it says nothing of those before
    }
    if (isAll()) {
        return Statement(m_connection, "DELETE FROM sampling_source WHERE source = ?t").bind(m_source).run();
    }
    return Statement(
               m_connection,
               "INSERT OR REPLACE INTO sampling_source(source, keep, rate, low_confidence, drift_window,"
               " flagged, sampled, kept_before, sampled_out) VALUES(?t, ?t, ?, ?, ?, ?, ?, ?, ?)")
        .bind(m_source)
        .bind(m_tally.keep)
        .bind(m_tally.rate)
        .bind(m_tally.lowConfidence)
        .bind(m_tally.driftWindow)
        .bind(m_tally.flagged)
        .bind(m_tally.sampled)
        .bind(m_tally.keptBefore)
        .bind(m_tally.sampledOut)
        .run();
}

Result<void> ImportKeeper::finish(const Between& between) {
    ShortWrites writes(m_connection, between);
    while (m_anyOut && m_newest != m_prunedAt && ringEdge(m_newest, m_policy)) {
        if (auto begun = writes.begin(); !begun) {
            return std::unexpected(begun.error());
        }
        if (auto pruned = pruneRing(); !pruned) {
            return pruned;
        }
        if (auto done = writes.wrote(kBytesOfAPrune); !done) {
            return done;
        }
    }
    if (auto done = writes.commit(); !done) {
        return done;
    }
    return m_keeping.reservoir != nullptr ? weighStoredRows(m_connection, *m_keeping.reservoir, between)
                                          : Result<void>();
}

} // namespace goldpan::sql
