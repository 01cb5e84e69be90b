// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/name_ids.h"

#include "core/store/sql/statement.h"

namespace goldpan::sql {

NameIds::NameIds(Connection& connection, const char* table)
    : m_connection(connection)
    , m_insert(std::string("INSERT OR IGNORE INTO ") + table + "(name) VALUES(?t)")
    , m_select(std::string("SELECT id FROM ") + table + " WHERE name = ?t") {}

Result<std::int64_t> NameIds::idOf(std::string_view name) {
    const std::string key(name);
    if (const auto known = m_ids.find(key); known != m_ids.end()) {
        return known->second;
    }
    if (auto made = Statement(m_connection, m_insert).bind(name).run(); !made) {
        return std::unexpected(made.error());
    }
    Statement select(m_connection, m_select);
    auto id = select.bind(name).number();
    if (!id) {
        return std::unexpected(id.error());
    }
    m_ids.emplace(key, id->value_or(0));
    return id->value_or(0);
}

} // namespace goldpan::sql
