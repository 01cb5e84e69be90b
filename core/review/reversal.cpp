// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reversal.h"

#include "core/review/correction_json.h"
#include "core/review/row_acts.h"
#include "core/store/chunked_act.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <utility>

namespace goldpan::review {
namespace {

constexpr std::int64_t kPageChanges = 512;          // read, and of one tag checked, in some milliseconds
constexpr std::size_t kCheckedSingly = 100;         // a few look-ups by key each: as long
constexpr std::chrono::milliseconds kCheckTime{20}; // then others may write

using Value = std::optional<std::string>;

Result<Value> currentValue(store::WriteTransaction& tx, const Change& change) {
    if (change.aspect == Aspect::tag) {
        const auto has = tx.hasTag(change.row, change.name);
        return has ? Result<Value>(tagValue(*has)) : std::unexpected(has.error());
    }
    auto status = tx.status(change.row, change.name);
    if (!status) {
        return std::unexpected(status.error());
    }
    switch (change.aspect) {
    case Aspect::state:
        return stateValue(status->state);
    case Aspect::correction:
        return correctionValue(status->correction);
    case Aspect::tag:
    case Aspect::draft:
        break;
    }
    return std::move(status->draft);
}

/// State and correction of a row, which the store only takes together.
struct Decided {
    ReviewState state = ReviewState::unreviewed;
    std::optional<Correction> correction;

    Result<void> take(const Change& change, const Value& value) {
        if (change.aspect == Aspect::state) {
            const auto named = reviewStateFromName(value.value_or(""));
            if (!named) {
                return fail(ErrorCode::corrupt, "a state in the journal is damaged; run check on the store");
            }
            state = *named;
            return {};
        }
        correction.reset();
        if (value) {
            auto read = correctionFromJson(*value);
            if (!read) {
                return std::unexpected(read.error());
            }
            correction = std::move(*read);
        }
        return {};
    }
};

} // namespace

Reversal::Reversal(store::WriteGate& gate, const redact::Redactor& redactor, Act target, Direction direction)
    : m_gate(gate)
    , m_redactor(redactor)
    , m_target(std::move(target))
    , m_direction(direction) {}

const std::optional<std::string>& Reversal::from(const Change& change) const {
    return m_direction == Direction::back ? change.after : change.before;
}

const std::optional<std::string>& Reversal::to(const Change& change) const {
    return m_direction == Direction::back ? change.before : change.after;
}

Value Reversal::byTheRules(const Change& change, Value value) const {
    if (change.aspect == Aspect::draft && value) {
        value = m_redactor.redacted(*value);
    }
    return value;
}

std::string Reversal::refusal() const {
    return "act " + std::to_string(m_target.id.value) +
           (m_direction == Direction::back ? " cannot be undone: " : " cannot be done again: ");
}

Result<void> Reversal::check(store::WriteTransaction& tx, const Change& change) const {
    if (change.aspect == Aspect::draft) {
        return {};
    }
    const auto later = tx.laterActOn(change, m_target.id);
    if (!later) {
        return std::unexpected(later.error());
    }
    if (*later) {
        const Act& act = **later;
        return fail(ErrorCode::conflict, refusal() + "act " + std::to_string(act.id.value) + " (" +
                                             std::string(actKindName(act.kind)) + " by " + act.operatorName +
                                             ") has built on it; undo that first");
    }
    const auto current = currentValue(tx, change);
    if (!current) {
        return std::unexpected(current.error());
    }
    // A row at its goal is what a reversal that was stopped between its chunks leaves behind.
    if (*current != from(change) && *current != to(change)) {
        return fail(ErrorCode::conflict,
                    refusal() + "a row it changed is different now; see the history of the row");
    }
    return {};
}

void Reversal::note(const Change& change, std::int64_t position) {
    const Change what{{}, change.aspect, change.name, change.before, change.after};
    if (m_rows.empty()) {
        m_tag = what;
    }
    m_isOneTag = m_isOneTag && change.aspect == Aspect::tag && what == m_tag;
    if (m_rows.empty() || m_rows.back().row != change.row) {
        m_rows.push_back({change.row, position, 0});
    }
    ++m_rows.back().count;
}

Result<std::size_t> Reversal::checkSome(store::WriteTransaction& tx, std::span<const Change> changes) const {
    if (m_isOneTag) {
        store::SharedChange shared{{}, m_tag};
        for (const Change& change : changes) {
            shared.rows.push_back(change.row);
        }
        const auto others = tx.isSharedWithOthers(shared, m_target.id);
        if (!others) {
            return std::unexpected(others.error());
        }
        if (!*others) {
            return changes.size(); // and a tag is there or it is not: both are expected of a row
        }
    }
    changes = changes.first(std::min(changes.size(), kCheckedSingly));
    for (const Change& change : changes) {
        if (auto fine = check(tx, change); !fine) {
            return std::unexpected(fine.error());
        }
    }
    return changes.size();
}

Result<void> Reversal::checkAll(std::stop_token stop) {
    std::int64_t offset = 0;
    std::vector<Change> page; // changes of an act stay as they are, so that one page may last several locks
    std::size_t checked = 0;  // of the page
    bool more = true;
    while (more || checked < page.size()) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request; nothing was changed");
        }
        if (offset > 0) {
            m_gate.letOthersIn();
        }
        auto done = m_gate.transact([&](store::WriteTransaction& tx) -> Result<void> {
            const auto began = std::chrono::steady_clock::now();
            do {
                if (checked == page.size()) {
                    auto changes = tx.changes(m_target.id, offset, kPageChanges);
                    if (!changes) {
                        return std::unexpected(changes.error());
                    }
                    page = std::move(*changes);
                    checked = 0;
                    more = std::ssize(page) == kPageChanges;
                    for (const Change& change : page) {
                        note(change, offset++);
                    }
                }
                const auto some = checkSome(tx, std::span(page).subspan(checked));
                if (!some) {
                    return std::unexpected(some.error());
                }
                checked += *some;
            } while ((more || checked < page.size()) &&
                     std::chrono::steady_clock::now() - began < kCheckTime);
            return {};
        });
        if (!done) {
            return done;
        }
    }
    return {};
}

bool Reversal::bringsDraftBack(const Change& change) const {
    return m_target.kind == ActKind::draftReplace && change.name == m_operator;
}

Result<std::optional<std::string>> Reversal::goalOf(store::WriteTransaction& tx, const Change& change) const {
    if (bringsDraftBack(change)) {
        auto last = tx.lastReversalOf(change, m_target.id);
        if (!last) {
            return std::unexpected(last.error());
        }
        if (*last) {
            return std::move((*last)->before); // with what was typed since the act
        }
    }
    return to(change);
}

Result<std::vector<Change>> Reversal::reverseRow(store::WriteTransaction& tx, const RowSpan& span,
                                                 Timestamp at) const {
    auto changes = tx.changes(m_target.id, span.offset, span.count);
    if (!changes) {
        return changes;
    }
    const auto status = tx.status(span.row, {});
    if (!status) {
        return std::unexpected(status.error());
    }
    if (m_direction == Direction::back) {
        std::ranges::reverse(*changes);
    }
    Decided decided{status->state, status->correction};
    bool decides = false;
    std::vector<Change> made;
    for (const Change& change : *changes) {
        // Once more, as others may have written since the whole was checked.
        if (auto fine = check(tx, change); !fine) {
            return std::unexpected(fine.error());
        }
        const auto held = currentValue(tx, change);
        if (!held) {
            return std::unexpected(held.error());
        }
        const auto wanted = goalOf(tx, change);
        if (!wanted) {
            return std::unexpected(wanted.error());
        }
        const Value current = byTheRules(change, *held);
        Value goal = byTheRules(change, *wanted);
        if (current == goal || (current != byTheRules(change, from(change)) && !bringsDraftBack(change))) {
            continue;
        }
        Result<void> wrote;
        switch (change.aspect) {
        case Aspect::state:
        case Aspect::correction:
            wrote = decided.take(change, goal);
            decides = true;
            break;
        case Aspect::tag:
            if (auto done = goal ? tx.addTag(change.row, change.name) : tx.removeTag(change.row, change.name);
                !done) {
                wrote = std::unexpected(done.error());
            }
            break;
        case Aspect::draft:
            wrote = tx.setDraft(change.row, change.name, goal, at);
            break;
        }
        if (!wrote) {
            return std::unexpected(wrote.error());
        }
        made.push_back({change.row, change.aspect, change.name, current, std::move(goal)});
    }
    if (decides) {
        if (auto set = tx.setDecision(span.row, decided.state, decided.correction); !set) {
            return std::unexpected(set.error());
        }
    }
    return made;
}

Result<store::SharedChange> Reversal::reverseTag(store::WriteTransaction& tx, std::size_t first,
                                                 std::size_t& count) const {
    std::vector<Change> changes(count, m_tag);
    for (std::size_t at = 0; at < count; ++at) {
        changes[at].row = m_rows[first + at].row;
    }
    // Once more, as others may have written since the whole was checked.
    const auto checked = checkSome(tx, changes);
    if (!checked) {
        return std::unexpected(checked.error());
    }
    count = *checked;
    store::SharedChange shared{{}, m_tag};
    for (const Change& change : std::span(changes).first(count)) {
        shared.rows.push_back(change.row);
    }
    auto changed = tx.setTags(shared.rows, m_tag.name, to(m_tag).has_value());
    if (!changed) {
        return std::unexpected(changed.error());
    }
    shared.what.before = from(m_tag);
    shared.what.after = to(m_tag);
    shared.rows = std::move(*changed);
    return shared;
}

Result<UndoOutcome> Reversal::run(std::string_view operatorName, Timestamp at, std::stop_token stop,
                                  const ProgressFn& progress) {
    if (auto checked = checkAll(stop); !checked) {
        return std::unexpected(checked.error());
    }
    m_operator = operatorName;
    Act act;
    act.at = at;
    act.operatorName = operatorName;
    act.kind = m_direction == Direction::back ? ActKind::undo : ActKind::redo;
    act.target = m_target.id;
    act.detail = actKindName(m_target.kind);
    if (!m_target.detail.empty()) {
        act.detail += " " + m_target.detail;
    }
    // Always in the journal: an act of which nothing is left to take back is taken back all the same.
    store::ChunkedAct chunks(m_gate, std::move(act), store::ChunkedAct::Record::always);
    // Rows in the target's order both ways: an act changes each aspect of a row once, so rows do not depend
    // on each other, and the journal is read forwards.
    const auto step = [&](store::WriteTransaction& tx, std::size_t index) {
        return reverseRow(tx, m_rows[index], at);
    };
    const auto tagStep = [&](store::WriteTransaction& tx, std::size_t first, std::size_t& count) {
        return reverseTag(tx, first, count);
    };
    const auto done = m_isOneTag ? chunks.runShared(m_rows.size(), tagStep, progress, stop)
                                 : chunks.run(m_rows.size(), step, progress, stop);
    if (!done) {
        return std::unexpected(done.error());
    }
    UndoOutcome outcome;
    outcome.outcome = {chunks.tally().act, chunks.tally().changed, chunks.tally().skipped};
    outcome.kind = m_target.kind;
    if (!m_rows.empty()) {
        outcome.row = m_rows.front().row;
    }
    return outcome;
}

} // namespace goldpan::review
