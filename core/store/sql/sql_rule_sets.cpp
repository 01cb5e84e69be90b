// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_rule_sets.h"

#include "core/store/sql/statement.h"
#include "core/store/sql/transaction.h"

#include <utility>

namespace goldpan::sql {

Result<std::optional<store::StoredRuleSet>> SqlRuleSets::current() {
    Statement newest(m_connection,
                     "SELECT id, hash, json, set_us, operator FROM rule_set ORDER BY id DESC LIMIT 1");
    const auto found = newest.next();
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!*found) {
        return std::nullopt;
    }
    return store::StoredRuleSet{newest.integer(0), newest.text(1), newest.text(2),
                                Timestamp{newest.integer(3)}, newest.text(4)};
}

Result<std::vector<store::StoredRuleSet>> SqlRuleSets::list() {
    Statement rows(m_connection, "SELECT id, hash, json, set_us, operator FROM rule_set ORDER BY id DESC");
    std::vector<store::StoredRuleSet> out;
    if (auto done = rows.each([&] {
            out.push_back(
                {rows.integer(0), rows.text(1), rows.text(2), Timestamp{rows.integer(3)}, rows.text(4)});
        });
        !done) {
        return std::unexpected(done.error());
    }
    return out;
}

Result<void> SqlRuleSets::set(const store::StoredRuleSet& next, std::optional<std::int64_t> over,
                              const std::function<Result<void>()>& admit) {
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    if (auto admitted = admit ? admit() : Result<void>{}; !admitted) {
        return admitted;
    }
    if (over) {
        Statement newest(m_connection, "SELECT ifnull(max(id), 0) FROM rule_set");
        const auto id = newest.number();
        if (!id) {
            return std::unexpected(id.error());
        }
        if (*id != *over) {
            return fail(
                ErrorCode::conflict,
                "somebody else has changed the store's redaction rules meanwhile; look at them first");
        }
    }
    auto done =
        Statement(m_connection, "INSERT INTO rule_set(hash, json, set_us, operator) VALUES(?t, ?t, ?, ?t)")
            .bind(next.hash)
            .bind(next.json)
            .bind(next.setAt)
            .bind(next.operatorName)
            .run();
    return done ? transaction->commit() : done;
}

} // namespace goldpan::sql
