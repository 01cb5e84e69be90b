// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_upkeep.h"

#include "core/base/database_file.h"
#include "core/base/files.h"
#include "core/store/sql/policy_change.h"
#include "core/store/sql/policy_rows.h"
#include "core/store/sql/read_snapshot.h"
#include "core/store/sql/sampling_rows.h"
#include "core/store/sql/schema.h"
#include "core/store/sql/search_tables.h"
#include "core/store/sql/sql_error.h"
#include "core/store/sql/statement.h"
#include "core/store/sql/stop_guard.h"
#include "core/store/sql/transaction.h"
#include "core/store/sql/value_runs.h"

#include <cstdio>
#include <filesystem>
#include <sqlite3.h>
#include <unistd.h>

namespace goldpan::sql {
namespace {

struct Rule {
    const char* says;
    const char* sql; ///< counts the rows that break it
};

constexpr Rule kRules[] = {
    {"rows without text",
     "SELECT count(*) FROM entry e WHERE NOT EXISTS(SELECT 1 FROM entry_text t WHERE t.id = e.id)"},
    {"texts without a row",
     "SELECT count(*) FROM entry_text t WHERE NOT EXISTS(SELECT 1 FROM entry e WHERE e.id = t.id)"},
    {"request ids stored twice",
     "SELECT count(*) FROM (SELECT 1 FROM entry GROUP BY key_hash, request_id HAVING count(*) > 1)"},
    {"rows in the state corrected without a correction",
     "SELECT count(*) FROM entry e WHERE e.state = 1 AND NOT EXISTS(SELECT 1 FROM correction c WHERE c.entry "
     "= e.id)"},
    {"corrections of rows in another state",
     "SELECT count(*) FROM correction c JOIN entry e ON e.id = c.entry WHERE e.state <> 1"},
    {"rows whose flags disagree with their tags",
     "SELECT count(*) FROM entry e WHERE (e.flags & 30) <> ifnull((SELECT max(16 | CASE g.name WHEN "
     "'drift_window' THEN 2"
     " ELSE 0 END) | max(CASE g.name WHEN 'user_negative' THEN 4 ELSE 0 END) | max(CASE g.name WHEN "
     "'operator_review' THEN 8"
     " ELSE 0 END) FROM entry_tag x JOIN tag g ON g.id = x.tag WHERE x.entry = e.id), 0)"},
    {"rows that were sampled out and are stored too",
     "SELECT count(*) FROM sampled_out s WHERE EXISTS(SELECT 1 FROM row_key k WHERE k.key_hash = s.key_hash)"
     " OR s.key_hash IN (SELECT key_hash FROM new_row_key)"},
    {"rows that are not found by their request id",
     "SELECT count(*) FROM entry e WHERE NOT EXISTS(SELECT 1 FROM row_key k WHERE k.key_hash = e.key_hash "
     "AND "
     "k.entry = e.id)"
     " AND NOT EXISTS(SELECT 1 FROM new_row_key k WHERE k.run = e.id >> 13 AND k.key_hash = e.key_hash AND "
     "k.entry = e.id)"},
    {"held rows that nothing sampled out", "SELECT count(*) FROM held_row h WHERE NOT EXISTS(SELECT 1 FROM "
                                           "sampled_out s WHERE s.key_hash = h.key_hash)"},
    {"rows that stand for less than one", "SELECT count(*) FROM entry WHERE weight < 1"},
    {"rows that stand for more than any log holds", "SELECT count(*) FROM entry WHERE weight > 1e18"},
    {"stretches of rows with values outside their bounds",
     "SELECT count(*) FROM entry_stretch s WHERE EXISTS(SELECT 1 FROM entry e"
     " WHERE e.id BETWEEN s.id * 128 AND s.id * 128 + 127"
     " AND (ifnull(e.ts NOT BETWEEN s.low_ts AND s.high_ts, e.ts IS NOT NULL)"
     " OR ifnull(e.logprob NOT BETWEEN s.low_logprob AND s.high_logprob, e.logprob IS NOT NULL)"
     " OR ifnull(e.latency_ms NOT BETWEEN s.low_latency AND s.high_latency, e.latency_ms IS NOT NULL)))"},
    {"rows of low confidence with a logprob above their bound",
     "SELECT count(*) FROM entry WHERE flags & 1 AND NOT ifnull(logprob <= (SELECT at_most FROM "
     "low_confidence_bound), 0)"},
    {"tags of rows that are not there",
     "SELECT count(*) FROM entry_tag x WHERE NOT EXISTS(SELECT 1 FROM entry e WHERE e.id = x.entry)"},
};

} // namespace

Result<store::Stats> SqlUpkeep::stats() {
    store::Stats out;
    const auto single = [&](const char* sql, std::int64_t& target) -> Result<void> {
        Statement statement(m_connection, sql);
        auto value = statement.number();
        if (!value) {
            return std::unexpected(value.error());
        }
        target = value->value_or(0);
        return {};
    };
    // One moment: figures that add up also while others write.
    auto snapshot = ReadSnapshot::begin(m_connection);
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    const auto read = [&]() -> Result<void> {
        {
            Statement states(m_connection,
                             "SELECT state, count(*) FROM entry WHERE state <> 0 GROUP BY state");
            if (auto done = states.each(
                    [&] { out.byState.at(static_cast<std::size_t>(states.integer(0))) = states.integer(1); });
                !done) {
                return std::unexpected(done.error());
            }
        }
        {
            Statement tags(
                m_connection,
                "SELECT g.name, count(*) FROM entry_tag x JOIN tag g ON g.id = x.tag GROUP BY x.tag");
            if (auto done = tags.each([&] { out.byTag.emplace(tags.text(0), tags.integer(1)); }); !done) {
                return std::unexpected(done.error());
            }
        }
        std::int64_t version = 0;
        const std::pair<const char*, std::int64_t*> counts[] = {
            {"SELECT count(*) FROM entry", &out.rows},
            {"SELECT count(*) FROM correction", &out.corrections},
            {"SELECT count(*) FROM draft", &out.drafts},
            {"SELECT count(*) FROM export_batch WHERE published", &out.batches},
            {"SELECT count(*) FROM bad_line", &out.quarantined},
            {"PRAGMA user_version", &version},
        };
        for (const auto& [sql, target] : counts) {
            if (auto done = single(sql, *target); !done) {
                return done;
            }
        }
        out.schemaVersion = static_cast<int>(version);
        auto index = readIndexStatus(m_connection);
        if (!index) {
            return std::unexpected(index.error());
        }
        out.index = *index;
        return {};
    }();
    if (!read) {
        return std::unexpected(read.error());
    }
    std::int64_t decided = 0;
    for (const auto count : out.byState) {
        decided += count;
    }
    out.byState[0] = out.rows - decided;
    return out;
}

Result<store::SamplingStats> SqlUpkeep::sampling() {
    auto snapshot = ReadSnapshot::begin(m_connection);
    return snapshot ? readSampling(m_connection) : std::unexpected(snapshot.error());
}

Result<std::vector<std::string>> SqlUpkeep::check(std::stop_token stop) {
    const StopGuard guard(m_connection, stop);
    std::vector<std::string> problems;
    for (const char* sql : {"PRAGMA integrity_check", "PRAGMA foreign_key_check"}) {
        Statement rows(m_connection, sql);
        if (auto done = rows.each([&] {
                if (const auto text = rows.text(0); text != "ok") {
                    problems.push_back(std::string(sql).substr(7) + ": " + text);
                }
            });
            !done) {
            return std::unexpected(done.error());
        }
    }
    for (const Rule& rule : kRules) {
        Statement statement(m_connection, rule.sql);
        auto count = statement.number();
        if (!count) {
            return std::unexpected(count.error());
        }
        if (count->value_or(0) != 0) {
            problems.push_back(std::to_string(**count) + " " + rule.says);
        }
    }
    const auto runs = countWrongRuns(m_connection);
    if (!runs) {
        return std::unexpected(runs.error());
    }
    if (*runs != 0) {
        problems.push_back(std::to_string(*runs) + " runs of rows in another order than their values");
    }
    auto index = checkIndex(m_connection);
    if (!index) {
        return std::unexpected(index.error());
    }
    problems.insert(problems.end(), index->begin(), index->end());
    return problems;
}

Result<std::int64_t> SqlUpkeep::backup(const std::string& target, const ProgressFn& progress,
                                       std::stop_token stop) {
    const std::string temp = target + ".tmp-" + std::to_string(::getpid());
    std::error_code ignored;
    if (auto fine = checkReplaceable(target); !fine) {
        return std::unexpected(fine.error());
    }
    if (auto fine = checkNoJournalOfDatabase(target); !fine) {
        return std::unexpected(fine.error());
    }
    if (isSameFile(target, m_connection.path())) {
        return fail(ErrorCode::usage, "a store cannot be copied onto itself", target);
    }
    for (const char* log : {"-wal", "-journal"}) {
        if (std::filesystem::exists(target + log, ignored)) { // SQLite would play it into the copy
            return fail(ErrorCode::refused,
                        "a store of this name is open or was not closed; choose another name for the copy",
                        target + log);
        }
    }
    // A snapshot of its own: the copy would begin again with every write of another program.
    auto snapshot = ReadSnapshot::begin(m_connection);
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    // SQLite leaves its journal where the disk was full.
    const auto removeTemp = [&] {
        std::filesystem::remove(temp, ignored);
        std::filesystem::remove(temp + "-journal", ignored);
    };
    removeTemp();
    sqlite3* copy = nullptr;
    int code = sqlite3_open_v2(temp.c_str(), &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    bool cancelled = false;
    if (code == SQLITE_OK) {
        sqlite3_backup* work = sqlite3_backup_init(copy, "main", m_connection.handle(), "main");
        code = work == nullptr ? sqlite3_extended_errcode(copy) : SQLITE_OK;
        while (work != nullptr && (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) &&
               !cancelled) {
            constexpr int kPages = 512;
            code = sqlite3_backup_step(work, kPages);
            if (progress) {
                const std::int64_t total = sqlite3_backup_pagecount(work);
                progress({.done = total - sqlite3_backup_remaining(work), .total = total, .rows = 0});
            }
            cancelled = stop.stop_requested();
        }
        sqlite3_backup_finish(work);
    }
    sqlite3_close(copy);
    Result<void> done;
    if (cancelled) {
        done = fail(ErrorCode::cancelled, "stopped on request", target);
    } else if (code != SQLITE_DONE) {
        done = std::unexpected(sqliteError(code, sqlite3_errstr(code), target));
    } else {
        done = syncPath(temp);
    }
    if (done && std::rename(temp.c_str(), target.c_str()) != 0) {
        done = std::unexpected(fileError(errno, "writing", target));
    }
    if (!done) {
        removeTemp();
        return std::unexpected(done.error());
    }
    return static_cast<std::int64_t>(std::filesystem::file_size(target, ignored));
}

Result<Policy> SqlUpkeep::policy() {
    return readPolicy(m_connection);
}

Result<std::int64_t> SqlUpkeep::setPolicy(const PolicyTexts& values, const ProgressFn& progress,
                                          std::stop_token stop) {
    return changePolicy(m_connection, values, progress, stop);
}

} // namespace goldpan::sql
