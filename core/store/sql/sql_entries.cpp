// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_entries.h"

#include "core/base/sha256.h"
#include "core/domain/tag.h"
#include "core/store/sql/act_rows.h"
#include "core/store/sql/row_keys.h"
#include "core/store/sql/statement.h"

namespace goldpan::sql {

static_assert(static_cast<int>(ActKind::defer) == 3, "kinds up to 3 decide a row");

Result<std::optional<RowId>> SqlEntries::find(std::string_view requestId) {
    Statement statement(m_connection,
                        "SELECT id FROM entry WHERE id IN " + rowsOfKey("?", "?") + " AND request_id = ?t");
    const auto hash = static_cast<std::int64_t>(stableHash64(requestId));
    statement.bind(hash).bind(hash).bind(requestId);
    auto id = statement.number();
    if (!id) {
        return std::unexpected(id.error());
    }
    return *id ? std::optional(RowId{**id}) : std::nullopt;
}

Result<store::EntryRecord> SqlEntries::read(RowId row) {
    auto record = m_byId.read(row);
    if (!record) {
        return std::unexpected(record.error());
    }
    if (!*record) {
        return fail(ErrorCode::notFound, "the store has no such row", std::to_string(row.value));
    }
    return std::move(**record);
}

Result<std::vector<Draft>> SqlEntries::drafts(RowId row) {
    Statement rows(m_connection,
                   "SELECT text, operator, updated_at FROM draft WHERE entry = ? ORDER BY operator");
    rows.bind(row);
    std::vector<Draft> out;
    if (auto done = rows.each([&] {
            out.push_back({.text = rows.text(0),
                           .operatorName = rows.text(1),
                           .updatedAt = Timestamp{rows.integer(2)}});
        });
        !done) {
        return std::unexpected(done.error());
    }
    return out;
}

Result<std::optional<std::string>> SqlEntries::suggestion(RowId row) {
    Statement found(m_connection, "SELECT text FROM suggestion WHERE entry = ?");
    auto more = found.bind(row).next();
    if (!more) {
        return std::unexpected(more.error());
    }
    return *more ? std::optional(found.text(0)) : std::nullopt;
}

Result<void> SqlEntries::contexts(RowId after, std::int64_t limit, const store::ContextSink& sink) {
    auto rows = NativeStatement::prepare(
        m_connection, "SELECT id, prompt, messages FROM entry_text WHERE id > ? ORDER BY id LIMIT ?");
    if (!rows) {
        return std::unexpected(rows.error());
    }
    rows->bind(1, after.value);
    rows->bind(2, limit);
    for (;;) {
        auto more = rows->step();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more || !sink(RowId{rows->integer(0)}, rows->text(1), rows->text(2))) {
            return {};
        }
    }
}

Result<std::vector<HistoryItem>> SqlEntries::history(std::optional<RowId> row, std::int64_t limit) {
    std::vector<HistoryItem> out;
    {
        Statement acts(m_connection, actSelect() +
                                         (row ? " WHERE a.id IN (SELECT act FROM act_change WHERE entry = ?)"
                                              : " WHERE ? IS NULL") +
                                         " ORDER BY a.id DESC LIMIT ?");
        acts.bind(row).bind(limit > 0 ? limit : std::int64_t{-1});
        if (auto done = acts.each([&] { out.push_back({.act = actFrom(acts), .changes = {}}); }); !done) {
            return std::unexpected(done.error());
        }
    }
    if (row) {
        for (HistoryItem& item : out) {
            auto changes = changesOf(item.act.id, *row);
            if (!changes) {
                return std::unexpected(changes.error());
            }
            item.changes = std::move(*changes);
        }
    }
    return out;
}

Result<std::vector<Change>> SqlEntries::changesOf(ActId act, RowId row) {
    Statement rows(
        m_connection,
        "SELECT aspect, name, before, after FROM act_change WHERE entry = ? AND act = ? ORDER BY id");
    rows.bind(row).bind(act);
    std::vector<Change> out;
    if (auto done = rows.each([&] {
            out.push_back({.row = row,
                           .aspect = static_cast<Aspect>(rows.integer(0)),
                           .name = rows.text(1),
                           .before = rows.optionalText(2),
                           .after = rows.optionalText(3)});
        });
        !done) {
        return std::unexpected(done.error());
    }
    return out;
}

Result<std::vector<Timestamp>> SqlEntries::recentDecisions(std::string_view operatorName, Timestamp since) {
    // There is no index on the time; the newest ids are near enough to the newest times.
    Statement acts(m_connection,
                   actSelect() +
                       " WHERE a.id IN (SELECT id FROM act WHERE operator = ?t ORDER BY id DESC LIMIT 1000)"
                       " AND a.kind <= 3 AND a.at >= ? AND NOT undone ORDER BY a.id DESC");
    std::vector<Timestamp> out;
    acts.bind(operatorName).bind(since);
    if (auto done = acts.each([&] { out.push_back(actFrom(acts).at); }); !done) {
        return std::unexpected(done.error());
    }
    return out;
}

Result<std::int64_t> SqlEntries::correctedSince(std::string_view operatorName, Timestamp since) {
    Statement statement(m_connection,
                        "SELECT count(*) FROM correction WHERE operator = ?t AND updated_at >= ?");
    auto count = statement.bind(operatorName).bind(since).number();
    return count ? Result<std::int64_t>(count->value_or(0)) : std::unexpected(count.error());
}

} // namespace goldpan::sql
