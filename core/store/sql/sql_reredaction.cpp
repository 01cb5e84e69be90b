// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_reredaction.h"

#include "core/store/sql/id_set.h"
#include "core/store/sql/pending_rules.h"
#include "core/store/sql/quick_commits.h"
#include "core/store/sql/room_to_vacuum.h"
#include "core/store/sql/search_tables.h"
#include "core/store/sql/sql_journal.h"
#include "core/store/sql/statement.h"
#include "core/store/sql/text_walk.h"
#include "core/store/sql/text_writer.h"
#include "core/store/sql/transaction.h"

namespace goldpan::sql {

using store::CopyKind;
using store::copyKindName;

namespace {

constexpr std::size_t kShownDigits = 12;

std::string shortHash(const std::string& hash) {
    return hash.substr(0, kShownDigits);
}

std::unexpected<Error> refusedFor(const store::PendingReredaction& other) {
    return fail(ErrorCode::refused,
                other.act ? "the re-redaction with the rules " + shortHash(other.rulesHash) +
                                " is confirmed and not done yet; finish it first"
                          : "the rules " + shortHash(other.rulesHash) +
                                " were previewed and wait for a decision; confirm those, or drop them first");
}

/// The same set, whatever its hash: that covers the versions of the built-in rules too, and a newer program
/// has to be able to finish what an older one began.
bool isSameSet(const store::PendingReredaction& one, const store::PendingReredaction& other) {
    const auto first = redact::RuleSet::fromJson(one.rules);
    const auto second = redact::RuleSet::fromJson(other.rules);
    return first && second ? *first == *second : one.rules == other.rules;
}

std::string detailOf(const std::string& rulesHash) {
    return "rules " + shortHash(rulesHash);
}

/// It is to be there again in the end, however often the work is broken off.
Result<void> noteIndex(Connection& connection) {
    const auto there = hasIndexTables(connection);
    return there ? Statement(connection, "UPDATE reredaction SET had_index = max(had_index, ?)")
                       .bind(static_cast<std::int64_t>(*there))
                       .run()
                 : std::unexpected(there.error());
}

} // namespace

Result<store::ReredactionTally> SqlReredaction::preview(const redact::Redactor& redactor,
                                                        const store::FoundText& found,
                                                        const ProgressFn& progress, std::stop_token stop) {
    store::ReredactionTally tally;
    IdSet rows;
    IdSet acts;
    TextWalk walk(m_connection, redactor);
    const auto walked = walk.run(
        [&](std::span<const RowEdit> edits) -> Result<void> {
            for (const RowEdit& row : edits) {
                tally.counts.add(row.counts);
                for (const TextEdit& edit : row.edits) {
                    tally.add({}, edit.column->field, 1);
                    if (found) {
                        found(edit.column->field, edit.before);
                    }
                }
                tally.queues += row.goes ? row.rows : 0;
                if (row.table->ownerKind != TextOwner::nobody) {
                    (row.table->ownerKind == TextOwner::row ? rows : acts).insert(row.owner);
                }
            }
            return {};
        },
        progress, stop);
    if (!walked) {
        return std::unexpected(walked.error());
    }
    tally.rows = rows.size();
    tally.acts = acts.size();
    return tally;
}

Result<std::optional<store::PendingReredaction>> SqlReredaction::pending() {
    return readPendingRules(m_connection);
}

Result<void> SqlReredaction::put(const store::PendingReredaction& pending) {
    return Statement(m_connection,
                     "INSERT OR REPLACE INTO reredaction(id, hash, rules, at, operator, rows, fields, acts)"
                     " VALUES(1, ?t, ?t, ?, ?t, ?, ?, ?)")
        .bind(pending.rulesHash)
        .bind(pending.rules)
        .bind(pending.at)
        .bind(pending.operatorName)
        .bind(pending.rows)
        .bind(pending.fields)
        .bind(pending.acts)
        .run();
}

Result<std::optional<store::PendingReredaction>>
SqlReredaction::stage(const store::PendingReredaction& pending) {
    using Replaced = std::optional<store::PendingReredaction>;
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto before = readPendingRules(m_connection);
    if (!before) {
        return std::unexpected(before.error());
    }
    if (*before && (*before)->act) {
        return refusedFor(**before);
    }
    auto done = put(pending);
    done = done ? transaction->commit() : done;
    if (!done) {
        return std::unexpected(done.error());
    }
    return *before && !isSameSet(**before, pending) ? *before : Replaced{};
}

Result<std::optional<ActId>> SqlReredaction::doneBy(const std::string& rulesHash) {
    Statement done(m_connection,
                   "SELECT a.id FROM act a JOIN act_end e ON e.act = a.id"
                   " WHERE a.id = (SELECT max(id) FROM act WHERE kind = ?) AND a.detail = ?t"
                   " AND NOT EXISTS(SELECT 1 FROM rule_set WHERE set_us >= a.at AND hash <> ?t)");
    const auto act = done.bind(static_cast<std::int64_t>(ActKind::reredact))
                         .bind(detailOf(rulesHash))
                         .bind(rulesHash)
                         .number();
    if (!act) {
        return std::unexpected(act.error());
    }
    return *act ? std::optional(ActId{**act}) : std::nullopt;
}

Result<bool> SqlReredaction::drop() {
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto before = readPendingRules(m_connection);
    if (!before || !*before) {
        return before ? Result<bool>(false) : std::unexpected(before.error());
    }
    if ((*before)->act) {
        return refusedFor(**before);
    }
    auto done = m_connection.execute("DELETE FROM reredaction");
    done = done ? transaction->commit() : done;
    return done ? Result<bool>(true) : std::unexpected(done.error());
}

Result<void> SqlReredaction::adopt(const store::PendingReredaction& confirmed, ActId act) {
    auto done = Statement(m_connection, "UPDATE reredaction SET hash = ?t, rules = ?t")
                    .bind(confirmed.rulesHash)
                    .bind(confirmed.rules)
                    .run();
    return done ? Statement(m_connection, "UPDATE act SET detail = ?t WHERE id = ?")
                      .bind(detailOf(confirmed.rulesHash))
                      .bind(act)
                      .run()
                : done;
}

Result<ActId> SqlReredaction::begin(const store::PendingReredaction& confirmed) {
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto before = readPendingRules(m_connection);
    if (!before) {
        return std::unexpected(before.error());
    }
    if (*before && !isSameSet(**before, confirmed)) {
        return refusedFor(**before);
    }
    if (*before && (*before)->act) {
        const ActId act = *(*before)->act;
        auto adopted = (*before)->rulesHash == confirmed.rulesHash ? Result<void>() : adopt(confirmed, act);
        adopted = adopted ? noteIndex(m_connection) : adopted;
        adopted = adopted ? transaction->commit() : adopted;
        return adopted ? Result<ActId>(act) : std::unexpected(adopted.error());
    }
    const auto act = SqlJournal(m_connection)
                         .begin({.id = {},
                                 .at = confirmed.at,
                                 .operatorName = confirmed.operatorName,
                                 .kind = ActKind::reredact,
                                 .target = {},
                                 .detail = detailOf(confirmed.rulesHash)});
    if (!act) {
        return act;
    }
    auto counted = *before ? **before : confirmed; // who previewed it, and when
    counted.rulesHash = confirmed.rulesHash;
    counted.rules = confirmed.rules;
    counted.fields = 0;
    if (auto done = put(counted); !done) {
        return std::unexpected(done.error());
    }
    if (auto done = noteIndex(m_connection); !done) {
        return std::unexpected(done.error());
    }
    if (auto done = Statement(m_connection, "UPDATE reredaction SET act = ?").bind(*act).run(); !done) {
        return std::unexpected(done.error());
    }
    if (auto done = transaction->commit(); !done) {
        return std::unexpected(done.error());
    }
    return act;
}

Result<store::ReredactionTally> SqlReredaction::rewrite(const redact::Redactor& redactor,
                                                        const ProgressFn& progress, std::stop_token stop) {
    const auto pending = readPendingRules(m_connection);
    if (!pending) {
        return std::unexpected(pending.error());
    }
    if (!*pending || !(*pending)->act) {
        return fail(ErrorCode::refused, "no re-redaction is confirmed");
    }
    const RoomToVacuum room(m_connection);
    const QuickCommits quick(m_connection);
    TextWriter writer(m_connection, *(*pending)->act, TextWriter::Others::maybe);
    TextWalk walk(m_connection, redactor);
    const auto walked =
        walk.run([&](std::span<const RowEdit> rows) { return writer.write(rows); }, progress, stop);
    if (!walked && walked.error().code == ErrorCode::cancelled) {
        return fail(ErrorCode::cancelled,
                    "stopped on request; what was redacted is kept, confirm it again to "
                    "finish");
    }
    return walked ? Result<store::ReredactionTally>(writer.tally())
                  : std::unexpected(room.explained(walked.error()));
}

Result<std::vector<store::OldCopy>> SqlReredaction::oldCopies() {
    std::vector<store::OldCopy> out;
    Statement rows(m_connection,
                   "SELECT path, at, NULL, kind, bytes > 0 FROM backup UNION ALL"
                   " SELECT path, created_at, id, 'export', 1 FROM export_batch WHERE published ORDER BY 2");
    auto done = rows.each([&] {
        const auto kind = rows.text(3);
        auto& copy = out.emplace_back();
        for (const auto each : {CopyKind::backup, CopyKind::corrections, CopyKind::batch}) {
            copy.kind = copyKindName(each) == kind ? each : copy.kind;
        }
        copy.path = rows.text(0);
        copy.at = Timestamp{rows.integer(1)};
        copy.batch = rows.isNull(2) ? std::nullopt : std::optional(BatchId{rows.integer(2)});
        copy.isComplete = rows.integer(4) != 0;
    });
    return done ? Result<std::vector<store::OldCopy>>(std::move(out)) : std::unexpected(done.error());
}

Result<std::int64_t> SqlReredaction::beginCopy(CopyKind kind, std::string_view path, Timestamp at) {
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    auto done = Statement(m_connection, "INSERT INTO backup(at, path, bytes, kind) VALUES(?, ?t, 0, ?t)")
                    .bind(at)
                    .bind(path)
                    .bind(copyKindName(kind))
                    .run();
    if (!done) {
        return std::unexpected(done.error());
    }
    const auto number = Statement(m_connection, "SELECT last_insert_rowid()").number();
    done = number ? transaction->commit() : std::unexpected(number.error());
    return done ? Result<std::int64_t>(number->value_or(0)) : std::unexpected(done.error());
}

Result<void> SqlReredaction::endCopy(std::int64_t number, std::int64_t bytes) {
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    auto done =
        Statement(m_connection, "UPDATE backup SET bytes = ? WHERE id = ?").bind(bytes).bind(number).run();
    return done ? transaction->commit() : done;
}

Result<void> SqlReredaction::forgetCopy(std::int64_t number) {
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    auto done = Statement(m_connection, "DELETE FROM backup WHERE id = ?").bind(number).run();
    return done ? transaction->commit() : done;
}

} // namespace goldpan::sql
