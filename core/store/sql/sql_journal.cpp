// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_journal.h"

#include "core/store/sql/act_rows.h"
#include "core/store/sql/row_list.h"
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

/// What holds where that act is not undone, and is no undo or redo.
std::string standing(const std::string& act) {
    return " AND (SELECT a.kind NOT IN (11, 12) AND NOT " + actUndone() + " FROM act a WHERE a.id = " + act +
           ")";
}

/// Changes of this aspect and name by other acts than that one, since it began.
std::string othersOf(const std::string& act) {
    return " WHERE x.act <> " + act +
           " AND x.aspect = ?3 AND x.name = ?4"
           " AND x.id > (SELECT min(y.id) FROM act_change y WHERE y.act = " +
           act + ")";
}

} // namespace

SqlJournal::SqlJournal(Connection& connection)
    : m_connection(connection)
    , m_add(connection, "INSERT INTO act_change(act, entry, aspect, name, before, after)"
                        " VALUES(?, ?, ?, ?, ?, ?)")
    , m_addAll(connection, "INSERT INTO act_change(act, entry, aspect, name, before, after)"
                           " SELECT ?, value, ?, ?, ?, ? FROM json_each(?)")
    , m_addRun(connection, "INSERT OR FAIL INTO act_change(act, entry, aspect, name, before, after)"
                           " SELECT ?, id, ?, ?, ?, ? FROM entry WHERE id BETWEEN ? AND ?")
    , m_changes(connection, "SELECT id, entry, aspect, name, before, after FROM act_change"
                            " WHERE act = ? AND id > ? ORDER BY id LIMIT ? OFFSET ?")
    , m_others(connection, "SELECT 1 FROM json_each(?1) j CROSS JOIN act_change x ON x.entry = j.value" +
                               othersOf("?2") + standing("x.act") + " LIMIT 1")
    , m_othersOfRun(connection, "SELECT 1 FROM act_change x INDEXED BY act_change_entry" + othersOf("?2") +
                                    " AND x.entry BETWEEN ?1 AND ?5" + standing("x.act") + " LIMIT 1")
    // Changes tell the order, not acts: an act that began later may come between the chunks of a long one.
    , m_later(connection, "SELECT max(x.act) FROM act_change x"
                          " WHERE x.entry = ?1 AND x.aspect = ?2 AND x.name = ?3 AND x.act <> ?4 AND x.id >"
                          "  ifnull((SELECT max(y.id) FROM act_change y WHERE y.entry = ?1 AND y.aspect = ?2"
                          "   AND y.name = ?3 AND y.act = ?4), 0)" +
                              standing("x.act"))
    , m_changedSince(connection, "SELECT aspect, name FROM act_change WHERE entry = ? AND id > ?") {}

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
    const auto added = m_add.change(act, change.row, static_cast<int>(change.aspect), change.name,
                                    change.before, change.after);
    return added ? Result<void>() : std::unexpected(added.error());
}

Result<void> SqlJournal::add(ActId act, const store::SharedChange& change) {
    const Change& what = change.what;
    const auto runs = longRuns(change.rows);
    for (const auto run : runs) {
        const auto added = m_addRun.change(act, static_cast<int>(what.aspect), what.name, what.before,
                                           what.after, run.front(), run.back());
        if (!added) {
            return std::unexpected(added.error());
        }
    }
    if (!runs.empty()) {
        return {};
    }
    const auto added = m_addAll.change(act, static_cast<int>(what.aspect), what.name, what.before, what.after,
                                       rowsAsJson(change.rows));
    return added ? Result<void>() : std::unexpected(added.error());
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
    std::vector<Change> out;
    std::int64_t lastId = 0;
    const auto take = [&](const NativeStatement& row) {
        const auto text = [&row](int column) {
            return row.isNull(column) ? std::nullopt : std::optional(std::string(row.text(column)));
        };
        lastId = row.integer(0);
        out.push_back({.row = RowId{row.integer(1)},
                       .aspect = static_cast<Aspect>(row.integer(2)),
                       .name = std::string(row.text(3)),
                       .before = text(4),
                       .after = text(5)});
    };
    if (auto done = m_changes.each(take, act, goesOn ? m_cursor.lastId : 0, limit, goesOn ? 0 : offset);
        !done) {
        return std::unexpected(done.error());
    }
    m_cursor = {act, offset + static_cast<std::int64_t>(out.size()), lastId};
    return out;
}

Result<std::optional<Act>> SqlJournal::laterActOn(const Change& change, ActId after) {
    const auto later = m_later.number(change.row, static_cast<int>(change.aspect), change.name, after);
    if (!later) {
        return std::unexpected(later.error());
    }
    if (!*later) {
        return std::optional<Act>();
    }
    return act(ActId{**later});
}

Result<bool> SqlJournal::isSharedWithOthers(const store::SharedChange& change, ActId act) {
    const auto runs = longRuns(change.rows);
    for (const auto run : runs) {
        const auto others = m_othersOfRun.number(run.front(), act, static_cast<int>(change.what.aspect),
                                                 change.what.name, run.back());
        if (!others || *others) {
            return others ? Result<bool>(true) : std::unexpected(others.error());
        }
    }
    if (!runs.empty()) {
        return false;
    }
    const auto others =
        m_others.number(rowsAsJson(change.rows), act, static_cast<int>(change.what.aspect), change.what.name);
    return others ? Result<bool>(others->has_value()) : std::unexpected(others.error());
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
    bool found = false;
    const auto look = [&](const NativeStatement& later) {
        const auto aspect = static_cast<Aspect>(later.integer(0));
        found = found || (std::ranges::find(aspects, aspect) != aspects.end() &&
                          (aspect != Aspect::tag || later.text(1) == name));
    };
    auto done = m_changedSince.each(look, row, place);
    return done ? Result<bool>(found) : std::unexpected(done.error());
}

} // namespace goldpan::sql
