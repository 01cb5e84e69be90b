// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/end_reredaction.h"

#include "core/store/sql/index_upkeep.h"
#include "core/store/sql/pending_rules.h"
#include "core/store/sql/room_to_vacuum.h"
#include "core/store/sql/schema.h"
#include "core/store/sql/search_tables.h"
#include "core/store/sql/sql_journal.h"
#include "core/store/sql/statement.h"
#include "core/store/sql/text_walk.h"
#include "core/store/sql/text_writer.h"
#include "core/store/sql/transaction.h"

#include <utility>

namespace goldpan::sql {
namespace {

Result<std::unique_ptr<Connection>> openAlone(const std::string& path) {
    if (auto fine = checkStoreFile(path); !fine) {
        return std::unexpected(fine.error());
    }
    auto alone = Connection::open(path, OpenMode::normal);
    if (!alone) {
        return alone;
    }
    if (auto locked = (*alone)->execute("PRAGMA locking_mode=EXCLUSIVE"); !locked) {
        return std::unexpected(locked.error());
    }
    // Nobody else comes in from the first transaction on.
    auto transaction = Transaction::begin(**alone);
    auto done = transaction ? transaction->commit() : std::unexpected(transaction.error());
    if (!done && done.error().code == ErrorCode::busy) {
        done.error().message = "the last step of the re-redaction needs the store alone, and another program "
                               "has it open; close that one and confirm again: what is done is kept";
    }
    return done ? std::move(alone) : std::unexpected(done.error());
}

Result<std::int64_t> figure(Connection& connection, std::string_view sql) {
    Statement statement(connection, sql);
    const auto value = statement.number();
    return value ? Result<std::int64_t>(value->value_or(0)) : std::unexpected(value.error());
}

Result<void> dropIndex(Connection& connection) {
    const auto there = hasIndexTables(connection);
    if (!there || !*there) {
        return there ? Result<void>{} : std::unexpected(there.error());
    }
    auto abandoned = abandonIndex(connection);
    return abandoned ? dropIndexTables(connection) : abandoned;
}

/// Every page is written anew, the old ones and the log of writes are overwritten or cut off.
Result<void> scrub(Connection& connection) {
    connection.forgetPrepared();
    for (const char* sql : {"PRAGMA secure_delete=ON", "DELETE FROM reredaction_name", "VACUUM"}) {
        if (auto done = connection.execute(sql); !done) {
            return done;
        }
    }
    return {};
}

/// Where there was one when it all began: empty, and whoever builds it next goes on with it.
Result<void> beginIndexAgain(Connection& connection) {
    const auto had = figure(connection, "SELECT had_index FROM reredaction");
    if (!had || *had == 0) {
        return had ? Result<void>{} : std::unexpected(had.error());
    }
    return prepareIndexTables(connection);
}

/// The pages that are still in the log, and none of it left.
Result<void> emptyLog(Connection& connection) {
    connection.forgetPrepared();
    Statement checkpoint(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    const auto blocked = checkpoint.number();
    if (!blocked) {
        return std::unexpected(blocked.error());
    }
    return blocked->value_or(1) == 0
               ? Result<void>{}
               : fail(ErrorCode::busy, "the write-ahead log of the store could not be emptied; confirm again",
                      connection.path());
}

/// The end in the journal: from here on it is done.
Result<void> finishAct(Connection& connection, ActId act, std::int64_t rows) {
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    if (auto done = SqlJournal(connection).finish(act, rows, 0); !done) {
        return done;
    }
    for (const char* sql : {"DELETE FROM reredaction_row", "DELETE FROM reredaction"}) {
        if (auto done = connection.execute(sql); !done) {
            return done;
        }
    }
    return transaction->commit();
}

/// What the whole act did so far, however often it was broken off.
Result<void> addAll(Connection& connection, ActId act, store::ReredactionTally& tally) {
    const std::pair<std::string, std::int64_t*> figures[] = {
        {"SELECT count(*) FROM reredaction_row", &tally.rows},
        {"SELECT fields FROM reredaction", &tally.fields},
        {"SELECT queues FROM reredaction", &tally.queues},
        {"SELECT count(*) FROM act_ended WHERE by = " + std::to_string(act.value), &tally.acts},
    };
    for (const auto& [sql, target] : figures) {
        const auto value = figure(connection, sql);
        if (!value) {
            return std::unexpected(value.error());
        }
        *target = *value;
    }
    return {};
}

/// In shared mode once: the memory that programs share beside the store goes with the last of them.
Result<void> closeCleanly(const std::string& path) {
    auto last = Connection::open(path, OpenMode::normal);
    if (!last) {
        return std::unexpected(last.error());
    }
    const auto read = schemaVersion(**last);
    return read ? Result<void>{} : std::unexpected(read.error());
}

/// All of it that needs room, over what is pending.
Result<store::ReredactionTally> rewriteAlone(Connection& connection, const redact::Redactor& redactor,
                                             ActId act, RoomToVacuum& room) {
    // What others wrote meanwhile, by the rules that they had read.
    TextWriter writer(connection, act, TextWriter::Others::none);
    TextWalk walk(connection, redactor);
    if (auto done = walk.run([&](std::span<const RowEdit> rows) { return writer.write(rows); }, {}, {});
        !done) {
        return std::unexpected(done.error());
    }
    auto tally = writer.tally();
    if (auto dropped = dropIndex(connection); !dropped) {
        return std::unexpected(dropped.error());
    }
    room.measureAgain(connection);
    for (const auto step : {scrub, beginIndexAgain}) {
        if (auto done = step(connection); !done) {
            return std::unexpected(done.error());
        }
    }
    if (auto done = addAll(connection, act, tally); !done) {
        return std::unexpected(done.error());
    }
    // First the log: where it cannot be emptied, old pages are still in the file.
    if (auto done = emptyLog(connection); !done) {
        return std::unexpected(done.error());
    }
    if (auto done = finishAct(connection, act, tally.rows); !done) {
        return std::unexpected(done.error());
    }
    if (auto done = emptyLog(connection); !done) {
        return std::unexpected(done.error());
    }
    return tally;
}

} // namespace

Result<std::optional<store::ReredactionTally>> endReredaction(const std::string& path,
                                                              const redact::Redactor& redactor) {
    std::optional<store::ReredactionTally> out;
    {
        const auto alone = openAlone(path);
        if (!alone) {
            return std::unexpected(alone.error());
        }
        Connection& connection = **alone;
        const auto pending = readPendingRules(connection);
        if (!pending) {
            return std::unexpected(pending.error());
        }
        if (!*pending || !(*pending)->act) {
            return out;
        }
        RoomToVacuum room(connection);
        const auto tally = rewriteAlone(connection, redactor, *(*pending)->act, room);
        if (!tally) {
            return std::unexpected(room.explained(tally.error()));
        }
        out = *tally;
    }
    if (auto closed = closeCleanly(path); !closed) {
        return std::unexpected(closed.error());
    }
    return out;
}

} // namespace goldpan::sql
