// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_store.h"

#include "core/base/files.h"
#include "core/store/sql/read_ahead.h"
#include "core/store/sql/schema.h"
#include "core/store/sql/sql_entries.h"
#include "core/store/sql/sql_events.h"
#include "core/store/sql/sql_exports.h"
#include "core/store/sql/sql_importer.h"
#include "core/store/sql/sql_ledger.h"
#include "core/store/sql/sql_queue.h"
#include "core/store/sql/sql_reredaction.h"
#include "core/store/sql/sql_rule_sets.h"
#include "core/store/sql/sql_saved_queues.h"
#include "core/store/sql/sql_search_index.h"
#include "core/store/sql/sql_timeline.h"
#include "core/store/sql/sql_upkeep.h"
#include "core/store/sql/sql_user_keys.h"
#include "core/store/sql/sql_writes.h"

#include <chrono>
#include <utility>

namespace goldpan::sql {

namespace {

constexpr auto kUpgradePatience = std::chrono::seconds(5);

} // namespace

struct SqlStore::Parts {
    explicit Parts(Connection& connection)
        : entries(connection)
        , queue(connection)
        , writes(connection)
        , events(connection)
        , exports(connection)
        , savedQueues(connection)
        , ruleSets(connection)
        , userKeys(connection)
        , ledger(connection)
        , importer(connection)
        , upkeep(connection)
        , reredaction(connection)
        , searchIndex(connection)
        , timeline(connection) {}

    SqlEntries entries;
    SqlQueue queue;
    SqlWrites writes;
    SqlEvents events;
    SqlExports exports;
    SqlSavedQueues savedQueues;
    SqlRuleSets ruleSets;
    SqlUserKeys userKeys;
    SqlLedger ledger;
    SqlImporter importer;
    SqlUpkeep upkeep;
    SqlReredaction reredaction;
    SqlSearchIndex searchIndex;
    SqlTimeline timeline;
};

SqlStore::SqlStore(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
    , m_parts(std::make_unique<Parts>(*m_connection)) {}

SqlStore::~SqlStore() = default;

Result<std::unique_ptr<SqlStore>> SqlStore::open(const std::string& path,
                                                 const store::UpgradeNotice& before) {
    if (auto fine = checkStoreFile(path); !fine) {
        return std::unexpected(fine.error());
    }
    const auto giveUp = std::chrono::steady_clock::now() + kUpgradePatience;
    bool told = false;
    for (;;) {
        auto connection = Connection::open(path, OpenMode::normal);
        if (!connection) {
            return std::unexpected(connection.error());
        }
        if (auto fine = checkIdentity(**connection); !fine) {
            return std::unexpected(fine.error());
        }
        if (auto wal = (*connection)->enterWal(); !wal) {
            return std::unexpected(wal.error());
        }
        const auto version = schemaVersion(**connection);
        if (!version) {
            return std::unexpected(version.error());
        }
        if (*version == currentSchemaVersion()) {
            return std::unique_ptr<SqlStore>(new SqlStore(std::move(*connection)));
        }
        connection->reset(); // an upgrade is alone with the file: even this one is in its way
        if (before && !std::exchange(told, true)) {
            before(*version, currentSchemaVersion());
        }
        auto upgraded = upgrade(path);
        if (!upgraded &&
            (upgraded.error().code != ErrorCode::busy || std::chrono::steady_clock::now() > giveUp)) {
            if (upgraded.error().code == ErrorCode::busy) {
                upgraded.error().message =
                    "the store has to be brought up to date first, and another program "
                    "has it open; close that one and try again";
            }
            return std::unexpected(upgraded.error());
        }
    }
}

Result<std::unique_ptr<SqlStore>> SqlStore::create(const std::string& path) {
    auto connection = Connection::open(path, OpenMode::create);
    if (!connection) {
        return std::unexpected(connection.error());
    }
    if (auto made = createSchema(**connection, true); !made) {
        return std::unexpected(made.error());
    }
    return std::unique_ptr<SqlStore>(new SqlStore(std::move(*connection)));
}

Result<std::unique_ptr<SqlStore>> SqlStore::build(const std::string& path) {
    auto connection = Connection::open(path, OpenMode::build);
    if (!connection) {
        return std::unexpected(connection.error());
    }
    if (auto made = createSchema(**connection, false); !made) {
        return std::unexpected(made.error());
    }
    std::unique_ptr<SqlStore> store(new SqlStore(std::move(*connection)));
    store->m_writeBehind = std::make_unique<WriteBehind>(path);
    return store;
}

Result<void> SqlStore::finishBuild(std::unique_ptr<SqlStore> store) {
    const std::string path = store->path();
    const auto writeBehind = std::move(store->m_writeBehind); // until nobody has the file open
    {
        // Of a large store they have left the memory again since they were written.
        ReadAhead rows(path);
        auto built = rows.begin(*store->m_connection, "entry");
        built = built ? store->m_parts->importer.writeBuiltKeys() : built;
        built = built ? buildEntryIndexes(*store->m_connection) : built;
        store.reset();
        if (!built) {
            return built;
        }
    }
    {
        // Opened once as everyone will open it: the file is in WAL mode before it gets its name.
        auto connection = Connection::open(path, OpenMode::normal);
        if (!connection) {
            return std::unexpected(connection.error());
        }
        if (auto wal = (*connection)->enterWal(); !wal) {
            return wal;
        }
    }
    return syncPath(path);
}

store::EntryReader& SqlStore::entries() {
    return m_parts->entries;
}
store::QueueReader& SqlStore::queue() {
    return m_parts->queue;
}
store::WriteGate& SqlStore::writes() {
    return m_parts->writes;
}
store::EventReader& SqlStore::events() {
    return m_parts->events;
}
store::ExportReader& SqlStore::exports() {
    return m_parts->exports;
}
store::SavedQueues& SqlStore::savedQueues() {
    return m_parts->savedQueues;
}
store::RuleSets& SqlStore::ruleSets() {
    return m_parts->ruleSets;
}
store::UserKeys& SqlStore::userKeys() {
    return m_parts->userKeys;
}
store::Ledger& SqlStore::ledger() {
    return m_parts->ledger;
}
store::Importer& SqlStore::importer() {
    return m_parts->importer;
}
store::Upkeep& SqlStore::upkeep() {
    return m_parts->upkeep;
}
store::Reredaction& SqlStore::reredaction() {
    return m_parts->reredaction;
}
store::SearchIndex& SqlStore::searchIndex() {
    return m_parts->searchIndex;
}
store::TimelineReader& SqlStore::timeline() {
    return m_parts->timeline;
}
const std::string& SqlStore::path() const {
    return m_connection->path();
}
void SqlStore::interrupt() {
    m_connection->interrupt();
}

} // namespace goldpan::sql
