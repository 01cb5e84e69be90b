// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_journal.h"

#include "core/store/sql/act_rows.h"
#include "core/store/sql/statement.h"

#include <algorithm>

namespace goldpan::sql {
namespace {

static_assert(static_cast<int>(ActKind::correctionsImport) == 7, "kinds up to 7 are plain-undoable");
static_assert(static_cast<int>(ActKind::draftReplace) == 13, "and so is kind 13");
static_assert(static_cast<int>(ActKind::redo) == 12, "kinds 11 and 12 are undo and redo");

Result<std::optional<Act>> firstAct(Statement& acts) {
    auto more = acts.next();
    if (!more) {
        return std::unexpected(more.error());
    }
    return *more ? std::optional(actFrom(acts)) : std::nullopt;
}

} // namespace

Result<ActId> SqlJournal::begin(const Act& act) {
    Statement insert(m_connection, "INSERT INTO act(at, operator, kind, target, detail, drift)"
                                   " VALUES(?, ?t, ?, nullif(?, 0), ?t, nullif(?, 0))");
    insert.bind(act.at).bind(act.operatorName).bind(static_cast<int>(act.kind)).bind(act.target);
    if (auto done = insert.bind(act.detail).bind(act.drift).run(); !done) {
        return std::unexpected(done.error());
    }
    return ActId{insert.insertedId()};
}

Result<void> SqlJournal::add(ActId act, const Change& change) {
    return Statement(m_connection, "INSERT INTO act_change(act, entry, aspect, name, before, after)"
                                   " VALUES(?, ?, ?, ?t, ?t, ?t)")
        .bind(act)
        .bind(change.row)
        .bind(static_cast<int>(change.aspect))
        .bind(change.name)
        .bind(change.before)
        .bind(change.after)
        .run();
}

Result<void> SqlJournal::finish(ActId act, std::int64_t changed, std::int64_t skipped) {
    return Statement(m_connection, "INSERT INTO act_end(act, changed, skipped) VALUES(?, ?, ?)")
        .bind(act)
        .bind(changed)
        .bind(skipped)
        .run();
}

Result<Act> SqlJournal::act(ActId act) {
    Statement acts(m_connection, actSelect() + " WHERE a.id = ?");
    auto found = firstAct(acts.bind(act));
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!*found) {
        return fail(ErrorCode::notFound,
                    "the journal has no act " + std::to_string(act.value) + "; see goldpan-cli history");
    }
    return std::move(**found);
}

Result<std::optional<Act>> SqlJournal::newestUndoable(std::string_view operatorName) {
    Statement acts(m_connection, actSelect() +
                                     " WHERE a.operator = ?t AND (a.kind <= 7 OR a.kind = 13) AND NOT undone"
                                     " ORDER BY a.id DESC LIMIT 1");
    return firstAct(acts.bind(operatorName));
}

Result<std::optional<Act>> SqlJournal::newestRedoable(std::string_view operatorName) {
    // Undo acts of this operator since their newest plain act, newest first; the first whose target is still
    // undone.
    Statement acts(
        m_connection,
        actSelect() +
            " WHERE undone AND a.id = (SELECT u.target FROM act u WHERE u.operator = ?t AND u.kind = 11"
            "  AND u.id > ifnull((SELECT max(p.id) FROM act p WHERE p.operator = ?t"
            "   AND (p.kind <= 7 OR p.kind = 13)), 0)"
            "  AND 11 = (SELECT k.kind FROM act k JOIN act_end f ON f.act = k.id WHERE k.target = u.target"
            "   ORDER BY k.id DESC LIMIT 1)"
            "  ORDER BY u.id DESC LIMIT 1)");
    return firstAct(acts.bind(operatorName).bind(operatorName));
}

Result<std::vector<Change>> SqlJournal::changes(ActId act, std::int64_t offset, std::int64_t limit) {
    const bool goesOn = m_cursor.act == act && m_cursor.offset == offset && offset > 0;
    Statement rows(m_connection, "SELECT id, entry, aspect, name, before, after FROM act_change"
                                 " WHERE act = ? AND id > ? ORDER BY id LIMIT ? OFFSET ?");
    rows.bind(act).bind(goesOn ? m_cursor.lastId : 0).bind(limit).bind(goesOn ? std::int64_t{0} : offset);
    std::vector<Change> out;
    std::int64_t lastId = 0;
    if (auto done = rows.each([&] {
            lastId = rows.integer(0);
            out.push_back({.row = RowId{rows.integer(1)},
                           .aspect = static_cast<Aspect>(rows.integer(2)),
                           .name = rows.text(3),
                           .before = rows.optionalText(4),
                           .after = rows.optionalText(5)});
        });
        !done) {
        return std::unexpected(done.error());
    }
    m_cursor = {act, offset + static_cast<std::int64_t>(out.size()), lastId};
    return out;
}

Result<std::optional<Act>> SqlJournal::laterActOn(const Change& change, ActId after) {
    // Changes tell the order, not acts: an act that began later may come between the chunks of a long one.
    Statement acts(
        m_connection,
        actSelect() +
            " WHERE a.kind NOT IN (11, 12) AND NOT undone AND a.id IN (SELECT x.act FROM act_change x"
            "  WHERE x.entry = ? AND x.aspect = ? AND x.name = ?t AND x.act <> ? AND x.id >"
            "   ifnull((SELECT max(y.id) FROM act_change y WHERE y.entry = ? AND y.aspect = ?"
            "    AND y.name = ?t AND y.act = ?), 0))"
            " ORDER BY a.id DESC LIMIT 1");
    for (int twice = 0; twice < 2; ++twice) {
        acts.bind(change.row).bind(static_cast<int>(change.aspect)).bind(change.name).bind(after);
    }
    return firstAct(acts);
}

Result<std::optional<Change>> SqlJournal::lastReversalOf(const Change& change, ActId act) {
    Statement made(m_connection,
                   "SELECT before, after FROM act_change WHERE entry = ? AND aspect = ? AND name = ?t"
                   " AND act = (SELECT u.id FROM act u JOIN act_end f ON f.act = u.id WHERE u.target = ?"
                   "  ORDER BY u.id DESC LIMIT 1)");
    made.bind(change.row).bind(static_cast<int>(change.aspect)).bind(change.name).bind(act);
    const auto more = made.next();
    if (!more) {
        return std::unexpected(more.error());
    }
    return *more ? std::optional(Change{change.row, change.aspect, change.name, made.optionalText(0),
                                        made.optionalText(1)})
                 : std::nullopt;
}

Result<std::int64_t> SqlJournal::end() {
    Statement newest(m_connection, "SELECT ifnull(max(id), 0) FROM act_change");
    const auto more = newest.next();
    return more ? Result<std::int64_t>(newest.integer(0)) : std::unexpected(more.error());
}

Result<bool> SqlJournal::wasChangedSince(RowId row, std::span<const Aspect> aspects, std::string_view name,
                                         std::int64_t place) {
    Statement later(m_connection, "SELECT aspect, name FROM act_change WHERE entry = ? AND id > ?");
    bool found = false;
    auto done = later.bind(row).bind(place).each([&] {
        const auto aspect = static_cast<Aspect>(later.integer(0));
        found = found || (std::ranges::find(aspects, aspect) != aspects.end() &&
                          (aspect != Aspect::tag || later.text(1) == name));
    });
    return done ? Result<bool>(found) : std::unexpected(done.error());
}

} // namespace goldpan::sql
