// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlSavedQueues: SavedQueues over SQLite. Owned by SqlStore; same thread.
#pragma once

#include "core/store/saved_queues.h"
#include "core/store/sql/connection.h"

namespace goldpan::sql {

class SqlSavedQueues final : public store::SavedQueues {
public:
    explicit SqlSavedQueues(Connection& connection)
        : m_connection(connection) {}

    Result<std::vector<store::SavedQueue>> list() override;
    Result<void> put(const store::SavedQueue& queue) override;
    Result<void> rename(std::string_view from, std::string_view to) override;
    Result<void> move(std::string_view name, std::size_t place) override;
    Result<void> remove(std::string_view name) override;
    Result<void> inOne(const std::function<Result<void>()>& work) override;

private:
    Connection& m_connection;
    bool m_isInOne = false;
};

} // namespace goldpan::sql
