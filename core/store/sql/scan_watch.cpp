// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/scan_watch.h"

#include <sqlite3.h>

namespace goldpan::sql {
namespace {

constexpr int kEvery = 1000; // steps of SQLite's machine: some tens of rows of a text search

int call(void* tick) {
    return (*static_cast<std::function<bool()>*>(tick))() ? 0 : 1;
}

} // namespace

ScanWatch::ScanWatch(Connection& connection, std::function<bool()> tick)
    : m_connection(connection)
    , m_tick(std::move(tick)) {
    sqlite3_progress_handler(m_connection.handle(), kEvery, call, &m_tick);
}

ScanWatch::~ScanWatch() {
    sqlite3_progress_handler(m_connection.handle(), 0, nullptr, nullptr);
}

} // namespace goldpan::sql
