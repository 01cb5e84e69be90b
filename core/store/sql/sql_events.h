// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlEvents: EventReader over SQLite. Owned by SqlStore; same thread.
#pragma once

#include "core/store/event_reader.h"
#include "core/store/sql/connection.h"

namespace goldpan::sql {

class SqlEvents final : public store::EventReader {
public:
    explicit SqlEvents(Connection& connection)
        : m_connection(connection) {}

    Result<std::vector<store::DriftRecord>> driftWindows() override;
    Result<void> rowsInWindow(const DriftEvent& event,
                              const std::function<bool(std::span<const RowId>)>& sink,
                              std::stop_token stop) override;
    Result<std::vector<std::uint64_t>> sampledOutInWindow(const DriftEvent& event,
                                                          std::stop_token stop) override;

private:
    Connection& m_connection;
};

} // namespace goldpan::sql
