// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Logs that another program is still writing.
#include "tests/process/support/desk.h"

#include <atomic>
#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <thread>

namespace goldpan::test {
namespace {

using testing::ElementsAre;

TEST(GrowingLog, ALineThatIsHalfWrittenIsStoredOnceItIsWhole) {
    const Desk desk;
    const auto text = Desk::logText(20, 1);
    const auto lastLine = text.rfind('\n', text.size() - 2) + 1;
    const auto torn = lastLine + (text.size() - lastLine) / 2;
    const auto log = desk.dir.write("a.jsonl", std::string_view(text).substr(0, torn));

    const auto early = Desk::done({"import", desk.store, log});
    EXPECT_EQ(early["read"], 19);
    EXPECT_EQ(early["stored"], 19);
    EXPECT_EQ(early["pending"], 1);
    std::ofstream(log, std::ios::app) << std::string_view(text).substr(torn);
    const auto late = Desk::done({"import", desk.store, log});
    EXPECT_EQ(late["stored"], 1);
    EXPECT_EQ(late["duplicate"], 19);
    EXPECT_EQ(late["pending"], 0);
    EXPECT_EQ(desk.rows(), 20);
    EXPECT_EQ(desk.number("SELECT count(*) FROM quarantine"), 0);
    desk.expectSound();
}

/// Ctrl+C while a log comes from a pipe that never ends.
ChildEnd interrupted(const std::string& store, const std::function<bool()>& isUnderWay) {
    const auto text = Desk::logText(2'000, 7);
    Child import({.args = {"import", store, "-", "--json"}, .pipedInput = true});
    std::jthread feeder([&] {
        while (import.feed(text)) {
        }
    });
    EXPECT_TRUE(waitUntil(isUnderWay));
    import.kill(SIGINT);
    return import.end();
}

TEST(GrowingLog, AnInterruptedStreamKeepsWhatIsStored) {
    const Desk desk;
    Desk::done({"import", desk.store, desk.writeLog("a.jsonl", 10, 1)});
    const auto stopped = interrupted(desk.store, [&] { return desk.rows() > 10; });
    EXPECT_EQ(stopped.exit, 1);
    EXPECT_EQ(stopped.errorCode(), "cancelled");
    EXPECT_EQ(stopped.json()["complete"], false);
    EXPECT_EQ(desk.rows(), 10 + stopped.json()["stored"].get<int>());
    desk.expectSound();
}

TEST(GrowingLog, AnInterruptedStreamMakesNoStore) {
    const Desk desk;
    const auto stopped = interrupted(desk.store, [&] { return sizeOf(desk.part) > 0; });
    EXPECT_EQ(stopped.exit, 1);
    EXPECT_EQ(stopped.errorCode(), "cancelled");
    EXPECT_EQ(stopped.json()["complete"], false);
    EXPECT_THAT(desk.files(), ElementsAre());
}

} // namespace
} // namespace goldpan::test
