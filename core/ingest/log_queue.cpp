// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_queue.h"

#include <algorithm>
#include <utility>

namespace goldpan::ingest {
namespace {

std::size_t bytesOf(const LogEntry& entry) {
    std::size_t bytes = sizeof(QueuedEntry);
    for (const auto* text : {&entry.requestId, &entry.modelVersion, &entry.prompt, &entry.response,
                             &entry.messages, &entry.output, &entry.tools, &entry.feedback, &entry.meta}) {
        bytes += text->size();
    }
    for (const auto& tag : entry.tags) {
        bytes += sizeof tag + tag.size();
    }
    bytes += entry.userIdHash ? entry.userIdHash->size() : 0;
    return bytes;
}

std::size_t withoutReserve(std::size_t limit, double reserve) {
    return limit - static_cast<std::size_t>(static_cast<double>(limit) * std::clamp(reserve, 0.0, 1.0));
}

} // namespace

LogQueue::LogQueue(const QueueLimits& limits)
    : m_limits(limits) {
    m_entries.reserve(limits.entries); // so that no entry pays for all of them to move
}

bool LogQueue::hasRoom(std::size_t bytes, bool isFlagged) const {
    if (m_entries.empty()) {
        return m_limits.entries > 0 && (isFlagged || m_limits.reserve < 1);
    }
    const auto most = [&](std::size_t limit) {
        return isFlagged ? limit : withoutReserve(limit, m_limits.reserve);
    };
    return m_entries.size() < most(m_limits.entries) && m_bytes + bytes <= most(m_limits.bytes);
}

void LogQueue::push(QueuedEntryPtr entry, std::size_t bytes) {
    m_entries.push_back(std::move(entry));
    m_bytes += bytes;
    ++m_counts.given;
    // Once on the way up, not for each entry: what comes meanwhile is taken with it.
    if (m_entries.size() == m_limits.entries / 2 ||
        (m_bytes >= m_limits.bytes / 2 && m_bytes - bytes < m_limits.bytes / 2)) {
        m_wakeTaker.notify_one();
    }
}

bool LogQueue::offer(QueuedEntryPtr entry) {
    const auto bytes = bytesOf(entry->entry);
    const std::lock_guard lock(m_mutex);
    if (!m_isClosed && hasRoom(bytes, entry->isFlagged)) {
        push(std::move(entry), bytes);
        return true;
    }
    ++m_counts.given;
    ++(entry->isFlagged ? m_counts.lostFlagged : m_counts.droppedHealthy);
    return false;
}

bool LogQueue::offerWaiting(QueuedEntryPtr entry, const std::stop_token& stop) {
    const auto bytes = bytesOf(entry->entry);
    std::unique_lock lock(m_mutex);
    const auto ready = [&] { return m_isClosed || hasRoom(bytes, entry->isFlagged); };
    if (!m_roomMade.wait(lock, stop, ready) || m_isClosed) {
        return false;
    }
    push(std::move(entry), bytes);
    return true;
}

void LogQueue::take(std::vector<QueuedEntryPtr>& out, std::chrono::milliseconds patience) {
    std::unique_lock lock(m_mutex);
    m_wakeTaker.wait_for(lock, patience, [this] {
        return m_isClosed || m_entries.size() >= std::max<std::size_t>(m_limits.entries / 2, 1) ||
               m_bytes >= m_limits.bytes / 2;
    });
    m_entries.swap(out);
    m_bytes = 0;
    m_roomMade.notify_all();
}

void LogQueue::close() {
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    m_wakeTaker.notify_all();
    m_roomMade.notify_all();
}

bool LogQueue::isClosed() const {
    const std::lock_guard lock(m_mutex);
    return m_isClosed;
}

QueueCounts LogQueue::counts() const {
    const std::lock_guard lock(m_mutex);
    return m_counts;
}

} // namespace goldpan::ingest
