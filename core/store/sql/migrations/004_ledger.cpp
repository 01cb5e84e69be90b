// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"

namespace goldpan::sql {
namespace {

constexpr const char* kStatements[] = {
    // A batch that went to training, and the model that came out; deployed_* once that model is in use.
    "CREATE TABLE retrain(id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES export_batch(id),"
    " model TEXT NOT NULL, marked_at INTEGER NOT NULL, marked_by TEXT NOT NULL, deployed_at INTEGER,"
    " deployed_by TEXT, reason TEXT, UNIQUE(batch, model))",
    // What the gates said of a candidate, with their whole report as JSON. model is '' where none was named.
    "CREATE TABLE gate_verdict(id INTEGER PRIMARY KEY, model TEXT NOT NULL, verdict TEXT NOT NULL,"
    " report TEXT NOT NULL, at INTEGER NOT NULL, operator TEXT NOT NULL)",
    "CREATE INDEX gate_verdict_model ON gate_verdict(model, id)",
    // Drift windows that were trained on, each by the first retraining that had its rows; others are open.
    "CREATE TABLE trained_drift(drift INTEGER PRIMARY KEY REFERENCES drift_event(id),"
    " retrain INTEGER NOT NULL REFERENCES retrain(id))",

    "CREATE VIEW retrains AS SELECT batch, model,"
    " strftime('%Y-%m-%dT%H:%M:%S', marked_at / 1000000, 'unixepoch') || printf('.%06dZ', marked_at % "
    "1000000) AS marked_at, marked_by,"
    " strftime('%Y-%m-%dT%H:%M:%S', deployed_at / 1000000, 'unixepoch') || printf('.%06dZ', deployed_at % "
    "1000000) AS deployed_at, deployed_by, reason FROM retrain",
    "CREATE VIEW gate_verdicts AS SELECT model, verdict,"
    " strftime('%Y-%m-%dT%H:%M:%S', at / 1000000, 'unixepoch') || printf('.%06dZ', at % 1000000) AS at,"
    " operator, report FROM gate_verdict",
};

} // namespace

Migration migration004() {
    return {4, kStatements};
}

} // namespace goldpan::sql
