// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// EntryById: reads one whole row, its tags included, on statements that it keeps. Owned by whoever reads rows
// one at a time; same thread as its connection, and gone before it.
#pragma once

#include "core/store/entry_reader.h"
#include "core/store/sql/native_statement.h"

#include <optional>

namespace goldpan::sql {

class EntryById {
public:
    explicit EntryById(Connection& connection)
        : m_connection(connection) {}

    /// none where there is no such row, or where its text is missing.
    [[nodiscard]] Result<std::optional<store::EntryRecord>> read(RowId row);

private:
    Connection& m_connection;
    std::optional<NativeStatement> m_read;
    std::optional<NativeStatement> m_tags;
};

} // namespace goldpan::sql
