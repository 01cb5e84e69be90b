// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_ledger.h"

#include "core/store/sql/statement.h"
#include "core/store/sql/transaction.h"

namespace goldpan::sql {
namespace {

/// Verdicts that no later mark of their model has put out of date; further conditions follow.
constexpr const char* kVerdicts = "SELECT model, verdict, report, at, operator FROM gate_verdict"
                                  " WHERE NOT EXISTS (SELECT 1 FROM retrain"
                                  " WHERE retrain.model = gate_verdict.model AND marked_at > at)";

/// The first row, if there is one.
Result<std::optional<store::GateVerdict>> verdictFrom(Statement& rows) {
    const auto found = rows.next();
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!*found) {
        return std::nullopt;
    }
    return store::GateVerdict{.model = rows.text(0),
                              .verdict = rows.text(1),
                              .report = rows.text(2),
                              .at = Timestamp{rows.integer(3)},
                              .operatorName = rows.text(4)};
}

} // namespace

Result<std::vector<store::Retrain>> SqlLedger::retrains() {
    Statement rows(m_connection, "SELECT batch, model, marked_at, marked_by, deployed_at, deployed_by, reason"
                                 " FROM retrain ORDER BY marked_at, id");
    std::vector<store::Retrain> out;
    if (auto done = rows.each([&] {
            out.push_back({.batch = BatchId{rows.integer(0)},
                           .model = rows.text(1),
                           .markedAt = Timestamp{rows.integer(2)},
                           .markedBy = rows.text(3),
                           .deployedAt = rows.optionalTime(4),
                           .deployedBy = rows.optionalText(5).value_or(""),
                           .reason = rows.optionalText(6).value_or("")});
        });
        !done) {
        return std::unexpected(done.error());
    }
    return out;
}

Result<void> SqlLedger::checkNew(const store::Retrain& retrain) {
    const std::string where = "batch " + std::to_string(retrain.batch.value);
    {
        Statement batch(m_connection, "SELECT 1 FROM export_batch WHERE id = ? AND published");
        const auto found = batch.bind(retrain.batch).number();
        if (!found) {
            return std::unexpected(found.error());
        }
        if (!*found) {
            return fail(ErrorCode::notFound, "the store has exported no such batch", where);
        }
    }
    Statement same(m_connection, "SELECT 1 FROM retrain WHERE batch = ? AND model = ?t");
    const auto found = same.bind(retrain.batch).bind(retrain.model).number();
    if (!found) {
        return std::unexpected(found.error());
    }
    return *found ? fail(ErrorCode::refused, "the batch is marked with that model already", where)
                  : Result<void>{};
}

Result<void> SqlLedger::mark(const store::Retrain& retrain, std::span<const std::int64_t> drifts) {
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    if (auto fresh = checkNew(retrain); !fresh) {
        return fresh;
    }
    std::int64_t id = 0;
    {
        Statement insert(m_connection,
                         "INSERT INTO retrain(batch, model, marked_at, marked_by) VALUES(?, ?t, ?, ?t)");
        insert.bind(retrain.batch).bind(retrain.model).bind(retrain.markedAt).bind(retrain.markedBy);
        if (auto done = insert.run(); !done) {
            return done;
        }
        id = insert.insertedId();
    }
    for (const std::int64_t drift : drifts) {
        // What an earlier retraining closed stays its.
        Statement close(m_connection, "INSERT OR IGNORE INTO trained_drift(drift, retrain) VALUES(?, ?)");
        if (auto done = close.bind(drift).bind(id).run(); !done) {
            return done;
        }
    }
    return transaction->commit();
}

Result<std::int64_t> SqlLedger::deploy(std::string_view model, Timestamp at, std::string_view operatorName,
                                       std::string_view reason, const store::VerdictCheck& check) {
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto newest = newestVerdict(model);
    if (!newest) {
        return std::unexpected(newest.error());
    }
    if (auto may = check(*newest); !may) {
        return std::unexpected(may.error());
    }
    std::int64_t changed = 0;
    {
        Statement update(m_connection, "UPDATE retrain SET deployed_at = ?, deployed_by = ?t, reason = ?t"
                                       " WHERE model = ?t AND deployed_at IS NULL");
        update.bind(at).bind(operatorName).bind(reason).bind(model);
        if (auto done = update.run(); !done) {
            return std::unexpected(done.error());
        }
        changed = update.changed();
    }
    auto done = transaction->commit();
    return done ? Result<std::int64_t>(changed) : std::unexpected(done.error());
}

Result<void> SqlLedger::addVerdict(const store::GateVerdict& verdict) {
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    if (auto done = Statement(m_connection, "INSERT INTO gate_verdict(model, verdict, report, at, operator)"
                                            " VALUES(?t, ?t, ?t, ?, ?t)")
                        .bind(verdict.model)
                        .bind(verdict.verdict)
                        .bind(verdict.report)
                        .bind(verdict.at)
                        .bind(verdict.operatorName)
                        .run();
        !done) {
        return done;
    }
    return transaction->commit();
}

Result<std::optional<store::GateVerdict>> SqlLedger::newestVerdict(std::string_view model) {
    Statement newest(m_connection, std::string(kVerdicts) + " AND model = ?t ORDER BY id DESC LIMIT 1");
    return verdictFrom(newest.bind(model));
}

Result<std::optional<store::GateVerdict>> SqlLedger::lastVerdict() {
    Statement last(m_connection, std::string(kVerdicts) + " AND id = (SELECT max(id) FROM gate_verdict)");
    return verdictFrom(last);
}

Result<void> SqlLedger::batchRows(BatchId batch, const store::BatchRowSink& sink) {
    Statement rows(m_connection, "SELECT e.id, e.ts, m.name FROM export_row x JOIN entry e ON e.id = x.entry"
                                 " JOIN model m ON m.id = e.model WHERE x.batch = ?");
    rows.bind(batch);
    return rows.each([&] { sink(RowId{rows.integer(0)}, rows.optionalTime(1), rows.text(2)); });
}

Result<std::optional<Timestamp>> SqlLedger::firstTime() {
    Statement first(m_connection, "SELECT min(ts) FROM entry");
    const auto found = first.next();
    if (!found) {
        return std::unexpected(found.error());
    }
    return *found ? first.optionalTime(0) : std::nullopt;
}

} // namespace goldpan::sql
