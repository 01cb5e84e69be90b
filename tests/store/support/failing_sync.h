// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FailingSync: as long as it lives, every fsync of a store fails in connections that are opened meanwhile,
// which must be closed before it goes. One at a time. Test support.
#pragma once

#include <sqlite3.h>

namespace goldpan::test {

class FailingSync {
public:
    FailingSync() {
        s_system = sqlite3_vfs_find(nullptr);
        s_failing = *s_system;
        s_failing.zName = "failing-sync";
        s_failing.xOpen = open;
        sqlite3_vfs_register(&s_failing, 1);
    }
    ~FailingSync() {
        sqlite3_vfs_unregister(&s_failing);
        sqlite3_vfs_register(s_system, 1);
    }
    FailingSync(const FailingSync&) = delete;
    FailingSync& operator=(const FailingSync&) = delete;

private:
    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
        const int code = s_system->xOpen(s_system, name, file, flags, outFlags);
        if (code == SQLITE_OK && (flags & SQLITE_OPEN_MAIN_DB) != 0) {
            s_methods = *file->pMethods;
            s_methods.xSync = [](sqlite3_file*, int) { return SQLITE_IOERR_FSYNC; };
            file->pMethods = &s_methods;
        }
        return code;
    }

    inline static sqlite3_vfs* s_system = nullptr;
    inline static sqlite3_vfs s_failing{};
    inline static sqlite3_io_methods s_methods{};
};

} // namespace goldpan::test
