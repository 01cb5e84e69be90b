// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_writes.h"

#include "core/base/sha256.h"
#include "core/domain/tag.h"
#include "core/store/sql/drift_rows.h"
#include "core/store/sql/kept_statement.h"
#include "core/store/sql/quarantine_rows.h"
#include "core/store/sql/quick_commits.h"
#include "core/store/sql/row_keys.h"
#include "core/store/sql/statement.h"
#include "core/store/sql/transaction.h"
#include "core/store/sql/unchecked_keys.h"
#include "core/store/sql/wal_sync.h"
#include "core/tagging/window_tags.h"

namespace goldpan::sql {

SqlWrites::SqlWrites(Connection& connection)
    : m_connection(connection)
    , m_journal(connection)
    , m_recall(connection)
    , m_tagWrites(connection) {}

Result<void> SqlWrites::transact(const std::function<Result<void>(store::WriteTransaction&)>& work) {
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    m_recall.begin();
    auto done = work(*this);
    if (done) {
        done = transaction->commit();
    }
    if (!done) {
        m_tagWrites.forget();
        m_recall.forget();
    }
    return done;
}

Result<void> SqlWrites::transactPart(const std::function<Result<void>(store::WriteTransaction&)>& work) {
    const QuickCommits quick(m_connection);
    const UncheckedKeys unchecked(
        m_connection); // no act or batch is ever deleted, a tag is looked up by TagWrites
    return transact(work);
}

Result<void> SqlWrites::syncParts() {
    return syncWal(m_connection);
}

void SqlWrites::letOthersIn() {
    m_connection.busyWait().letOthersIn();
}

Result<store::RowStatus> SqlWrites::status(RowId row, std::string_view operatorName) {
    Statement found(m_connection,
                    "SELECT e.state, c.text, c.operator, c.source, c.created_at, c.updated_at, c.pii, d.text"
                    " FROM entry e LEFT JOIN correction c ON c.entry = e.id"
                    " LEFT JOIN draft d ON d.entry = e.id AND d.operator = ?t WHERE e.id = ?");
    auto more = found.bind(operatorName).bind(row).next();
    if (!more) {
        return std::unexpected(more.error());
    }
    if (!*more) {
        return fail(ErrorCode::notFound, "the store has no such row", std::to_string(row.value));
    }
    store::RowStatus out{
        .id = row, .state = static_cast<ReviewState>(found.integer(0)), .draft = found.optionalText(7)};
    if (!found.isNull(1)) {
        out.correction = Correction{.text = found.text(1),
                                    .operatorName = found.text(2),
                                    .source = static_cast<CorrectionSource>(found.integer(3)),
                                    .createdAt = Timestamp{found.integer(4)},
                                    .updatedAt = Timestamp{found.integer(5)},
                                    .pii = found.integer(6) != 0};
    }
    return out;
}

Result<void> SqlWrites::setDecision(RowId row, ReviewState state,
                                    const std::optional<Correction>& correction) {
    const bool pii = correction && correction->pii;
    if (auto done =
            Statement(m_connection, "UPDATE entry SET state = ?, flags = (flags & ~32) | ? WHERE id = ?")
                .bind(static_cast<int>(state))
                .bind(pii ? std::uint32_t{FlagPii} : 0U)
                .bind(row)
                .run();
        !done) {
        return done;
    }
    if (!correction) {
        return Statement(m_connection, "DELETE FROM correction WHERE entry = ?").bind(row).run();
    }
    return Statement(
               m_connection,
               "INSERT OR REPLACE INTO correction(entry, text, operator, source, created_at, updated_at, pii)"
               " VALUES(?, ?t, ?t, ?, ?, ?, ?)")
        .bind(row)
        .bind(correction->text)
        .bind(correction->operatorName)
        .bind(static_cast<int>(correction->source))
        .bind(correction->createdAt)
        .bind(correction->updatedAt)
        .bind(static_cast<int>(pii))
        .run();
}

Result<void> SqlWrites::setDraft(RowId row, std::string_view operatorName,
                                 const std::optional<std::string>& text, Timestamp at) {
    if (!text) {
        return Statement(m_connection, "DELETE FROM draft WHERE entry = ? AND operator = ?t")
            .bind(row)
            .bind(operatorName)
            .run();
    }
    return Statement(m_connection,
                     "INSERT OR REPLACE INTO draft(entry, operator, text, updated_at) VALUES(?, ?t, ?t, ?)")
        .bind(row)
        .bind(operatorName)
        .bind(*text)
        .bind(at)
        .run();
}

Result<bool> SqlWrites::setSuggestion(RowId row, std::string_view text) {
    Statement put(m_connection, "INSERT INTO suggestion(entry, text) VALUES(?, ?t)"
                                " ON CONFLICT(entry) DO UPDATE SET text = excluded.text"
                                " WHERE text <> excluded.text");
    if (auto done = put.bind(row).bind(text).run(); !done) {
        return std::unexpected(done.error());
    }
    return put.changed() > 0;
}

Result<store::RecordedDrift> SqlWrites::recordDrift(const DriftEvent& event) {
    const auto bindTo = [&event](Statement& statement) {
        statement.bind(event.ts)
            .bind(event.windowMicros)
            .bind(event.modelVersion)
            .bind(static_cast<int>(event.onlyThatModel));
    };
    {
        Statement insert(m_connection,
                         "INSERT OR IGNORE INTO drift_event(ts, window_us, model, only_model, tagged)"
                         " VALUES(?, ?, ?t, ?, 0)");
        bindTo(insert);
        if (auto done = insert.run(); !done) {
            return std::unexpected(done.error());
        }
    }
    store::RecordedDrift out;
    bool counts = false;
    {
        Statement select(m_connection,
                         "SELECT d.id, " + driftCounts() +
                             ", EXISTS(SELECT 1 FROM act a WHERE a.drift = d.id) FROM drift_event d"
                             " WHERE ts = ? AND window_us = ? AND model = ?t AND only_model = ?");
        bindTo(select);
        const auto found = select.next();
        if (!found) {
            return std::unexpected(found.error());
        }
        out.id = select.integer(0);
        counts = select.integer(1) != 0;
        out.hasRun = counts && select.integer(2) != 0;
        out.wasUndone = !counts;
    }
    if (!counts) {
        if (auto done = setDriftTagged(out.id, 0); !done) {
            return std::unexpected(done.error());
        }
    }
    return out;
}

Result<void> SqlWrites::setDriftTagged(std::int64_t driftId, std::int64_t tagged) {
    return Statement(m_connection, "UPDATE drift_event SET tagged = ? WHERE id = ?")
        .bind(tagged)
        .bind(driftId)
        .run();
}

Result<bool> SqlWrites::wasFeedbackUndone(RowId row) {
    static_assert(static_cast<int>(Aspect::tag) == 2 && static_cast<int>(ActKind::feedback) == 9 &&
                      static_cast<int>(ActKind::undo) == 11,
                  "the statement below names them");
    Statement last(m_connection,
                   "SELECT u.kind = 11 AND t.kind = 9 FROM act_change c JOIN act u ON u.id = c.act"
                   " LEFT JOIN act t ON t.id = u.target WHERE c.entry = ? AND c.aspect = 2 AND c.name = ?t"
                   " ORDER BY c.id DESC LIMIT 1");
    const auto undone = last.bind(row).bind(kTagUserNegative).number();
    return undone ? Result<bool>(undone->value_or(0) != 0) : std::unexpected(undone.error());
}

Result<store::FeedbackOutcome> SqlWrites::recordFeedback(const FeedbackEvent& event, RowId& row) {
    bool seenBefore = false;
    {
        // IS, not =: an event without a time is the same event when it comes again.
        Statement same(m_connection,
                       "SELECT 1 FROM feedback_event WHERE request_id = ?t AND kind = ? AND ts IS ?");
        auto seen = same.bind(event.requestId).bind(static_cast<int>(event.kind)).bind(event.ts).number();
        if (!seen) {
            return std::unexpected(seen.error());
        }
        seenBefore = seen->has_value();
    }
    const std::uint64_t keyHash = stableHash64(event.requestId);
    std::optional<std::int64_t> id;
    {
        Statement entry(m_connection,
                        "SELECT id FROM entry WHERE id IN " + rowsOfKey("?", "?") + " AND request_id = ?t");
        const auto hash = static_cast<std::int64_t>(keyHash);
        auto found = entry.bind(hash).bind(hash).bind(event.requestId).number();
        if (!found) {
            return std::unexpected(found.error());
        }
        id = *found;
    }
    if (seenBefore) {
        const auto anew = id && tagging::isNegative(event.kind) ? wasFeedbackUndone(RowId{*id}) : false;
        if (!anew) {
            return std::unexpected(anew.error());
        }
        row = RowId{id.value_or(0)};
        return *anew ? store::FeedbackOutcome::again : store::FeedbackOutcome::duplicate;
    }
    if (!id && tagging::isNegative(event.kind)) {
        auto recalled = m_recall.bringIn(keyHash, event.requestId, Recall::Cause::feedback);
        if (!recalled) {
            return std::unexpected(recalled.error());
        }
        id = *recalled ? std::optional((*recalled)->value) : std::nullopt;
    }
    if (auto done = Statement(m_connection,
                              "INSERT INTO feedback_event(request_id, kind, ts, applied) VALUES(?t, ?, ?, ?)")
                        .bind(event.requestId)
                        .bind(static_cast<int>(event.kind))
                        .bind(event.ts)
                        .bind(static_cast<int>(id.has_value()))
                        .run();
        !done) {
        return std::unexpected(done.error());
    }
    row = RowId{id.value_or(0)};
    return id ? store::FeedbackOutcome::fresh : store::FeedbackOutcome::waiting;
}

Result<void> SqlWrites::recall(std::uint64_t keyHash) {
    auto done = m_recall.bringIn(keyHash, {}, Recall::Cause::drift);
    return done ? Result<void>() : std::unexpected(done.error());
}

Result<void> SqlWrites::quarantine(std::string_view source, std::int64_t line, std::string_view reason) {
    const store::QuarantinedLine one{.line = line, .reason = std::string(reason)};
    return putBadLines(m_connection, source, {&one, 1});
}

Result<BatchId> SqlWrites::beginBatch(const store::RecordedBatch& batch, Timestamp at) {
    Statement insert(m_connection, "INSERT INTO export_batch(created_at, format, path, rows, sha256, spec, "
                                   "manifest_sha256, published) VALUES(?, ?t, ?t, ?, ?t, ?t, ?t, 0)");
    insert.bind(at)
        .bind(batch.format)
        .bind(batch.path)
        .bind(batch.rows)
        .bind(batch.sha256)
        .bind(batch.specText)
        .bind(batch.manifestSha256);
    if (auto done = insert.run(); !done) {
        return std::unexpected(done.error());
    }
    return BatchId{insert.insertedId()};
}

Result<void> SqlWrites::addBatchRows(BatchId batch, std::span<const RowId> rows) {
    KeptStatement insert(m_connection, "INSERT INTO export_row(batch, entry) VALUES(?, ?)");
    for (const RowId row : rows) {
        if (auto done = insert.change(batch, row); !done) {
            return std::unexpected(done.error());
        }
    }
    return {};
}

Result<void> SqlWrites::publishBatch(BatchId batch) {
    return Statement(m_connection, "UPDATE export_batch SET published = 1 WHERE id = ?").bind(batch).run();
}

} // namespace goldpan::sql
