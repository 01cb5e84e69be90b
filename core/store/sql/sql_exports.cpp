// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_exports.h"

#include "core/domain/tag.h"
#include "core/store/sql/entry_columns.h"
#include "core/store/sql/filter_sql.h"
#include "core/store/sql/read_snapshot.h"
#include "core/store/sql/row_tags.h"
#include "core/store/sql/statement.h"
#include "core/store/sql/stop_guard.h"

namespace goldpan::sql {
namespace {

const char* clauseOf(store::ScanScope scope) {
    switch (scope) {
    case store::ScanScope::corrected:
        return " AND e.state = 1";
    case store::ScanScope::taggedUncorrected:
        return " AND (e.flags & 16) <> 0 AND e.state <> 1";
    case store::ScanScope::taggedOrDecided:
        return " AND ((e.flags & 16) <> 0 OR e.state IN (1, 2))";
    case store::ScanScope::all:
        break;
    }
    return "";
}

/// What taggedUncorrected counts of all rows, out of the keys of the tags and of the corrections: the rows
/// themselves lie on so many pages that reading them cost more than the rest of an export.
constexpr const char* kTaggedUncorrected =
    "SELECT (SELECT count(*) FROM (SELECT DISTINCT entry FROM entry_tag)) -"
    " (SELECT count(*) FROM correction c WHERE EXISTS (SELECT 1 FROM entry_tag t WHERE t.entry = c.entry))";

/// Whole rows in the order of the log. Where an index finds them their numbers alone are sorted: rows with
/// their texts would go through a file of the size of all of them before the first one is there.
std::string scanned(const FilterSql& filter, store::ScanScope scope) {
    const std::string where = " WHERE (" + filter.where() + ")" + clauseOf(scope);
    if (filter.foundBy() == FilterSql::By::all && filter.times() == TimeRange{}) {
        return scope == store::ScanScope::corrected
                   ? std::string(kEntryColumns) + kCorrectedTables + where + " ORDER BY c.entry"
                   : std::string(kEntryColumns) + kEntryTables + where + " ORDER BY e.id";
    }
    return std::string(kEntryColumns) + " FROM (SELECT e.id AS row FROM entry e" +
           (filter.needsText() ? " JOIN entry_text t ON t.id = e.id" : "") + where +
           // with a limit, else SQLite makes one statement of both and sorts whole rows again
           " ORDER BY e.id LIMIT -1) k CROSS JOIN entry e ON e.id = k.row CROSS JOIN model m ON m.id = "
           "e.model"
           " CROSS JOIN entry_text t ON t.id = e.id LEFT JOIN correction c ON c.entry = e.id";
}

} // namespace

Result<void> SqlExports::scan(const queue::Filter& filter, store::ScanScope scope,
                              const std::function<Result<void>(store::EntryRecord&&)>& sink,
                              std::stop_token stop) {
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
    auto rows = NativeStatement::prepare(m_connection, scanned(*built, scope));
    if (!rows) {
        return std::unexpected(rows.error());
    }
    built->bindTo(*rows);
    std::optional<NativeStatement> tagStatement;
    for (;;) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        auto more = rows->step();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            return {};
        }
        auto record = entryFrom(*rows);
        if ((record.flags & FlagTagged) != 0) {
            auto tags = readTags(m_connection, tagStatement, record.id);
            if (!tags) {
                return std::unexpected(tags.error());
            }
            record.entry.tags = std::move(*tags);
        }
        if (auto taken = sink(std::move(record)); !taken) {
            return taken;
        }
    }
}

Result<std::int64_t> SqlExports::count(const queue::Filter& filter, store::ScanScope scope,
                                       std::stop_token stop) {
    if (stop.stop_requested()) {
        return fail(ErrorCode::cancelled, "stopped on request");
    }
    const StopGuard guard(m_connection, stop);
    const auto snapshot = ReadSnapshot::beginUnlessInside(m_connection);
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    auto built = FilterSql::build(m_connection, filter);
    if (!built) {
        return std::unexpected(built.error());
    }
    const bool isOfKeys =
        scope == store::ScanScope::taggedUncorrected && filter.kind == queue::Filter::Kind::all;
    auto rows =
        NativeStatement::prepare(m_connection, isOfKeys ? std::string(kTaggedUncorrected)
                                                        : "SELECT count(*)" + built->from() + " WHERE (" +
                                                              built->where() + ")" + clauseOf(scope));
    if (!rows) {
        return std::unexpected(rows.error());
    }
    built->bindTo(*rows);
    if (auto found = rows->step(); !found) {
        return std::unexpected(found.error());
    }
    return rows->integer(0);
}

Result<void> SqlExports::atOneMoment(const std::function<Result<void>()>& work) {
    const auto snapshot = ReadSnapshot::beginUnlessInside(m_connection);
    return snapshot ? work() : std::unexpected(snapshot.error());
}

Result<void> SqlExports::corrections(
    const std::function<Result<void>(const std::string& requestId, const Correction& correction)>& sink) {
    auto rows = NativeStatement::prepare(
        m_connection, "SELECT e.request_id, c.text, c.operator, c.source, c.created_at, c.updated_at, c.pii"
                      " FROM correction c JOIN entry e ON e.id = c.entry ORDER BY c.entry");
    if (!rows) {
        return std::unexpected(rows.error());
    }
    for (;;) {
        auto more = rows->step();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            return {};
        }
        const Correction correction{.text = std::string(rows->text(1)),
                                    .operatorName = std::string(rows->text(2)),
                                    .source = static_cast<CorrectionSource>(rows->integer(3)),
                                    .createdAt = Timestamp{rows->integer(4)},
                                    .updatedAt = Timestamp{rows->integer(5)},
                                    .pii = rows->integer(6) != 0};
        if (auto taken = sink(std::string(rows->text(0)), correction); !taken) {
            return taken;
        }
    }
}

Result<std::vector<store::BatchRecord>> SqlExports::batches() {
    Statement rows(m_connection, "SELECT id, created_at, format, path, rows, sha256, spec,"
                                 " coalesce(manifest_sha256, '') FROM export_batch WHERE published ORDER BY "
                                 "id");
    std::vector<store::BatchRecord> out;
    if (auto done = rows.each([&] {
            out.push_back({.id = BatchId{rows.integer(0)},
                           .createdAt = Timestamp{rows.integer(1)},
                           .format = rows.text(2),
                           .path = rows.text(3),
                           .rows = rows.integer(4),
                           .sha256 = rows.text(5),
                           .specText = rows.text(6),
                           .manifestSha256 = rows.text(7)});
        });
        !done) {
        return std::unexpected(done.error());
    }
    return out;
}

Result<std::optional<bool>> SqlExports::isPublished(BatchId batch, const std::string& manifestSha256) {
    Statement row(m_connection, "SELECT published FROM export_batch WHERE id = ? AND manifest_sha256 = ?t");
    const auto more = row.bind(batch).bind(manifestSha256).next();
    if (!more) {
        return std::unexpected(more.error());
    }
    return *more ? std::optional(row.integer(0) != 0) : std::nullopt;
}

Result<std::map<std::string, std::set<std::string>>> SqlExports::profiles() {
    Statement rows(m_connection, "SELECT name, sha256 FROM import_profile");
    std::map<std::string, std::set<std::string>> out;
    if (auto done = rows.each([&] { out[rows.text(0)].insert(rows.text(1)); }); !done) {
        return std::unexpected(done.error());
    }
    return out;
}

} // namespace goldpan::sql
