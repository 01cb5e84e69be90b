// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/schema.h"

#include "core/base/files.h"
#include "core/store/sql/migrations/migration.h"
#include "core/store/sql/statement.h"
#include "core/store/sql/transaction.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace goldpan::sql {
namespace {

Result<void> runAll(Connection& connection, std::span<const char* const> statements) {
    for (const char* sql : statements) {
        if (auto done = connection.execute(sql); !done) {
            return done;
        }
    }
    return {};
}

Result<void> setVersion(Connection& connection, int version) {
    return connection.execute("PRAGMA user_version=" + std::to_string(version));
}

Result<std::int64_t> pragma(Connection& connection, std::string_view sql) {
    Statement statement(connection, sql);
    auto value = statement.number();
    if (!value) {
        return std::unexpected(value.error());
    }
    return value->value_or(0);
}

} // namespace

std::span<const Migration> migrations() {
    static const std::array kAll{
        migration001(), migration002(), migration003(), migration004(), migration005(), migration006(),
        migration007(), migration008(), migration009(), migration010(), migration011(), migration012(),
        migration013(), migration014(), migration015(), migration016(), migration017()};
    return kAll;
}

int currentSchemaVersion() {
    return migrations().back().version;
}

Result<void> createSchema(Connection& connection, bool withIndexes) {
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    for (const auto& step : migrations()) {
        if (auto done = runAll(connection, step.sql); !done) {
            return done;
        }
    }
    if (withIndexes) {
        if (auto done = runAll(connection, entryIndexes()); !done) {
            return done;
        }
    }
    if (auto done = connection.execute("PRAGMA application_id=" + std::to_string(kApplicationId)); !done) {
        return done;
    }
    if (auto done = setVersion(connection, currentSchemaVersion()); !done) {
        return done;
    }
    return transaction->commit();
}

Result<void> buildEntryIndexes(Connection& connection) {
    return runAll(connection, entryIndexes());
}

Result<void> checkStoreFile(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) {
        auto error = fileError(errno, "opening the store", path);
        if (error.code == ErrorCode::notFound) {
            error.message = "there is no such store; goldpan-cli import makes one from a log";
        }
        return std::unexpected(error);
    }
    if (S_ISDIR(info.st_mode)) {
        return fail(ErrorCode::unreadable, "this is a folder, not a store", path);
    }
    if (!S_ISREG(info.st_mode) || info.st_size == 0) {
        return fail(ErrorCode::notAStore,
                    "the file is no Goldpan store; goldpan-cli import makes one from a log", path);
    }
    if (::faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) != 0) {
        return std::unexpected(fileError(errno, "opening the store", path));
    }
    return {};
}

Result<void> checkIdentity(Connection& connection) {
    const auto application = pragma(connection, "PRAGMA application_id");
    if (!application) {
        return std::unexpected(application.error());
    }
    if (*application != kApplicationId) {
        return fail(ErrorCode::notAStore, "the file is a SQLite database, but no Goldpan store",
                    connection.path());
    }
    const auto version = schemaVersion(connection);
    return version ? Result<void>{} : std::unexpected(version.error());
}

Result<int> schemaVersion(Connection& connection) {
    const auto version = pragma(connection, "PRAGMA user_version");
    if (!version) {
        return std::unexpected(version.error());
    }
    if (*version > currentSchemaVersion()) {
        return fail(ErrorCode::newerStore,
                    "the store was written by a later version of Goldpan (schema " +
                        std::to_string(*version) + ", this program knows " +
                        std::to_string(currentSchemaVersion()) + "); update Goldpan",
                    connection.path());
    }
    return static_cast<int>(*version);
}

Result<void> upgrade(const std::string& path) {
    constexpr int kPatienceMs = 20; // the caller looks again: somebody else may be upgrading
    auto alone = Connection::open(path, OpenMode::normal);
    if (!alone) {
        return std::unexpected(alone.error());
    }
    Connection& connection = **alone;
    sqlite3_busy_timeout(connection.handle(), kPatienceMs);
    if (auto locked = connection.execute("PRAGMA locking_mode=EXCLUSIVE"); !locked) {
        return locked;
    }
    for (const auto& step : migrations()) {
        auto transaction = Transaction::begin(connection);
        if (!transaction) {
            return std::unexpected(transaction.error());
        }
        const auto version = schemaVersion(connection); // only now nobody can change it any more
        if (!version) {
            return std::unexpected(version.error());
        }
        if (step.version <= *version) {
            continue;
        }
        if (auto done = runAll(connection, step.sql); !done) {
            return done;
        }
        if (auto done = runAll(connection, step.indexes); !done) {
            return done;
        }
        if (auto done = step.fill != nullptr ? step.fill(connection) : Result<void>(); !done) {
            return done;
        }
        if (auto done = setVersion(connection, step.version); !done) {
            return done;
        }
        if (auto done = transaction->commit(); !done) {
            return done;
        }
    }
    return {};
}

} // namespace goldpan::sql
