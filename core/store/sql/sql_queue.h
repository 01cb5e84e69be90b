// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlQueue: QueueReader over SQLite. Owned by SqlStore; same thread.
#pragma once

#include "core/store/queue_reader.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/native_statement.h"

#include <optional>

namespace goldpan::sql {

class SqlQueue final : public store::QueueReader {
public:
    explicit SqlQueue(Connection& connection)
        : m_connection(connection) {}

    Result<void> select(const queue::QueueQuery& query, const store::IdSink& sink,
                        std::stop_token stop) override;
    Result<std::int64_t> count(const queue::Filter& filter, std::stop_token stop) override;
    Result<std::int64_t> countIn(std::span<const RowId> ids, const queue::Filter& filter,
                                 std::stop_token stop) override;
    Result<std::vector<queue::QueueRow>> rows(std::span<const RowId> ids) override;
    Result<std::vector<std::string>> tagNames() override;
    Result<std::vector<std::string>> modelNames() override;
    Result<std::vector<std::string>> operatorNames() override;
    Result<std::int64_t> dataVersion() override;
    Result<RowId> newestRow() override;

private:
    [[nodiscard]] Result<std::vector<std::string>> names(std::string_view sql);

    Connection& m_connection;
    std::optional<NativeStatement> m_row;
    std::optional<NativeStatement> m_tags;
};

} // namespace goldpan::sql
