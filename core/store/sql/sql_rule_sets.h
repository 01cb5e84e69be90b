// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlRuleSets: RuleSets over SQLite. Owned by SqlStore; same thread.
#pragma once

#include "core/store/rule_sets.h"
#include "core/store/sql/connection.h"

namespace goldpan::sql {

class SqlRuleSets final : public store::RuleSets {
public:
    explicit SqlRuleSets(Connection& connection)
        : m_connection(connection) {}

    Result<std::optional<store::StoredRuleSet>> current() override;
    Result<std::vector<store::StoredRuleSet>> list() override;
    Result<void> set(const store::StoredRuleSet& next, std::optional<std::int64_t> over,
                     const std::function<Result<void>()>& admit) override;

private:
    Connection& m_connection;
};

} // namespace goldpan::sql
