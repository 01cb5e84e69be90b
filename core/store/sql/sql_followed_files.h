// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlFollowedFiles: FollowedFiles over SQLite. Owned by SqlImporter; same thread.
#pragma once

#include "core/store/followed_files.h"
#include "core/store/sql/connection.h"

namespace goldpan::sql {

class SqlFollowedFiles final : public store::FollowedFiles {
public:
    explicit SqlFollowedFiles(Connection& connection)
        : m_connection(connection) {}

    Result<std::optional<std::vector<store::FollowedFileRecord>>> filesOf(std::string_view log) override;
    Result<std::vector<store::FollowedFileRecord>> recordsOf(std::int64_t device,
                                                             std::int64_t inode) override;
    Result<void> follow(std::string_view log, const std::vector<store::FollowedFileRecord>& passed) override;
    Result<void> put(std::string_view log, const store::FollowedFileRecord& file) override;
    Result<void> replace(std::string_view log, const std::vector<store::FollowedFileRecord>& before,
                         const std::vector<store::FollowedFileRecord>& now) override;
    Result<bool> hasAnyOf(std::string_view source) override;

private:
    [[nodiscard]] Result<void> write(std::string_view log, const store::FollowedFileRecord& file);

    Connection& m_connection;
};

} // namespace goldpan::sql
