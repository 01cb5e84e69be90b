// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlImporter: Importer over SQLite. Owned by SqlStore; same thread.
#pragma once

#include "core/store/importer.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/key_table.h"
#include "core/store/sql/sql_followed_files.h"

#include <memory>

namespace goldpan::sql {

class SqlImporter final : public store::Importer {
public:
    explicit SqlImporter(Connection& connection)
        : m_connection(connection)
        , m_followed(connection) {}

    Result<std::unique_ptr<store::ImportSession>>
    begin(std::string_view source, std::string_view operatorName, const store::Keeping& keeping) override;
    [[nodiscard]] std::size_t bytesAtOnce() const override;
    Result<void> renameSource(std::string_view from, std::string_view to) override;
    Result<void> rememberProfile(std::string_view name, std::string_view sha256) override;
    store::FollowedFiles& followedFiles() override { return m_followed; }
    Result<void> countHealthy(std::span<const store::ImportRow> rows,
                              sampling::Reservoir& reservoir) override;
    Result<void> settle(sampling::Reservoir& reservoir) override;
    /// The last that is done to a store that was built.
    [[nodiscard]] Result<void> writeBuiltKeys();

private:
    Connection& m_connection;
    SqlFollowedFiles m_followed;
    std::shared_ptr<KeyTable> m_keys; ///< of a store being built: lives over all its sources
};

} // namespace goldpan::sql
