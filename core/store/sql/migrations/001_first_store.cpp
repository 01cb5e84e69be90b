// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"

namespace goldpan::sql {
namespace {

// Narrow rows for the queue, long text apart. Times are microseconds UTC, flags are RowFlag bits, state is
// ReviewState, kind and aspect are those of core/domain/act.h.
constexpr const char* kStatements[] = {
    "CREATE TABLE model(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    "CREATE TABLE tag(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    "CREATE TABLE entry(id INTEGER PRIMARY KEY, key_hash INTEGER NOT NULL, request_id TEXT NOT NULL, ts "
    "INTEGER,"
    " model INTEGER NOT NULL, latency_ms INTEGER, logprob REAL, user_id_hash TEXT,"
    " state INTEGER NOT NULL, flags INTEGER NOT NULL)",
    "CREATE TABLE entry_text(id INTEGER PRIMARY KEY, prompt TEXT NOT NULL, response TEXT NOT NULL, messages "
    "TEXT,"
    " output TEXT, tools TEXT, feedback TEXT, meta TEXT)",
    "CREATE TABLE entry_tag(tag INTEGER NOT NULL REFERENCES tag(id), entry INTEGER NOT NULL, PRIMARY "
    "KEY(tag, entry))"
    " WITHOUT ROWID",
    "CREATE INDEX entry_tag_entry ON entry_tag(entry, tag)",
    "CREATE TABLE correction(entry INTEGER PRIMARY KEY REFERENCES entry(id), text TEXT NOT NULL, operator "
    "TEXT NOT NULL,"
    " source INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, pii INTEGER NOT "
    "NULL)",
    "CREATE INDEX correction_operator ON correction(operator, updated_at)",
    "CREATE TABLE draft(entry INTEGER NOT NULL REFERENCES entry(id), operator TEXT NOT NULL, text TEXT NOT "
    "NULL,"
    " updated_at INTEGER NOT NULL, PRIMARY KEY(entry, operator))",
    "CREATE TABLE act(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, operator TEXT NOT NULL, kind INTEGER NOT "
    "NULL,"
    " target INTEGER REFERENCES act(id), detail TEXT NOT NULL)",
    "CREATE INDEX act_operator ON act(operator, id)",
    "CREATE INDEX act_target ON act(target, id) WHERE target IS NOT NULL",
    "CREATE TABLE act_end(act INTEGER PRIMARY KEY REFERENCES act(id), changed INTEGER NOT NULL, skipped "
    "INTEGER NOT NULL)",
    "CREATE TABLE act_change(id INTEGER PRIMARY KEY, act INTEGER NOT NULL REFERENCES act(id), entry INTEGER "
    "NOT NULL,"
    " aspect INTEGER NOT NULL, name TEXT NOT NULL, before TEXT, after TEXT)",
    "CREATE INDEX act_change_act ON act_change(act)",
    "CREATE INDEX act_change_entry ON act_change(entry, act)",
    "CREATE TABLE drift_event(id INTEGER PRIMARY KEY, ts INTEGER NOT NULL, window_us INTEGER NOT NULL, model "
    "TEXT NOT NULL,"
    " only_model INTEGER NOT NULL, tagged INTEGER NOT NULL, UNIQUE(ts, window_us, model, only_model))",
    "CREATE TABLE feedback_event(id INTEGER PRIMARY KEY, request_id TEXT NOT NULL, kind INTEGER NOT NULL, ts "
    "INTEGER,"
    " applied INTEGER NOT NULL)",
    "CREATE INDEX feedback_event_request ON feedback_event(request_id)",
    "CREATE INDEX feedback_event_waiting ON feedback_event(request_id) WHERE applied = 0",
    "CREATE TABLE export_batch(id INTEGER PRIMARY KEY, created_at INTEGER NOT NULL, format TEXT NOT NULL, "
    "path TEXT NOT NULL,"
    " rows INTEGER NOT NULL, sha256 TEXT NOT NULL, spec TEXT NOT NULL, published INTEGER NOT NULL)",
    "CREATE TABLE export_row(batch INTEGER NOT NULL REFERENCES export_batch(id), entry INTEGER NOT NULL,"
    " PRIMARY KEY(batch, entry)) WITHOUT ROWID",
    "CREATE TABLE bad_line(source TEXT NOT NULL, line INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY "
    "KEY(source, line))"
    " WITHOUT ROWID",
    "CREATE TABLE policy(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",

    // The public views: an interface, never renamed, readable by a plain sqlite3.
    "CREATE VIEW log_entries AS SELECT e.request_id,"
    " strftime('%Y-%m-%dT%H:%M:%S', (e.ts - ((e.ts % 1000000) + 1000000) % 1000000) / 1000000, 'unixepoch')"
    " || printf('.%06dZ', ((e.ts % 1000000) + 1000000) % 1000000) AS ts,"
    " m.name AS model_version, t.prompt, t.response, e.latency_ms, e.user_id_hash, e.logprob AS "
    "response_logprob,"
    " (SELECT json_group_array(name) FROM (SELECT g.name FROM entry_tag x JOIN tag g ON g.id = x.tag"
    "  WHERE x.entry = e.id ORDER BY g.name)) AS tags,"
    " CASE e.state WHEN 0 THEN 'unreviewed' WHEN 1 THEN 'corrected' WHEN 2 THEN 'accepted' WHEN 3 THEN "
    "'discarded'"
    "  ELSE 'deferred' END AS review_state,"
    " t.messages, t.output"
    " FROM entry e JOIN model m ON m.id = e.model JOIN entry_text t ON t.id = e.id",
    "CREATE VIEW gold_corrections AS SELECT e.request_id, c.text AS corrected, c.operator,"
    " CASE c.source WHEN 0 THEN 'operator' ELSE 'model' END AS source,"
    " strftime('%Y-%m-%dT%H:%M:%S', c.created_at / 1000000, 'unixepoch') || printf('.%06dZ', c.created_at % "
    "1000000) AS created_at,"
    " strftime('%Y-%m-%dT%H:%M:%S', c.updated_at / 1000000, 'unixepoch') || printf('.%06dZ', c.updated_at % "
    "1000000) AS updated_at"
    " FROM correction c JOIN entry e ON e.id = c.entry",
    "CREATE VIEW drift_events AS SELECT"
    " strftime('%Y-%m-%dT%H:%M:%S', (ts - ((ts % 1000000) + 1000000) % 1000000) / 1000000, 'unixepoch')"
    " || printf('.%06dZ', ((ts % 1000000) + 1000000) % 1000000) AS ts,"
    " window_us / 3600000000.0 AS window_hours, model AS model_version, tagged FROM drift_event",
    "CREATE VIEW feedback_events AS SELECT request_id,"
    " CASE kind WHEN 0 THEN 'thumbs_down' WHEN 1 THEN 'regenerate' WHEN 2 THEN 'report' ELSE 'thumbs_up' END "
    "AS kind,"
    " strftime('%Y-%m-%dT%H:%M:%S', (ts - ((ts % 1000000) + 1000000) % 1000000) / 1000000, 'unixepoch')"
    " || printf('.%06dZ', ((ts % 1000000) + 1000000) % 1000000) AS ts, applied FROM feedback_event",
    "CREATE VIEW export_batches AS SELECT id,"
    " strftime('%Y-%m-%dT%H:%M:%S', created_at / 1000000, 'unixepoch') || printf('.%06dZ', created_at % "
    "1000000) AS created_at,"
    " format, path, rows, sha256 FROM export_batch WHERE published",
    "CREATE VIEW quarantine AS SELECT source, line, reason FROM bad_line",
};

constexpr const char* kEntryIndexes[] = {
    "CREATE INDEX entry_ts ON entry(ts)",
    // All presets of unreviewed rows; 15 = low confidence, drift, negative, marked (never a literal
    // threshold). Their values beside them, so that the first by logprob or latency are picked out of the
    // index alone: an index in that order would be written all over by an import.
    "CREATE INDEX entry_flagged ON entry(ts, id, flags, state, logprob, latency_ms)"
    " WHERE state = 0 AND (flags & 15) <> 0",
    "CREATE INDEX entry_decided ON entry(state, ts) WHERE state <> 0",
};

} // namespace

Migration migration001() {
    return {1, kStatements};
}

std::span<const char* const> entryIndexes() {
    return kEntryIndexes;
}

} // namespace goldpan::sql
