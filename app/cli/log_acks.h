// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogAcks: tells whoever feeds a log writer how far the input is safe, a JSON line each. Prints on a thread
// of its own, because the reading one waits for input; nobody else may print to `out` before finish().
#pragma once

#include "app/cli/io.h"
#include "core/ingest/log_ticket.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <thread>

namespace goldpan::cli {

class LogAcks {
public:
    explicit LogAcks(const Io& io);
    ~LogAcks();
    LogAcks(const LogAcks&) = delete;
    LogAcks& operator=(const LogAcks&) = delete;

    /// `line` of the input, ascending. Waits where far too many are not told yet, until the verb is to stop.
    void add(std::int64_t line, ingest::LogTicket ticket);
    /// Tells what is settled by now, and ends; once the verb is to stop, nobody has to read it.
    void finish();

private:
    struct Waiting {
        std::int64_t line;
        ingest::LogTicket ticket;
    };
    void run();
    void tell(std::int64_t line);

    const Io& m_io;
    std::mutex m_mutex; ///< guards the next three
    std::condition_variable_any m_changed;
    std::deque<Waiting> m_waiting;
    bool m_isOver = false;
    std::jthread m_thread; ///< last: joined before what it uses goes
};

} // namespace goldpan::cli
