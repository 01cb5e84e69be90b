// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SyncHook: what a test does in the place of each fsync of one file of a connection, as long as the hook
// lives. One at a time. Test support; same thread as the connection.
#pragma once

#include "core/store/sql/connection.h"

#include <functional>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <utility>

namespace goldpan::test {

class SyncHook {
public:
    enum class File {
        store,
        log
    };
    /// Answers SQLite's code.
    using Sync = std::function<int()>;

    SyncHook(sql::Connection& connection, File which, Sync sync) {
        const int what = which == File::log ? SQLITE_FCNTL_JOURNAL_POINTER : SQLITE_FCNTL_FILE_POINTER;
        EXPECT_EQ(sqlite3_file_control(connection.handle(), "main", what, static_cast<void*>(&m_file)),
                  SQLITE_OK);
        if (m_file == nullptr || m_file->pMethods == nullptr) {
            ADD_FAILURE() << "the connection has not read yet";
            m_file = nullptr;
            return;
        }
        s_sync = std::move(sync);
        m_methods = m_file->pMethods;
        m_hooked = *m_methods;
        m_hooked.xSync = [](sqlite3_file*, int) { return s_sync(); };
        m_file->pMethods = &m_hooked;
    }
    ~SyncHook() {
        if (m_file != nullptr) {
            m_file->pMethods = m_methods;
        }
    }
    SyncHook(const SyncHook&) = delete;
    SyncHook& operator=(const SyncHook&) = delete;

private:
    inline static Sync s_sync; // SQLite calls with nothing of ours
    sqlite3_file* m_file = nullptr;
    const sqlite3_io_methods* m_methods = nullptr;
    sqlite3_io_methods m_hooked{};
};

} // namespace goldpan::test
