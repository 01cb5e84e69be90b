// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The act table as values. Functions over the caller's connection.
#pragma once

#include "core/domain/act.h"
#include "core/store/sql/statement.h"

#include <string>

namespace goldpan::sql {

/// SELECT of acts `a` with their end and whether they are undone; callers append WHERE and ORDER BY.
/// Undone is never stored: it is what the newest finished undo or redo of the act says. One that was stopped
/// between its chunks says nothing yet, so that it can be run again.
inline constexpr const char* kActSelect =
    "SELECT a.id, a.at, a.operator, a.kind, a.target, a.detail, z.changed, z.skipped,"
    " ifnull((SELECT u.kind = 11 FROM act u JOIN act_end f ON f.act = u.id WHERE u.target = a.id"
    "  ORDER BY u.id DESC LIMIT 1), 0) AS undone"
    " FROM act a LEFT JOIN act_end z ON z.act = a.id";

[[nodiscard]] Act actFrom(const Statement& row);

} // namespace goldpan::sql
