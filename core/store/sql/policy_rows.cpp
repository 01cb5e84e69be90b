// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/policy_rows.h"

#include "core/store/sql/statement.h"

namespace goldpan::sql {

Result<Policy> readPolicy(Connection& connection) {
    Statement rows(connection, "SELECT key, value FROM policy");
    PolicyTexts texts;
    if (auto done = rows.each([&] { texts.emplace(rows.text(0), rows.text(1)); }); !done) {
        return std::unexpected(done.error());
    }
    return policyFromTexts(texts);
}

} // namespace goldpan::sql
