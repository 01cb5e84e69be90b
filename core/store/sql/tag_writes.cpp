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
constexpr const char* kOfRows = " IN (SELECT value FROM json_each(?))";

} // namespace

TagWrites::TagWrites(Connection& connection)
    : m_ids(connection, "tag")
    , m_has(connection,
            "SELECT 1 FROM entry_tag WHERE entry = ? AND tag = (SELECT id FROM tag WHERE name = ?)")
    , m_add(connection, "INSERT OR IGNORE INTO entry_tag(tag, entry) VALUES(?, ?)")
    , m_addAll(connection, "INSERT OR IGNORE INTO entry_tag(tag, entry) SELECT ?, value FROM json_each(?)"
                           " RETURNING entry")
    , m_remove(connection,
               "DELETE FROM entry_tag WHERE entry = ? AND tag = (SELECT id FROM tag WHERE name = ?)")
    , m_removeAll(
          connection,
          std::string("DELETE FROM entry_tag WHERE tag = (SELECT id FROM tag WHERE name = ?) AND entry") +
              kOfRows + " RETURNING entry")
    , m_setFlags(connection, std::string("UPDATE entry SET flags = flags | ? WHERE id") + kOfRows)
    , m_clearFlags(
          connection,
          std::string(
              "UPDATE entry SET flags = (flags & ~(? | 16))"
              " | CASE WHEN EXISTS(SELECT 1 FROM entry_tag x WHERE x.entry = entry.id) THEN 16 ELSE 0 END"
              " WHERE id") +
              kOfRows) {}

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

Result<std::vector<RowId>> TagWrites::set(std::span<const RowId> rows, std::string_view tag, bool add) {
    const std::string all = rowsAsJson(rows);
    std::vector<RowId> changed;
    changed.reserve(rows.size());
    const auto take = [&](const NativeStatement& row) { changed.push_back(RowId{row.integer(0)}); };
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
    if (!done) {
        return std::unexpected(done.error());
    }
    if (changed.empty()) {
        return changed;
    }
    std::ranges::sort(changed);
    const std::string theirs = changed.size() == rows.size() ? all : rowsAsJson(changed);
    const auto flagged = add ? m_setFlags.change(flagOfTag(tag) | FlagTagged, theirs)
                             : m_clearFlags.change(flagOfTag(tag), theirs);
    return flagged ? Result<std::vector<RowId>>(std::move(changed)) : std::unexpected(flagged.error());
}

} // namespace goldpan::sql
