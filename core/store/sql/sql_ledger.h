// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlLedger: Ledger over SQLite. Owned by SqlStore; same thread.
#pragma once

#include "core/store/ledger.h"
#include "core/store/sql/connection.h"

namespace goldpan::sql {

class SqlLedger final : public store::Ledger {
public:
    explicit SqlLedger(Connection& connection)
        : m_connection(connection) {}

    Result<std::vector<store::Retrain>> retrains() override;
    Result<void> mark(const store::Retrain& retrain, std::span<const std::int64_t> drifts) override;
    Result<std::int64_t> deploy(std::string_view model, Timestamp at, std::string_view operatorName,
                                std::string_view reason, const store::VerdictCheck& check) override;
    Result<void> addVerdict(const store::GateVerdict& verdict) override;
    Result<std::optional<store::GateVerdict>> newestVerdict(std::string_view model) override;
    Result<std::optional<store::GateVerdict>> lastVerdict() override;
    Result<void> batchRows(BatchId batch, const store::BatchRowSink& sink) override;
    Result<std::optional<Timestamp>> firstTime() override;

private:
    [[nodiscard]] Result<void> checkNew(const store::Retrain& retrain);

    Connection& m_connection;
};

} // namespace goldpan::sql
