// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/tag_writes.h"

#include "core/domain/tag.h"
#include "core/store/sql/row_list.h"

#include <algorithm>
#include <array>

namespace goldpan::sql {
namespace {

// Rows come as a JSON array: one statement over some hundreds of them costs a third of as many statements.
// Rows without a gap come as their first and last: half of that, as SQLite need not remember them while it
// writes.
constexpr const char* kOfRows = " IN (SELECT value FROM json_each(?))";
constexpr const char* kOfRun = " BETWEEN ? AND ?";
constexpr const char* kTagOfName = "tag = (SELECT id FROM tag WHERE name = ?)";
// What fails is rolled back with its transaction, so no statement keeps a journal of its own.
constexpr const char* kUpdate = "UPDATE OR FAIL entry SET flags = ";
constexpr const char* kFlagsWithout = "(flags & ~(? | 16)) | CASE WHEN EXISTS(SELECT 1 FROM entry_tag x "
                                      "WHERE x.entry = entry.id) THEN 16 ELSE 0"
                                      " END WHERE id";

} // namespace

TagWrites::TagWrites(Connection& connection)
    : m_ids(connection, "tag")
    , m_has(connection, std::string("SELECT 1 FROM entry_tag WHERE entry = ? AND ") + kTagOfName)
    , m_add(connection, "INSERT OR IGNORE INTO entry_tag(tag, entry) VALUES(?, ?)")
    , m_addAll(connection, "INSERT OR IGNORE INTO entry_tag(tag, entry) SELECT ?, value FROM json_each(?)"
                           " RETURNING entry")
    , m_remove(connection, std::string("DELETE FROM entry_tag WHERE entry = ? AND ") + kTagOfName)
    , m_removeAll(connection, std::string("DELETE FROM entry_tag WHERE ") + kTagOfName + " AND entry" +
                                  kOfRows + " RETURNING entry")
    , m_setFlags(connection, std::string(kUpdate) + "flags | ? WHERE id" + kOfRows)
    , m_clearFlags(connection, std::string(kUpdate) + kFlagsWithout + kOfRows)
    , m_countRun(connection,
                 std::string("SELECT count(*) FROM entry_tag WHERE ") + kTagOfName + " AND entry" + kOfRun)
    , m_addRun(connection,
               std::string("INSERT OR FAIL INTO entry_tag(tag, entry) SELECT ?, id FROM entry WHERE id") +
                   kOfRun)
    , m_removeRun(connection,
                  std::string("DELETE FROM entry_tag WHERE ") + kTagOfName + " AND entry" + kOfRun)
    , m_setFlagsOfRun(connection, std::string(kUpdate) + "flags | ? WHERE id" + kOfRun)
    , m_clearFlagsOfRun(connection, std::string(kUpdate) + kFlagsWithout + kOfRun) {}

Result<bool> TagWrites::has(RowId row, std::string_view tag) {
    const auto one = m_has.number(row, tag);
    return one ? Result<bool>(one->has_value()) : std::unexpected(one.error());
}

Result<bool> TagWrites::add(RowId row, std::string_view tag) {
    const auto id = m_ids.idOf(tag);
    if (!id) {
        return std::unexpected(id.error());
    }
    const auto added = m_add.change(*id, row);
    if (!added) {
        return std::unexpected(added.error());
    }
    if (*added == 0) {
        return false;
    }
    const auto done = m_setFlags.change(flagOfTag(tag) | FlagTagged, rowsAsJson(std::array{row}));
    return done ? Result<bool>(true) : std::unexpected(done.error());
}

Result<bool> TagWrites::remove(RowId row, std::string_view tag) {
    const auto removed = m_remove.change(row, tag);
    if (!removed) {
        return std::unexpected(removed.error());
    }
    if (*removed == 0) {
        return false;
    }
    const auto done = m_clearFlags.change(flagOfTag(tag), rowsAsJson(std::array{row}));
    return done ? Result<bool>(true) : std::unexpected(done.error());
}

Result<std::vector<RowId>> TagWrites::set(Rows rows, std::string_view tag, bool add) {
    std::vector<RowId> changed;
    changed.reserve(rows.size());
    m_ids.forget(); // a re-redaction may have made two tags one since
    const auto runs = longRuns(rows);
    if (runs.empty()) {
        auto done = setList(rows, tag, add, changed);
        return done ? Result<std::vector<RowId>>(std::move(changed)) : std::unexpected(done.error());
    }
    for (const Rows run : runs) {
        const auto whole = setRun(run, tag, add);
        if (!whole) {
            return std::unexpected(whole.error());
        }
        if (*whole) {
            changed.insert(changed.end(), run.begin(), run.end());
        } else if (auto done = setList(run, tag, add, changed); !done) {
            return std::unexpected(done.error());
        }
    }
    std::ranges::sort(changed);
    return changed;
}

Result<bool> TagWrites::setRun(Rows run, std::string_view tag, bool add) {
    const auto there = m_countRun.number(tag, run.front(), run.back());
    if (!there) {
        return std::unexpected(there.error());
    }
    if (there->value_or(0) != (add ? 0 : std::ssize(run))) {
        return false;
    }
    Result<std::int64_t> done;
    if (add) {
        const auto id = m_ids.idOf(tag);
        if (!id) {
            return std::unexpected(id.error());
        }
        done = m_addRun.change(*id, run.front(), run.back());
    } else {
        done = m_removeRun.change(tag, run.front(), run.back());
    }
    if (done) {
        done = add ? m_setFlagsOfRun.change(flagOfTag(tag) | FlagTagged, run.front(), run.back())
                   : m_clearFlagsOfRun.change(flagOfTag(tag), run.front(), run.back());
    }
    return done ? Result<bool>(true) : std::unexpected(done.error());
}

Result<void> TagWrites::setList(Rows rows, std::string_view tag, bool add, std::vector<RowId>& changed) {
    const std::string all = rowsAsJson(rows);
    std::vector<RowId> theirs;
    theirs.reserve(rows.size());
    const auto take = [&](const NativeStatement& row) { theirs.push_back(RowId{row.integer(0)}); };
    Result<void> done;
    if (add) {
        const auto id = m_ids.idOf(tag);
        if (!id) {
            return std::unexpected(id.error());
        }
        done = m_addAll.each(take, *id, all);
    } else {
        done = m_removeAll.each(take, tag, all);
    }
    if (!done || theirs.empty()) {
        return done;
    }
    std::ranges::sort(theirs);
    const std::string list = theirs.size() == rows.size() ? all : rowsAsJson(theirs);
    const auto flagged = add ? m_setFlags.change(flagOfTag(tag) | FlagTagged, list)
                             : m_clearFlags.change(flagOfTag(tag), list);
    changed.insert(changed.end(), theirs.begin(), theirs.end());
    return flagged ? Result<void>() : std::unexpected(flagged.error());
}

} // namespace goldpan::sql
