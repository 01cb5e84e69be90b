// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TagWrites: tags onto rows and off them, with the flag bits in step; inside a write transaction. Owned by
// SqlWrites; same thread.
#pragma once

#include "core/store/sql/kept_statement.h"
#include "core/store/sql/name_ids.h"

#include <span>
#include <string_view>
#include <vector>

namespace goldpan::sql {

class TagWrites {
public:
    explicit TagWrites(Connection& connection);

    [[nodiscard]] Result<bool> has(RowId row, std::string_view tag);
    /// True where the row had not (had) the tag.
    [[nodiscard]] Result<bool> add(RowId row, std::string_view tag);
    [[nodiscard]] Result<bool> remove(RowId row, std::string_view tag);
    /// add() or remove() of all rows; answers those that had not (had) the tag, in ascending order.
    [[nodiscard]] Result<std::vector<RowId>> set(std::span<const RowId> rows, std::string_view tag, bool add);
    /// After a rollback.
    void forget() { m_ids.forget(); }

private:
    using Rows = std::span<const RowId>;

    /// Of rows without a gap; true where all of them were changed, nothing is where one had (had not) the
    /// tag.
    [[nodiscard]] Result<bool> setRun(Rows run, std::string_view tag, bool add);
    [[nodiscard]] Result<void> setList(Rows rows, std::string_view tag, bool add,
                                       std::vector<RowId>& changed);

    NameIds m_ids;
    KeptStatement m_has;
    KeptStatement m_add;
    KeptStatement m_addAll;
    KeptStatement m_remove;
    KeptStatement m_removeAll;
    KeptStatement m_setFlags;
    KeptStatement m_clearFlags;
    KeptStatement m_countRun;
    KeptStatement m_addRun;
    KeptStatement m_removeRun;
    KeptStatement m_setFlagsOfRun;
    KeptStatement m_clearFlagsOfRun;
};

} // namespace goldpan::sql
