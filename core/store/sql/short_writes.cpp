// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/short_writes.h"

#include <algorithm>
#include <thread>

namespace goldpan::sql {
namespace {

using std::chrono::milliseconds;

// The lock may be held for 50 ms; the commit has to write everything out within that too.
constexpr milliseconds kBodyTime{15};
constexpr milliseconds kLongLock{20};
constexpr milliseconds kShortLock{8};
constexpr std::size_t kLeastBytes = std::size_t{16} * 1024;
constexpr std::size_t kMostBytes = std::size_t{512} * 1024;

} // namespace

Result<bool> ShortWrites::begin() {
    if (m_transaction) {
        return false;
    }
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    m_transaction.emplace(std::move(*transaction));
    m_began = Steady::now();
    m_bytes = 0;
    return true;
}

Result<void> ShortWrites::wrote(std::size_t bytes) {
    m_bytes += bytes;
    return m_bytes < m_limit && Steady::now() - m_began < kBodyTime ? Result<void>{} : commit();
}

Result<void> ShortWrites::commit() {
    if (!m_transaction) {
        return {};
    }
    auto done = m_transaction->commit();
    m_transaction.reset();
    const auto held = std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - m_began);
    m_longestLock = std::max(m_longestLock, held);
    if (held > kLongLock) {
        m_limit = std::max(kLeastBytes, m_limit / 2);
    } else if (held < kShortLock) {
        m_limit = std::min(kMostBytes, m_limit + m_limit / 4);
    }
    done = done && m_between ? m_between() : done;
    m_connection.busyWait().letOthersIn();
    std::this_thread::sleep_for(m_rest);
    return done;
}

} // namespace goldpan::sql
