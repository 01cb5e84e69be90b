// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/kept_statement.h"

#include <sqlite3.h>

namespace goldpan::sql {

Result<void> KeptStatement::prepare() {
    if (m_statement) {
        return {};
    }
    auto prepared = NativeStatement::prepare(m_connection, m_sql);
    if (!prepared) {
        return std::unexpected(prepared.error());
    }
    m_statement.emplace(std::move(*prepared));
    return {};
}

std::int64_t KeptStatement::changed() const {
    return sqlite3_changes64(m_connection.handle());
}

} // namespace goldpan::sql
