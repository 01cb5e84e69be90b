// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/act_rows.h"

namespace goldpan::sql {

static_assert(static_cast<int>(ActKind::undo) == 11, "the expressions below name the kind by its number");

std::string actUndone() {
    return "(" + actUndoneBy() + " IS NOT NULL)";
}

std::string actUndoneBy() {
    return "(SELECT CASE u.kind WHEN 11 THEN u.id END FROM act u JOIN act_end f ON f.act = u.id"
           " WHERE u.target = a.id ORDER BY u.id DESC LIMIT 1)";
}

std::string actSelect() {
    return "SELECT a.id, a.at, a.operator, a.kind, a.target, a.detail, z.changed, z.skipped, " + actUndone() +
           " AS undone, (SELECT x.by FROM act_ended x WHERE x.act = a.id) FROM act a"
           " LEFT JOIN act_end z ON z.act = a.id";
}

Act actFrom(const Statement& row) {
    return {.id = ActId{row.integer(0)},
            .at = Timestamp{row.integer(1)},
            .operatorName = row.text(2),
            .kind = static_cast<ActKind>(row.integer(3)),
            .target = ActId{row.integer(4)},
            .detail = row.text(5),
            .changed = row.integer(6),
            .skipped = row.integer(7),
            .finished = !row.isNull(6),
            .undone = row.integer(8) != 0,
            .reredactedBy = ActId{row.integer(9)}};
}

} // namespace goldpan::sql
