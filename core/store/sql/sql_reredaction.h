// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlReredaction: Reredaction over SQLite. Owned by SqlStore; same thread.
#pragma once

#include "core/store/reredaction.h"
#include "core/store/sql/connection.h"

namespace goldpan::sql {

class SqlReredaction final : public store::Reredaction {
public:
    explicit SqlReredaction(Connection& connection)
        : m_connection(connection) {}

    Result<store::ReredactionTally> preview(const redact::Redactor& redactor, const store::FoundText& found,
                                            const ProgressFn& progress, std::stop_token stop) override;
    Result<std::optional<store::PendingReredaction>> pending() override;
    Result<std::optional<store::PendingReredaction>> stage(const store::PendingReredaction& pending) override;
    Result<bool> drop() override;
    Result<std::optional<ActId>> doneBy(const std::string& rulesHash) override;
    Result<ActId> begin(const store::PendingReredaction& confirmed) override;
    Result<store::ReredactionTally> rewrite(const redact::Redactor& redactor, const ProgressFn& progress,
                                            std::stop_token stop) override;
    Result<std::vector<store::OldCopy>> oldCopies() override;
    Result<std::int64_t> beginCopy(store::CopyKind kind, std::string_view path, Timestamp at) override;
    Result<void> endCopy(std::int64_t number, std::int64_t bytes) override;
    Result<void> forgetCopy(std::int64_t number) override;

private:
    [[nodiscard]] Result<void> put(const store::PendingReredaction& pending);
    [[nodiscard]] Result<void> adopt(const store::PendingReredaction& confirmed, ActId act);

    Connection& m_connection;
};

} // namespace goldpan::sql
