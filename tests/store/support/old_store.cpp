// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/support/old_store.h"

#include "core/base/sha256.h"
#include "core/store/sql/migrations/migration.h"
#include "core/store/sql/schema.h"

#include <cstdint>
#include <span>
#include <sqlite3.h>
#include <stdexcept>

namespace goldpan::test {
namespace {

// As the first version had them: entryIndexes() is what they are today.
constexpr const char* kFirstIndexes[] = {
    "CREATE INDEX entry_ts ON entry(ts)",
    "CREATE INDEX entry_flagged ON entry(ts, id, flags) WHERE state = 0 AND (flags & 15) <> 0",
    "CREATE INDEX entry_decided ON entry(state, ts) WHERE state <> 0",
};

void run(sqlite3* handle, const std::string& sql) {
    if (sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        throw std::runtime_error(sql + ": " + sqlite3_errmsg(handle));
    }
}

} // namespace

void makeOldStore(const std::string& path, int version) {
    sqlite3* handle = nullptr;
    if (sqlite3_open(path.c_str(), &handle) != SQLITE_OK) {
        throw std::runtime_error("cannot make " + path);
    }
    run(handle, "PRAGMA journal_mode=WAL");
    for (const auto& step : sql::migrations()) {
        for (const char* statement : step.version <= version ? step.sql : std::span<const char* const>()) {
            run(handle, statement);
        }
    }
    for (const char* statement : kFirstIndexes) {
        run(handle, statement);
    }
    for (const auto& step : sql::migrations()) {
        for (const char* statement :
             step.version <= version ? step.indexes : std::span<const char* const>()) {
            run(handle, statement);
        }
    }
    run(handle, "PRAGMA application_id=" + std::to_string(sql::kApplicationId));
    run(handle, "PRAGMA user_version=" + std::to_string(version));
    run(handle, "INSERT INTO model VALUES(1, 'm1')");
    const auto key = std::to_string(static_cast<std::int64_t>(stableHash64("a")));
    run(handle, "INSERT INTO entry(id, key_hash, request_id, ts, model, state, flags) VALUES(1, " + key +
                    ", 'a', 5, 1, 1, 0)");
    if (version >= 14) { // they found a row by the index before
        run(handle, std::string("INSERT INTO ") + (version == 15 ? "new_row_key" : "row_key") + " VALUES(" +
                        key + ", 1)"); // new ones had no run then
    }
    run(handle, "INSERT INTO entry_text(id, prompt, response) VALUES(1, 'prompt of a', 'r')");
    run(handle, "INSERT INTO correction VALUES(1, 'gold', 'ana', 0, 7, 7, 0)");
    run(handle, "INSERT INTO drift_event(ts, window_us, model, only_model, tagged) VALUES(9, 5, 'm1', 0, 1)");
    sqlite3_close(handle);
}

} // namespace goldpan::test
