// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/pending_rules.h"

#include "core/store/sql/statement.h"

namespace goldpan::sql {

Result<std::optional<store::PendingReredaction>> readPendingRules(Connection& connection) {
    using Answer = std::optional<store::PendingReredaction>;
    Statement row(connection, "SELECT hash, rules, at, operator, rows, fields, acts, act,"
                              " (SELECT at FROM act WHERE id = reredaction.act) FROM reredaction");
    const auto more = row.next();
    if (!more) {
        return std::unexpected(more.error());
    }
    if (!*more) {
        return Answer{};
    }
    return Answer(store::PendingReredaction{
        .rulesHash = row.text(0),
        .rules = row.text(1),
        .at = Timestamp{row.integer(2)},
        .operatorName = row.text(3),
        .rows = row.integer(4),
        .fields = row.integer(5),
        .acts = row.integer(6),
        .act = row.isNull(7) ? std::nullopt : std::optional(ActId{row.integer(7)}),
        .confirmedAt = row.isNull(8) ? std::nullopt : std::optional(Timestamp{row.integer(8)})});
}

} // namespace goldpan::sql
