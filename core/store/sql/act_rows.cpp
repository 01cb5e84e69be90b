// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/act_rows.h"

namespace goldpan::sql {

static_assert(static_cast<int>(ActKind::undo) == 11, "kActSelect names the kind by its number");

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
            .undone = row.integer(8) != 0};
}

} // namespace goldpan::sql
