// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/met_rows.h"

#include "core/domain/row_flags.h"
#include "core/sampling/sample_weight.h"

namespace goldpan::sql {
namespace {

bool sameContent(const LogEntry& a, const LogEntry& b) {
    return a.ts == b.ts && a.modelVersion == b.modelVersion && a.prompt == b.prompt &&
           a.response == b.response && a.latencyMs == b.latencyMs && a.userIdHash == b.userIdHash &&
           a.responseLogprob == b.responseLogprob && a.messages == b.messages && a.output == b.output &&
           a.tools == b.tools && a.feedback == b.feedback && sampling::isSameBesideWeight(a.meta, b.meta);
}

store::ImportTally metTally(const store::ImportRow& row, bool isSame) {
    store::ImportTally one;
    one.duplicate = 1;
    if (!isSame) {
        one.differs = 1;
        one.differing.push_back(row.entry.requestId);
    }
    return one;
}

} // namespace

MetRows::MetRows(Connection& connection, EntryInsert& insert, const EventTags& events, ImportKeeper& keeper,
                 const Policy& policy, std::string_view operatorName)
    : m_insert(insert)
    , m_events(events)
    , m_keeper(keeper)
    , m_policy(policy)
    , m_today(connection)
    , m_retag(connection, m_insert, m_today, operatorName)
    , m_walk(connection) {}

Result<std::optional<store::ImportTally>> MetRows::pass(const store::ImportRow& row) {
    using Passed = std::optional<store::ImportTally>;
    const auto next = m_walk.isNext(row.entry);
    if (!next) {
        return std::unexpected(next.error());
    }
    if (*next && row.entry.tags.empty() &&
        !m_keeper.smallerWeight(m_walk.weight(), decisionOn(row, m_walk.flags()))) {
        return metTally(row, true);
    }
    const auto known = m_insert.find(row);
    if (!known) {
        return std::unexpected(known.error());
    }
    if (!*known) {
        return Passed();
    }
    const auto there = m_insert.read(**known);
    if (!there) {
        return std::unexpected(there.error());
    }
    const auto lacking = m_retag.missing(*there, row.entry.tags);
    if (!lacking) {
        return std::unexpected(lacking.error());
    }
    if (!lacking->empty() || m_keeper.smallerWeight(there->weight, decisionOn(row, there->flags))) {
        return Passed();
    }
    const auto same = isSame(there->entry, row.entry);
    if (!same) {
        return std::unexpected(same.error());
    }
    if (auto started = m_walk.start(**known); !started) {
        return std::unexpected(started.error());
    }
    return metTally(row, *same);
}

Result<void> MetRows::meet(const store::ImportRow& row, RowId known, store::ImportTally& tally) {
    const auto there = m_insert.read(known);
    if (!there) {
        return std::unexpected(there.error());
    }
    const auto same = isSame(there->entry, row.entry);
    if (!same) {
        return std::unexpected(same.error());
    }
    tally.add(metTally(row, *same));
    const auto retagged = m_retag.add(*there, row.entry.tags);
    if (!retagged) {
        return std::unexpected(retagged.error());
    }
    tally.retagged += *retagged ? 1 : 0;
    return m_keeper.meet(*there, decisionOn(row, there->flags));
}

Result<bool> MetRows::isSame(const LogEntry& stored, const LogEntry& met) {
    if (sameContent(stored, met)) {
        return true;
    }
    const auto today = m_today.rewritten(stored);
    return today ? Result<bool>(sameContent(*today, met)) : std::unexpected(today.error());
}

sampling::SamplingDecision MetRows::decisionOn(const store::ImportRow& met, std::uint32_t storedFlags) const {
    // A review is none of these: it says nothing of the row's like, for which it goes on standing.
    const std::uint32_t flags = (m_events.flagsBesideWindows(met.entry, storedFlags) & kFlaggedMask) |
                                flagsOfRow(met.entry.tags, met.entry.responseLogprob, m_policy);
    return m_keeper.decide(met, flags, m_events.isInOpenWindow(met.entry));
}

} // namespace goldpan::sql
