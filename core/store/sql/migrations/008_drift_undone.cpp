// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"

namespace goldpan::sql {
namespace {

constexpr const char* kStatements[] = {
    // Of a drift run: its event, which counts while a run of it is not undone.
    "ALTER TABLE act ADD COLUMN drift INTEGER REFERENCES drift_event(id)",
    "CREATE INDEX act_drift ON act(drift) WHERE drift IS NOT NULL",
    // The runs of earlier versions name their event in words only; two that are told in the same words are
    // left
    // alone.
    "UPDATE act SET drift = (SELECT CASE count(*) WHEN 1 THEN min(d.id) END FROM drift_event d WHERE "
    "act.detail ="
    " strftime('%Y-%m-%dT%H:%M:%S', (d.ts - ((d.ts % 1000000) + 1000000) % 1000000) / 1000000, 'unixepoch')"
    " || printf('.%06dZ ', ((d.ts % 1000000) + 1000000) % 1000000)"
    " || CASE d.window_us % 3600000000 WHEN 0 THEN d.window_us / 3600000000 ELSE d.window_us / 3600000000.0 "
    "END"
    " || 'h' || CASE d.only_model WHEN 0 THEN '' ELSE ' ' || d.model END) WHERE kind = 8",
    "DROP VIEW drift_events",
    "CREATE VIEW drift_events AS SELECT"
    " strftime('%Y-%m-%dT%H:%M:%S', (ts - ((ts % 1000000) + 1000000) % 1000000) / 1000000, 'unixepoch')"
    " || printf('.%06dZ', ((ts % 1000000) + 1000000) % 1000000) AS ts,"
    " window_us / 3600000000.0 AS window_hours, model AS model_version, tagged FROM drift_event d"
    " WHERE NOT EXISTS(SELECT 1 FROM act a WHERE a.drift = d.id) OR EXISTS(SELECT 1 FROM act a WHERE a.drift "
    "= d.id"
    "  AND NOT ifnull((SELECT u.kind = 11 FROM act u JOIN act_end f ON f.act = u.id WHERE u.target = a.id"
    "   ORDER BY u.id DESC LIMIT 1), 0))",
};

} // namespace

Migration migration008() {
    return {8, kStatements};
}

} // namespace goldpan::sql
