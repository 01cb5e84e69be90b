// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"

namespace goldpan::sql {
namespace {

constexpr const char* kStatements[] = {
    // Earlier versions took a drift window that no drift event could have; without it the default counts.
    "DELETE FROM policy WHERE key = 'drift_window_hours' AND CAST(value AS REAL) * 3600000000.0 < 1",
};

} // namespace

Migration migration007() {
    return {7, kStatements};
}

} // namespace goldpan::sql
