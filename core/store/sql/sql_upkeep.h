// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlUpkeep: Upkeep over SQLite. Owned by SqlStore; same thread.
#pragma once

#include "core/store/sql/connection.h"
#include "core/store/upkeep.h"

namespace goldpan::sql {

class SqlUpkeep final : public store::Upkeep {
public:
    explicit SqlUpkeep(Connection& connection)
        : m_connection(connection) {}

    Result<store::Stats> stats() override;
    Result<store::SamplingStats> sampling() override;
    Result<std::vector<std::string>> check(std::stop_token stop) override;
    Result<std::int64_t> backup(const std::string& target, const ProgressFn& progress,
                                std::stop_token stop) override;
    Result<Policy> policy() override;
    Result<std::int64_t> setPolicy(const PolicyTexts& values, const ProgressFn& progress,
                                   std::stop_token stop) override;

private:
    Connection& m_connection;
};

} // namespace goldpan::sql
