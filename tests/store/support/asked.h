// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Asked: what a query reads, told by the statements that it runs. Lives on the stack of a test.
#pragma once

#include "core/store/sql/connection.h"

#include <functional>
#include <sqlite3.h>
#include <string>
#include <utility>

namespace goldpan::test {

/// Counts how often a statement is run that says so.
class Asked {
public:
    /// `before` is called with the number of each such run, before it begins.
    Asked(sql::Connection& connection, std::string what, std::function<void(int)> before = {})
        : m_handle(connection.handle())
        , m_what(std::move(what))
        , m_before(std::move(before)) {
        sqlite3_trace_v2(m_handle, SQLITE_TRACE_STMT, note, this);
    }
    ~Asked() { sqlite3_trace_v2(m_handle, 0, nullptr, nullptr); }
    Asked(const Asked&) = delete;
    Asked& operator=(const Asked&) = delete;

    [[nodiscard]] int count() const { return m_count; }

private:
    static int note(unsigned, void* self, void* statement, void*) {
        const std::string text = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
        auto& asked = *static_cast<Asked*>(self);
        if (text.find(asked.m_what) != std::string::npos) {
            ++asked.m_count;
            if (asked.m_before) {
                asked.m_before(asked.m_count);
            }
        }
        return 0;
    }

    sqlite3* m_handle;
    std::string m_what;
    std::function<void(int)> m_before;
    int m_count = 0;
};

} // namespace goldpan::test
