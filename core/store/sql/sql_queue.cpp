// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_queue.h"

#include "core/base/utf8.h"
#include "core/domain/tag.h"
#include "core/store/sql/filter_sql.h"
#include "core/store/sql/given_row.h"
#include "core/store/sql/read_snapshot.h"
#include "core/store/sql/row_tags.h"
#include "core/store/sql/selection.h"
#include "core/store/sql/statement.h"
#include "core/store/sql/stop_guard.h"
#include "core/store/sql/store_place.h"

#include <utility>
#include <variant>

namespace goldpan::sql {
using namespace queue;

Result<void> SqlQueue::select(const QueueQuery& query, const store::IdSink& sink, std::stop_token stop) {
    return Selection(m_connection, query, sink, std::move(stop)).run();
}

Result<std::int64_t> SqlQueue::count(const Filter& filter, std::stop_token stop) {
    if (stop.stop_requested()) {
        return fail(ErrorCode::cancelled, "stopped on request");
    }
    const StopGuard guard(m_connection, stop);
    // What the index knows and the rows it narrows: as of one moment.
    const auto snapshot = ReadSnapshot::beginUnlessInside(m_connection);
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    if (const auto* tag = filter.kind == Filter::Kind::term ? std::get_if<TagTerm>(&filter.term) : nullptr) {
        Statement rows(m_connection, // no row need be looked up for it
                       "SELECT count(*) FROM entry_tag x JOIN tag g ON g.id = x.tag WHERE g.name = ?t");
        const auto tagged = rows.bind(tag->name).number();
        return tagged ? Result<std::int64_t>(tagged->value_or(0)) : std::unexpected(tagged.error());
    }
    auto built = FilterSql::build(m_connection, filter);
    if (!built) {
        return std::unexpected(built.error());
    }
    auto statement = NativeStatement::prepare(m_connection, "SELECT count(*)" + built->from() + " WHERE (" +
                                                                built->where() + ")");
    if (!statement) {
        return std::unexpected(statement.error());
    }
    built->bindTo(*statement);
    auto row = statement->step();
    if (!row) {
        return std::unexpected(row.error());
    }
    return statement->integer(0);
}

Result<std::int64_t> SqlQueue::countIn(std::span<const RowId> ids, const Filter& filter,
                                       std::stop_token stop) {
    const StopGuard guard(m_connection, stop);
    // What the index knows and the rows it narrows: as of one moment.
    const auto snapshot = ReadSnapshot::beginUnlessInside(m_connection);
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    auto asked = GivenRow::prepare(m_connection, filter);
    if (!asked) {
        return std::unexpected(asked.error());
    }
    std::int64_t count = 0;
    for (const RowId id : ids) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        const auto isAdmitted = asked->isAdmitted(id);
        if (!isAdmitted) {
            return std::unexpected(isAdmitted.error());
        }
        count += *isAdmitted ? 1 : 0;
    }
    return count;
}

Result<std::vector<QueueRow>> SqlQueue::rows(std::span<const RowId> ids) {
    // Else each row would be of a moment of its own, which costs a lock, and beside whoever commits all the
    // time also every page that was read for the row before.
    const auto snapshot = ReadSnapshot::beginUnlessInside(m_connection);
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    if (!m_row) {
        auto statement = NativeStatement::prepare(
            m_connection,
            "SELECT e.request_id, e.ts, m.name, e.logprob, e.latency_ms, e.state, e.flags,"
            " EXISTS(SELECT 1 FROM draft d WHERE d.entry = e.id), substr(t.prompt, 1, ?2),"
            " EXISTS(SELECT 1 FROM suggestion s WHERE s.entry = e.id)"
            " FROM entry e JOIN model m ON m.id = e.model JOIN entry_text t ON t.id = e.id WHERE e.id = ?1");
        if (!statement) {
            return std::unexpected(statement.error());
        }
        m_row.emplace(std::move(*statement));
    }
    std::vector<QueueRow> out;
    out.reserve(ids.size());
    for (const RowId id : ids) {
        m_row->bind(1, id.value);
        m_row->bind(2, static_cast<std::int64_t>(kPreviewBytes));
        auto more = m_row->step();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (*more) {
            QueueRow row;
            row.id = id;
            row.requestId = m_row->text(0);
            row.ts = m_row->isNull(1) ? std::nullopt : std::optional(Timestamp{m_row->integer(1)});
            row.modelVersion = m_row->text(2);
            row.logprob = m_row->isNull(3) ? std::nullopt : std::optional(m_row->real(3));
            row.latencyMs = m_row->isNull(4) ? std::nullopt : std::optional(m_row->integer(4));
            row.state = static_cast<ReviewState>(m_row->integer(5));
            row.flags = static_cast<std::uint32_t>(m_row->integer(6));
            row.hasDraft = m_row->integer(7) != 0;
            row.preview = utf8Prefix(m_row->text(8), kPreviewBytes);
            row.hasSuggestion = m_row->integer(9) != 0;
            out.push_back(std::move(row));
        }
        m_row->reset();
    }
    for (QueueRow& row : out) {
        if ((row.flags & FlagTagged) != 0) {
            auto tags = readTags(m_connection, m_tags, row.id);
            if (!tags) {
                return std::unexpected(tags.error());
            }
            row.tags = std::move(*tags);
        }
    }
    return out;
}

Result<std::vector<std::string>> SqlQueue::names(std::string_view sql) {
    Statement rows(m_connection, sql);
    std::vector<std::string> out;
    if (auto done = rows.each([&] { out.push_back(rows.text(0)); }); !done) {
        return std::unexpected(done.error());
    }
    return out;
}

Result<std::vector<std::string>> SqlQueue::tagNames() {
    return names(
        "SELECT name FROM tag WHERE EXISTS(SELECT 1 FROM entry_tag x WHERE x.tag = tag.id) ORDER BY name");
}

Result<std::vector<std::string>> SqlQueue::modelNames() {
    return names("SELECT name FROM model ORDER BY name");
}

Result<std::vector<std::string>> SqlQueue::operatorNames() {
    return names("SELECT DISTINCT operator FROM correction ORDER BY operator");
}

Result<std::int64_t> SqlQueue::dataVersion() {
    if (auto there = checkInPlace(m_connection); !there) {
        return std::unexpected(there.error());
    }
    Statement statement(m_connection, "PRAGMA data_version");
    auto value = statement.number();
    return value ? Result<std::int64_t>(value->value_or(0)) : std::unexpected(value.error());
}

Result<RowId> SqlQueue::newestRow() {
    Statement statement(m_connection, "SELECT max(id) FROM entry");
    auto value = statement.number();
    return value ? Result<RowId>(RowId{value->value_or(0)}) : std::unexpected(value.error());
}

} // namespace goldpan::sql
