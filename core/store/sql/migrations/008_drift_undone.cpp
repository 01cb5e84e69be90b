// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"

namespace goldpan::sql {
namespace {

constexpr const char* kStatements[] = {
    // Of a drift run: its event, which counts unless a run of it was undone after the last one.
    "ALTER TABLE act ADD COLUMN drift INTEGER REFERENCES drift_event(id)",
    "CREATE INDEX act_drift ON act(drift) WHERE drift IS NOT NULL",
    // The runs of earlier versions name their event in words alone, "2025-06-12T09:30:00.000000Z 1.5h model":
    // by
    // time and width, as numbers, and by the model, which may have been redacted. What fits two is left
    // alone.
    "UPDATE act SET drift = (SELECT CASE count(*) WHEN 1 THEN min(d.id) END FROM drift_event d"
    " WHERE d.ts = strftime('%s', substr(act.detail, 1, 19)) * 1000000 + CAST(substr(act.detail, 21, 6) AS "
    "INTEGER)"
    " AND abs(CAST(substr(act.detail, 29) AS REAL) * 3600000000.0 - d.window_us) < 2"
    " AND CASE d.only_model WHEN 0 THEN substr(act.detail, 29) NOT LIKE '%h %'"
    "  ELSE act.detail LIKE '%h [%' OR substr(act.detail, -length(d.model) - 2) = 'h ' || d.model END)"
    " WHERE kind = 8",
    "DROP VIEW drift_events",
    "CREATE VIEW drift_events AS SELECT"
    " strftime('%Y-%m-%dT%H:%M:%S', (ts - ((ts % 1000000) + 1000000) % 1000000) / 1000000, 'unixepoch')"
    " || printf('.%06dZ', ((ts % 1000000) + 1000000) % 1000000) AS ts,"
    " window_us / 3600000000.0 AS window_hours, model AS model_version, tagged FROM drift_event d"
    " WHERE NOT EXISTS(SELECT 1 FROM act a WHERE a.drift = d.id AND"
    " (SELECT CASE u.kind WHEN 11 THEN u.id END FROM act u JOIN act_end f ON f.act = u.id"
    " WHERE u.target = a.id ORDER BY u.id DESC LIMIT 1)"
    " > (SELECT max(b.id) FROM act b WHERE b.drift = d.id))",
};

} // namespace

Migration migration008() {
    return {8, kStatements};
}

} // namespace goldpan::sql
