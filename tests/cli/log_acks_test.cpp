// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/log_acks.h"

#include <gtest/gtest.h>

#include <memory>
#include <sstream>
#include <stop_token>

namespace goldpan::cli {
namespace {

using ingest::LogTicket;
using ingest::TicketState;

bool isFull(std::chrono::milliseconds) {
    return false;
}

struct Desk {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    SystemClock clock;
    std::stop_source stop;
    Io io{in, out, err, clock, false, stop.get_token()};
};

TEST(LogAcks, TellsUpToWhereAllIsSettled) {
    Desk desk;
    const auto open = std::make_shared<ingest::TicketSlot>(std::make_shared<ingest::TicketBell>());
    LogAcks acks(desk.io);
    acks.add(3, LogTicket(TicketState::acknowledged));
    acks.add(5, LogTicket(TicketState::sampledOut));
    acks.add(6, LogTicket(open));
    acks.add(7, LogTicket(TicketState::acknowledged));
    acks.finish();
    EXPECT_TRUE(desk.out.str().ends_with("{\"acknowledged_to_line\":5}\n")) << desk.out.str();
}

TEST(LogAcks, AStopWaitsForNobodyWhoDoesNotRead) {
    Desk desk;
    desk.io.hasRoom = isFull;
    const auto open = std::make_shared<ingest::TicketSlot>(std::make_shared<ingest::TicketBell>());
    LogAcks acks(desk.io);
    acks.add(1, LogTicket(TicketState::acknowledged));
    desk.stop.request_stop();
    for (int line = 2; line < 600'000; ++line) { // more than it holds
        acks.add(line, LogTicket(open));
    }
    acks.finish();
    EXPECT_EQ(desk.out.str(), "");
}

} // namespace
} // namespace goldpan::cli
