// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlSearchIndex: SearchIndex over SQLite. Owned by SqlStore; same thread.
#pragma once

#include "core/store/search_index.h"
#include "core/store/sql/connection.h"

namespace goldpan::sql {

class SqlSearchIndex final : public store::SearchIndex {
public:
    explicit SqlSearchIndex(Connection& connection)
        : m_connection(connection) {}

    Result<store::IndexStatus> status() override;
    Result<store::IndexReport> build(const store::IndexBuild& how, const ProgressFn& progress,
                                     std::stop_token stop) override;
    Result<void> drop(const ProgressFn& progress, std::stop_token stop) override;

private:
    [[nodiscard]] Result<void> dropAll(const ProgressFn& progress, const std::stop_token& stop);
    /// Whether the tables went from under the work that failed so: another program has dropped the index.
    [[nodiscard]] bool wasDropped(const Error& error);
    [[nodiscard]] Result<store::IndexReport>
    buildAll(const store::IndexBuild& how, const ProgressFn& progress, const std::stop_token& stop);

    Connection& m_connection;
};

} // namespace goldpan::sql
