// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_importer.h"

#include "core/store/sql/import_session.h"
#include "core/store/sql/reservoir_rows.h"
#include "core/store/sql/statement.h"
#include "core/store/sql/transaction.h"

#include <string>

namespace goldpan::sql {

Result<std::unique_ptr<store::ImportSession>>
SqlImporter::begin(std::string_view source, std::string_view operatorName, const store::Keeping& keeping) {
    if (m_connection.mode() == OpenMode::build && !m_keys) {
        m_keys = std::make_shared<KeyTable>();
    }
    auto session = std::make_unique<SqlImportSession>(m_connection, source, operatorName, keeping, m_keys);
    if (auto ready = session->open(); !ready) {
        return std::unexpected(ready.error());
    }
    return session;
}

Result<void> SqlImporter::renameSource(std::string_view from, std::string_view to) {
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    for (const char* table : {"bad_line", "sampling_source"}) {
        const std::string sql =
            std::string("UPDATE OR REPLACE ") + table + " SET source = ?t WHERE source = ?t";
        if (auto done = Statement(m_connection, sql).bind(to).bind(from).run(); !done) {
            return done;
        }
    }
    return transaction->commit();
}

Result<void> SqlImporter::countHealthy(std::span<const store::ImportRow> rows,
                                       sampling::Reservoir& reservoir) {
    return countHealthyRows(m_connection, rows, reservoir);
}

Result<void> SqlImporter::settle(sampling::Reservoir& reservoir) {
    if (auto added = addKnownRows(m_connection, reservoir); !added) {
        return added;
    }
    reservoir.settle();
    return {};
}

} // namespace goldpan::sql
