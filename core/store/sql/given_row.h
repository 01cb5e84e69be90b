// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// GivenRow: asks of one row after the other whether a filter admits it. Owned by a query, inside its
// snapshot.
#pragma once

#include "core/base/ids.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/filter_sql.h"
#include "core/store/sql/native_statement.h"

namespace goldpan::sql {

class GivenRow {
public:
    /// Errors as of FilterSql::build().
    [[nodiscard]] static Result<GivenRow> prepare(Connection& connection, const queue::Filter& filter);

    /// False also where there is no such row.
    [[nodiscard]] Result<bool> isAdmitted(RowId row);

private:
    GivenRow(FilterSql filter, NativeStatement statement);

    FilterSql m_filter; ///< the statement points into it
    NativeStatement m_statement;
};

} // namespace goldpan::sql
