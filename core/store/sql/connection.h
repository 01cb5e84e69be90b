// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Connection: one Qt Sql connection to a store file and the native handle behind it. Owned by SqlStore; only
// the thread that opened it may use it, but for interrupt().
#pragma once

#include "core/base/result.h"
#include "core/store/sql/busy_wait.h"
#include "core/store/sql/own_checkpoints.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

class QSqlQuery;
struct sqlite3;

namespace goldpan::sql {

enum class OpenMode {
    normal, ///< an existing file, synchronous=FULL
    create, ///< a new file, WAL, else as normal
    build,  ///< a new file without a journal: fast, of no worth until it is finished
};

class Connection {
public:
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const std::string& path, OpenMode mode);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] sqlite3* handle() const { return m_handle; }
    [[nodiscard]] OpenMode mode() const { return m_mode; }

    /// Write-ahead logging, where it is not on yet; only on a file that is known to be a store.
    [[nodiscard]] Result<void> enterWal();
    /// The log is folded back by who wrote much of it (OwnCheckpoints), as from the beginning.
    void checkpointOwn() { m_checkpoints.attach(m_handle); }
    /// One statement without values or answer.
    [[nodiscard]] Result<void> execute(std::string_view sql);
    /// Ends the transaction that is open, if there is one, whatever interrupt() does meanwhile: an interrupt
    /// that is meant for a query also ends a COMMIT or ROLLBACK, and a connection that stays inside would
    /// read the store as it was from then on.
    void rollBack();
    /// The prepared query of `sql`, made on first use and kept.
    [[nodiscard]] Result<QSqlQuery*> prepared(std::string_view sql);
    [[nodiscard]] BusyWait& busyWait() { return m_busyWait; }
    /// Ends every kept query, so that nothing holds a snapshot or stands in the way of a schema change.
    void forgetPrepared();
    void interrupt();

private:
    Connection(std::string path, std::string name, OpenMode mode);
    [[nodiscard]] Result<void> configure();

    std::string m_path;
    std::string m_name; ///< of the QSqlDatabase, which is always fetched by name (a copy would cross threads
                        ///< silently)
    OpenMode m_mode;
    sqlite3* m_handle = nullptr;
    BusyWait m_busyWait;
    OwnCheckpoints m_checkpoints;
    std::unordered_map<std::string, std::unique_ptr<QSqlQuery>> m_prepared;
};

} // namespace goldpan::sql
