// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/log_folder.h"

#include "core/store/sql/log_fold.h"

#include <memory>
#include <sqlite3.h>
#include <string>
#include <system_error>
#include <utility>

namespace goldpan::sql {
namespace {

struct Close {
    void operator()(sqlite3* connection) const { sqlite3_close(connection); }
};

/// None where there is no store: nothing is made there.
std::unique_ptr<sqlite3, Close> opened(const std::string& store) {
    sqlite3* connection = nullptr;
    int code =
        sqlite3_open_v2(store.c_str(), &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<sqlite3, Close> own(connection); // also of one that could not be opened
    if (code == SQLITE_OK) {                         // who has not read yet knows of no log
        code = sqlite3_exec(connection, "PRAGMA schema_version", nullptr, nullptr, nullptr);
    }
    return code == SQLITE_OK ? std::move(own) : nullptr;
}

} // namespace

LogFolder::LogFolder(std::string store)
    : m_store(std::move(store)) {}

void LogFolder::begin() {
    const std::lock_guard lock(m_mutex);
    if (m_isAtIt || !m_isThere || !m_end) {
        return;
    }
    try {
        if (!m_thread.joinable()) {
            m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
        }
    } catch (const std::system_error&) {
        m_isThere = false;
        return;
    }
    m_isAtIt = true;
    m_changed.notify_all();
}

Result<void> LogFolder::end() {
    const std::lock_guard lock(m_mutex);
    return m_end;
}

Result<void> LogFolder::wait() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_isAtIt; });
    return m_end;
}

bool LogFolder::mayBeLost() {
    const std::lock_guard lock(m_mutex);
    return m_mayBeLost;
}

void LogFolder::run(const std::stop_token& stop) {
    stay(stop);
    const std::lock_guard lock(m_mutex);
    m_isThere = false;
    m_isAtIt = false;
    m_changed.notify_all();
}

void LogFolder::stay(const std::stop_token& stop) {
    const auto connection = opened(m_store);
    if (!connection) {
        return;
    }
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return m_isAtIt; })) {
        lock.unlock();
        bool mayBeLost = false;
        const auto fold = foldLog(connection.get(), m_store, SQLITE_CHECKPOINT_PASSIVE, mayBeLost);
        lock.lock();
        m_mayBeLost = m_mayBeLost || mayBeLost;
        m_end = fold ? Result<void>() : std::unexpected(fold.error());
        m_isAtIt = false;
        m_changed.notify_all();
    }
}

} // namespace goldpan::sql
