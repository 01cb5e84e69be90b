// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/entry_by_id.h"

#include "core/store/sql/entry_columns.h"
#include "core/store/sql/row_tags.h"

#include <string>

namespace goldpan::sql {

Result<std::optional<store::EntryRecord>> EntryById::read(RowId row) {
    if (!m_read) {
        auto statement = NativeStatement::prepare(m_connection, std::string(kEntryColumns) + kEntryTables +
                                                                    " WHERE e.id = ?1");
        if (!statement) {
            return std::unexpected(statement.error());
        }
        m_read.emplace(std::move(*statement));
    }
    m_read->bind(1, row.value);
    auto more = m_read->step();
    if (!more) {
        return std::unexpected(more.error());
    }
    if (!*more) {
        m_read->reset();
        return std::nullopt;
    }
    auto record = entryFrom(*m_read);
    m_read->reset();
    auto tags = readTags(m_connection, m_tags, row);
    if (!tags) {
        return std::unexpected(tags.error());
    }
    record.entry.tags = std::move(*tags);
    return record;
}

} // namespace goldpan::sql
