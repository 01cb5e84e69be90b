// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/given_row.h"

#include <string>
#include <utility>

namespace goldpan::sql {

GivenRow::GivenRow(FilterSql filter, NativeStatement statement)
    : m_filter(std::move(filter))
    , m_statement(std::move(statement)) {}

Result<GivenRow> GivenRow::prepare(Connection& connection, const queue::Filter& filter) {
    auto built = FilterSql::build(connection, filter, FilterSql::Of::givenRows);
    if (!built) {
        return std::unexpected(built.error());
    }
    auto statement =
        NativeStatement::prepare(connection, "SELECT 1" + built->from() + " WHERE (" + built->where() +
                                                 ") AND e.id = ?" + std::to_string(built->nextPosition()));
    if (!statement) {
        return std::unexpected(statement.error());
    }
    built->bindTo(*statement);
    return GivenRow(std::move(*built), std::move(*statement));
}

Result<bool> GivenRow::isAdmitted(RowId row) {
    m_statement.bind(m_filter.nextPosition(), row.value);
    auto more = m_statement.step();
    m_statement.reset();
    return more;
}

} // namespace goldpan::sql
