// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_queue.h"

#include "core/ingest/spare_entries.h"
#include "tests/core/support/log_desk.h"

#include <gtest/gtest.h>
#include <thread>

namespace goldpan::ingest {
namespace {

using std::chrono::milliseconds;

QueuedEntryPtr entry(bool isFlagged, std::size_t bytes = 0) {
    auto made = std::make_shared<QueuedEntry>(LogEntry{.prompt = std::string(bytes, 'p')},
                                              std::make_shared<TicketBell>());
    made->isFlagged = isFlagged;
    return made;
}

std::size_t taken(LogQueue& queue) {
    std::vector<QueuedEntryPtr> out;
    queue.take(out, milliseconds(0));
    return out.size();
}

TEST(LogQueues, TheHealthyAreDroppedFirstAndTheReserveIsForTheFlagged) {
    LogQueue queue({.entries = 8, .reserve = 0.25});
    for (int i = 0; i < 6; ++i) {
        EXPECT_TRUE(queue.offer(entry(false))) << i;
    }
    EXPECT_FALSE(queue.offer(entry(false)));
    EXPECT_TRUE(queue.offer(entry(true)));
    EXPECT_FALSE(queue.offer(entry(false)));
    EXPECT_TRUE(queue.offer(entry(true)));
    EXPECT_FALSE(queue.offer(entry(true))) << "the reserve is full too";
    const auto counts = queue.counts();
    EXPECT_EQ(counts.given, 11);
    EXPECT_EQ(counts.droppedHealthy, 2);
    EXPECT_EQ(counts.lostFlagged, 1);
    EXPECT_EQ(taken(queue), 8U);
    EXPECT_TRUE(queue.offer(entry(false))) << "there is room again";
}

TEST(LogQueues, BytesAreBoundedToo) {
    LogQueue queue({.bytes = 10'000, .reserve = 0.5});
    EXPECT_TRUE(queue.offer(entry(false, 3'000)));
    EXPECT_FALSE(queue.offer(entry(false, 3'000)));
    EXPECT_TRUE(queue.offer(entry(true, 3'000)));
    EXPECT_FALSE(queue.offer(entry(true, 6'000)));
    EXPECT_EQ(taken(queue), 2U);
    EXPECT_TRUE(queue.offer(entry(false, 30'000))) << "alone, an entry may be larger than all";
    EXPECT_FALSE(queue.offer(entry(true)));
}

TEST(LogQueues, TagsAndTheUsersIdAreBytesToo) {
    const auto given = [](LogEntry entry) {
        return std::make_shared<QueuedEntry>(std::move(entry), std::make_shared<TicketBell>());
    };
    LogQueue queue({.bytes = 10'000, .reserve = 0});
    EXPECT_TRUE(queue.offer(entry(false)));
    EXPECT_FALSE(queue.offer(given({.userIdHash = std::string(20'000, 'u')})));
    EXPECT_FALSE(queue.offer(given({.tags = {std::string(20'000, 't')}})));
    EXPECT_FALSE(queue.offer(given({.tags = std::vector<std::string>(1'000)})));
    EXPECT_TRUE(queue.offer(given({.userIdHash = "u", .tags = {"t"}})));
}

TEST(LogQueues, AClosedQueueTakesNothingInAndGivesOutTheRest) {
    LogQueue queue({});
    EXPECT_TRUE(queue.offer(entry(false)));
    queue.close();
    EXPECT_FALSE(queue.offer(entry(false)));
    EXPECT_FALSE(queue.offer(entry(true)));
    EXPECT_FALSE(queue.offerWaiting(entry(true), {}));
    EXPECT_EQ(queue.counts().droppedHealthy, 1);
    EXPECT_EQ(queue.counts().lostFlagged, 1);
    EXPECT_EQ(taken(queue), 1U);
}

TEST(LogQueues, APipeWaitsForRoomAndForAStop) {
    LogQueue queue({.entries = 1, .reserve = 0});
    EXPECT_TRUE(queue.offer(entry(false)));
    constexpr std::size_t kMany = 200; // at some of them the giver comes first, at some the taker
    std::jthread giver([&] {
        for (std::size_t i = 0; i < kMany; ++i) {
            EXPECT_TRUE(queue.offerWaiting(entry(false), {}));
        }
    });
    std::vector<QueuedEntryPtr> out;
    for (std::size_t got = 0; got < kMany + 1; got += out.size()) {
        out.clear();
        queue.take(out, milliseconds(1));
    }
    giver.join();
    EXPECT_TRUE(queue.offer(entry(false)));
    std::stop_source stop;
    std::jthread stopped([&] { EXPECT_FALSE(queue.offerWaiting(entry(false), stop.get_token())); });
    stop.request_stop();
    stopped.join();
    EXPECT_EQ(queue.counts().droppedHealthy, 0) << "it was never given";
    EXPECT_EQ(queue.counts().given, kMany + 2);
}

TEST(LogQueues, AHalfFullQueueIsTakenAtOnce) {
    LogQueue queue({.entries = 4});
    std::vector<QueuedEntryPtr> out;
    std::jthread giver([&] {
        EXPECT_TRUE(queue.offer(entry(false)));
        EXPECT_TRUE(queue.offer(entry(false)));
    });
    queue.take(out, std::chrono::hours(1));
    EXPECT_EQ(out.size(), 2U);
}

TEST(SpareEntries, OnlyWhatNobodyHoldsIsKept) {
    SpareEntries spares(8);
    EXPECT_EQ(spares.take(), nullptr);
    const auto held = entry(false);
    std::vector<QueuedEntryPtr> spent{held, entry(false)};
    const auto* free = spent[1].get();
    spares.give(spent);
    EXPECT_TRUE(spent.empty());
    EXPECT_EQ(spares.take().get(), free);
    EXPECT_EQ(spares.take(), nullptr);
}

TEST(SpareEntries, AreBounded) {
    SpareEntries spares(2);
    for (int i = 0; i < 2; ++i) {
        std::vector<QueuedEntryPtr> spent{entry(false), entry(false), entry(false)};
        spares.give(spent);
    }
    EXPECT_NE(spares.take(), nullptr);
    EXPECT_NE(spares.take(), nullptr);
    EXPECT_EQ(spares.take(), nullptr);
}

} // namespace
} // namespace goldpan::ingest
