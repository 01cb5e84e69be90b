// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/connection.h"

#include "core/store/sql/candidate_rows.h"
#include "core/store/sql/similar_rows.h"
#include "core/store/sql/sql_error.h"
#include "core/store/sql/text_match.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>
#include <atomic>
#include <sqlite3.h>

namespace goldpan::sql {
namespace {

constexpr int kMostRollbacks = 1000; // one is enough unless an interrupt comes in that very moment

/// Qt's driver is a plug-in, which the first connection loads. Where many threads open a store at once, one
/// of them does that and the others wait until it is there.
bool isDriverThere() {
    static const bool kThere = [] {
        // Nobody asks how much memory SQLite holds; counting it takes a lock at each allocation, on all
        // threads.
        (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        const QString name = QStringLiteral("goldpan-driver");
        const bool valid = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name).isValid();
        QSqlDatabase::removeDatabase(name);
        return valid;
    }();
    return kThere;
}

} // namespace

Connection::Connection(std::string path, std::string name, OpenMode mode)
    : m_path(std::move(path))
    , m_name(std::move(name))
    , m_mode(mode)
    , m_busyWait(m_path) {}

Connection::~Connection() {
    m_prepared.clear();
    if (m_handle != nullptr) {
        m_checkpoints.end(m_handle);
    }
    {
        QSqlDatabase database = QSqlDatabase::database(QString::fromStdString(m_name), false);
        database.close();
    }
    QSqlDatabase::removeDatabase(QString::fromStdString(m_name));
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, OpenMode mode) {
    if (!isDriverThere()) {
        return fail(ErrorCode::internal, "Qt's SQLite driver is missing; install libqt6sql6-sqlite");
    }
    static std::atomic<int> counter{0};
    const std::string name = "goldpan-" + std::to_string(++counter);
    std::unique_ptr<Connection> self(new Connection(path, name, mode));
    QSqlDatabase database =
        QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QString::fromStdString(name));
    database.setDatabaseName(QString::fromStdString(path));
    if (!database.open()) {
        return std::unexpected(qtSqlError(database.lastError(), path));
    }
    self->m_handle = *static_cast<sqlite3* const*>(database.driver()->handle().constData());
    if (auto ready = self->configure(); !ready) {
        return std::unexpected(ready.error());
    }
    return self;
}

Result<void> Connection::configure() {
    m_busyWait.attach(m_handle);
    sqlite3_extended_result_codes(m_handle, 1);
    registerTextMatch(m_handle);
    registerCandidateRows(m_handle);
    registerSimilarRows(m_handle);
    if (m_mode == OpenMode::build) {
        for (const char* sql : {"PRAGMA page_size=16384", "PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF",
                                "PRAGMA locking_mode=EXCLUSIVE", "PRAGMA cache_size=-65536"}) {
            if (auto done = execute(sql); !done) {
                return done;
            }
        }
        return {};
    }
    for (const char* sql : {"PRAGMA page_size=16384", "PRAGMA foreign_keys=ON", "PRAGMA synchronous=FULL",
                            "PRAGMA cache_size=-32768"}) {
        if (auto done = execute(sql); !done) {
            return done;
        }
    }
    checkpointOwn();
    return m_mode == OpenMode::create ? enterWal() : Result<void>{};
}

Result<void> Connection::enterWal() {
    // The pragma answers the mode that is really on; some network file systems cannot do WAL.
    auto query = prepared("PRAGMA journal_mode=WAL");
    if (!query) {
        return std::unexpected(query.error());
    }
    if (!(*query)->exec() || !(*query)->next()) {
        return std::unexpected(qtSqlError((*query)->lastError(), m_path));
    }
    const bool wal = (*query)->value(0).toString() == QLatin1String("wal");
    m_prepared.clear();
    if (!wal) {
        return fail(ErrorCode::unwritable,
                    "the file system cannot hold a shared store; copy it to a local disk", m_path);
    }
    return {};
}

Result<void> Connection::execute(std::string_view sql) {
    QSqlQuery query(QSqlDatabase::database(QString::fromStdString(m_name), false));
    if (!query.exec(QString::fromUtf8(sql.data(), static_cast<qsizetype>(sql.size())))) {
        return std::unexpected(qtSqlError(query.lastError(), m_path));
    }
    return {};
}

void Connection::rollBack() {
    // SQLite has rolled back by itself where the disk was full.
    for (int attempt = 0; attempt < kMostRollbacks && sqlite3_get_autocommit(m_handle) == 0; ++attempt) {
        (void)execute("ROLLBACK");
    }
}

Result<QSqlQuery*> Connection::prepared(std::string_view sql) {
    auto& slot = m_prepared[std::string(sql)];
    if (!slot) {
        auto query =
            std::make_unique<QSqlQuery>(QSqlDatabase::database(QString::fromStdString(m_name), false));
        query->setForwardOnly(true); // else Qt keeps every row it has read
        if (!query->prepare(QString::fromUtf8(sql.data(), static_cast<qsizetype>(sql.size())))) {
            return std::unexpected(qtSqlError(query->lastError(), m_path));
        }
        slot = std::move(query);
    }
    return slot.get();
}

void Connection::forgetPrepared() {
    m_prepared.clear();
}

void Connection::interrupt() {
    sqlite3_interrupt(m_handle);
}

} // namespace goldpan::sql
