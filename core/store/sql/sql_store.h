// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlStore: a Store on SQLite through Qt Sql. Owned by whoever opened it; one object, one thread.
#pragma once

#include "core/store/sql/connection.h"
#include "core/store/sql/write_behind.h"
#include "core/store/store.h"

#include <memory>
#include <string>

namespace goldpan::sql {

class SqlStore final : public store::Store {
public:
    /// An older store is brought up to date first: `before` is told, and `busy` is the answer while another
    /// program has it open.
    [[nodiscard]] static Result<std::unique_ptr<SqlStore>> open(const std::string& path,
                                                                const store::UpgradeNotice& before = {});
    /// A new empty file at `path`, which must not exist.
    [[nodiscard]] static Result<std::unique_ptr<SqlStore>> create(const std::string& path);
    /// A new file for one import: no journal, no indexes yet; finishBuild() makes a store of it.
    [[nodiscard]] static Result<std::unique_ptr<SqlStore>> build(const std::string& path);
    /// Indexes, WAL, fsync; ends the object's use.
    [[nodiscard]] static Result<void> finishBuild(std::unique_ptr<SqlStore> store);
    ~SqlStore() override;

    store::EntryReader& entries() override;
    store::QueueReader& queue() override;
    store::WriteGate& writes() override;
    store::EventReader& events() override;
    store::ExportReader& exports() override;
    store::SavedQueues& savedQueues() override;
    store::RuleSets& ruleSets() override;
    store::UserKeys& userKeys() override;
    store::Ledger& ledger() override;
    store::Importer& importer() override;
    store::Upkeep& upkeep() override;
    store::Reredaction& reredaction() override;
    store::SearchIndex& searchIndex() override;
    store::TimelineReader& timeline() override;
    const std::string& path() const override;
    void interrupt() override;

private:
    struct Parts;
    explicit SqlStore(std::unique_ptr<Connection> connection);

    std::unique_ptr<WriteBehind> m_writeBehind; ///< while it is built
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Parts> m_parts; ///< after the connection: their statements go first
};

} // namespace goldpan::sql
