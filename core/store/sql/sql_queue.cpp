// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_queue.h"

#include "core/base/utf8.h"
#include "core/domain/tag.h"
#include "core/store/sql/filter_sql.h"
#include "core/store/sql/read_snapshot.h"
#include "core/store/sql/row_tags.h"
#include "core/store/sql/scan_watch.h"
#include "core/store/sql/statement.h"
#include "core/store/sql/stop_guard.h"
#include "core/store/sql/store_place.h"

#include <chrono>

namespace goldpan::sql {
namespace {

using namespace queue;

const char* orderColumn(OrderKey key) {
    switch (key) {
    case OrderKey::log:
        return nullptr;
    case OrderKey::ts:
        return "e.ts";
    case OrderKey::logprob:
        return "e.logprob";
    case OrderKey::latency:
        return "e.latency_ms";
    }
    return nullptr;
}

/// Missing values come last in both directions: the rows that have one are asked first, the others after
/// them. (One ORDER BY with NULLS LAST would have to sort what an index already holds in order.)
std::vector<std::string> orderedPhases(const Order& order) {
    const char* column = orderColumn(order.key);
    if (column == nullptr) {
        return {order.descending ? " ORDER BY e.id DESC" : " ORDER BY e.id"};
    }
    const std::string name = column;
    return {" AND " + name + " IS NOT NULL ORDER BY " + name + (order.descending ? " DESC" : "") + ", e.id",
            " AND " + name + " IS NULL ORDER BY e.id"};
}

std::string fromClause(const FilterSql& filter) {
    return filter.needsText() ? " FROM entry e JOIN entry_text t ON t.id = e.id WHERE ("
                              : " FROM entry e WHERE (";
}

} // namespace

Result<void> SqlQueue::select(const QueueQuery& query, const store::IdSink& sink, std::stop_token stop) {
    constexpr std::size_t kFirstChunk = 256;
    constexpr std::size_t kLaterChunk = 1 << 16;
    constexpr auto kPatience =
        std::chrono::milliseconds(100); // rare hits of a slow search are shown as they come
    using Steady = std::chrono::steady_clock;
    if (stop.stop_requested()) {
        return fail(ErrorCode::cancelled, "stopped on request");
    }
    const StopGuard guard(m_connection, stop);
    auto snapshot = ReadSnapshot::begin(m_connection); // two phases, one moment
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    const bool sorts = query.order.key == OrderKey::logprob || query.order.key == OrderKey::latency;
    auto filter = FilterSql::build(m_connection, query.filter,
                                   sorts ? FilterSql::Of::allRows : FilterSql::Of::firstRows);
    if (!filter) {
        return std::unexpected(filter.error());
    }
    std::vector<RowId> chunk;
    std::size_t target = kFirstChunk;
    auto handedOn = Steady::now();
    bool wantsMore = true;
    const auto handOn = [&] {
        wantsMore = sink(chunk);
        chunk.clear();
        target = kLaterChunk;
        handedOn = Steady::now();
    };
    const auto isDue = [&] { return !chunk.empty() && Steady::now() - handedOn > kPatience; };
    const ScanWatch watch(m_connection, [&] {
        if (isDue()) {
            handOn();
        }
        return wantsMore && !stop.stop_requested();
    });
    std::int64_t left = query.limit > 0 ? query.limit : INT64_MAX;
    // Answers how many rows there were, those among them that were read before.
    const auto read = [&](const std::string& tail, std::int64_t before) -> Result<std::int64_t> {
        auto statement = NativeStatement::prepare(m_connection, "SELECT e.id" + fromClause(*filter) +
                                                                    filter->where() + ")" + tail);
        if (!statement) {
            return std::unexpected(statement.error());
        }
        filter->bindTo(*statement);
        std::int64_t met = 0;
        while (left > 0 && wantsMore) {
            auto more = statement->step();
            if (!more && wantsMore) {
                return std::unexpected(more.error());
            }
            if (!more || !*more) {
                break;
            }
            if (++met <= before) {
                continue;
            }
            chunk.push_back(RowId{statement->integer(0)});
            --left;
            if (chunk.size() >= target || isDue()) {
                if (stop.stop_requested()) {
                    return fail(ErrorCode::cancelled, "stopped on request");
                }
                handOn();
            }
        }
        return met;
    };
    // No index has the order: the first rows are picked out first, which takes no sorting of all the others.
    // A search in texts reads them once.
    bool picksFirst = sorts && !filter->needsText();
    for (const std::string& phase : orderedPhases(query.order)) {
        std::int64_t before = 0;
        if (picksFirst) {
            const auto first = read(phase + " LIMIT " + std::to_string(kFirstChunk), 0);
            if (!first) {
                return std::unexpected(first.error());
            }
            before = *first;
        }
        if (!picksFirst || before == std::int64_t{kFirstChunk}) {
            if (const auto all = read(phase, before); !all) {
                return std::unexpected(all.error());
            }
        }
        picksFirst = false; // rows without the value come in the order of the log
    }
    if (!chunk.empty() && wantsMore) {
        handOn();
    }
    return {};
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
    auto built = FilterSql::build(m_connection, filter);
    if (!built) {
        return std::unexpected(built.error());
    }
    auto statement =
        NativeStatement::prepare(m_connection, "SELECT count(*)" + fromClause(*built) + built->where() + ")");
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
    auto built = FilterSql::build(m_connection, filter, FilterSql::Of::givenRows);
    if (!built) {
        return std::unexpected(built.error());
    }
    auto statement = NativeStatement::prepare(m_connection, "SELECT 1" + fromClause(*built) + built->where() +
                                                                ") AND e.id = ?");
    if (!statement) {
        return std::unexpected(statement.error());
    }
    built->bindTo(*statement);
    std::int64_t count = 0;
    for (const RowId id : ids) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        statement->bind(built->nextPosition(), id.value);
        auto more = statement->step();
        if (!more) {
            return std::unexpected(more.error());
        }
        count += *more ? 1 : 0;
        statement->reset();
    }
    return count;
}

Result<std::vector<QueueRow>> SqlQueue::rows(std::span<const RowId> ids) {
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
