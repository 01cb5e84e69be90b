// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlExports: ExportReader over SQLite. Owned by SqlStore; same thread.
#pragma once

#include "core/store/export_reader.h"
#include "core/store/sql/connection.h"

namespace goldpan::sql {

class SqlExports final : public store::ExportReader {
public:
    explicit SqlExports(Connection& connection)
        : m_connection(connection) {}

    Result<void> scan(const queue::Filter& filter, store::ScanScope scope,
                      const std::function<Result<void>(store::EntryRecord&&)>& sink,
                      std::stop_token stop) override;
    Result<std::int64_t> count(const queue::Filter& filter, store::ScanScope scope,
                               std::stop_token stop) override;
    Result<void> corrections(const std::function<Result<void>(const std::string& requestId,
                                                              const Correction& correction)>& sink) override;
    Result<void> atOneMoment(const std::function<Result<void>()>& work) override;
    Result<std::vector<store::BatchRecord>> batches() override;
    Result<std::optional<bool>> isPublished(BatchId batch, const std::string& manifestSha256) override;
    Result<std::map<std::string, std::set<std::string>>> profiles() override;

private:
    Connection& m_connection;
};

} // namespace goldpan::sql
