// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/log_acks.h"

#include "app/cli/output.h"

#include <chrono>
#include <ostream>
#include <utility>

namespace goldpan::cli {

using ingest::TicketState;

namespace {

constexpr std::size_t kMostWaiting = 500'000; // then the input waits for whoever reads the answers

constexpr auto kLook = std::chrono::milliseconds(200); // how soon a wish to stop is seen

} // namespace

LogAcks::LogAcks(const Io& io)
    : m_io(io)
    , m_thread([this] { run(); }) {}

LogAcks::~LogAcks() {
    finish();
}

void LogAcks::add(std::int64_t line, ingest::LogTicket ticket) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, m_io.stop, [this] { return m_isOver || m_waiting.size() < kMostWaiting; });
    m_waiting.push_back({line, std::move(ticket)});
    m_changed.notify_all();
}

void LogAcks::finish() {
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
        m_changed.notify_all();
    }
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void LogAcks::run() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isOver || !m_waiting.empty(); });
        if (m_waiting.empty()) {
            return;
        }
        const auto first = m_waiting.front().ticket;
        lock.unlock();
        (void)first.wait(std::chrono::milliseconds(100));
        lock.lock();
        std::int64_t safe = 0;
        while (!m_waiting.empty() && m_waiting.front().ticket.state() != TicketState::queued &&
               m_waiting.front().ticket.state() != TicketState::failed) {
            safe = m_waiting.front().line;
            m_waiting.pop_front();
        }
        // A line that failed is never safe, nor is anything after it.
        const bool isEnd =
            !m_waiting.empty() && (m_isOver || m_waiting.front().ticket.state() == TicketState::failed);
        m_changed.notify_all();
        lock.unlock();
        if (safe > 0) {
            tell(safe);
        }
        lock.lock();
        if (isEnd) {
            m_isOver = true; // nobody waits for what will not come
            m_changed.notify_all();
            return;
        }
    }
}

/// A pipe that nobody reads is not written to: that could not be stopped.
void LogAcks::tell(std::int64_t line) {
    while (m_io.hasRoom != nullptr && !m_io.hasRoom(kLook)) {
        if (m_io.stop.stop_requested()) {
            return;
        }
    }
    printJson(m_io.out, {{"acknowledged_to_line", line}});
    m_io.out.flush();
}

} // namespace goldpan::cli
