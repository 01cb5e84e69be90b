// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_origin.h"

#include "core/ingest/log_writer.h"
#include "tests/core/support/log_desk.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <thread>

namespace goldpan::ingest {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

constexpr auto kPatience = 60s;

class Origin : public testing::Test {
protected:
    Result<std::unique_ptr<LogWriter>> open(const redact::UserKey& users) {
        return LogWriter::open({.folder = desk.folder,
                                .budget = {.rate = 0},
                                .users = users,
                                .retryEvery = 1ms,
                                .onTrouble = [this](const Error&) { ++troubles; }},
                               redactor, desk.clock);
    }
    static TicketState written(LogWriter& writer) { // flagged, so that it is kept
        return writer.append(test::entryOf("r1", -4)).wait(kPatience);
    }
    [[nodiscard]] std::string path() const { return desk.folder + '/' + std::string(LogOrigin::kName); }
    [[nodiscard]] std::string text() const { return desk.read(std::string(LogOrigin::kName)); }

    test::LogDesk desk;
    redact::Redactor redactor;
    redact::UserKey key = *redact::UserKey::fromText("a secret of sixteen");
    redact::UserKey other = *redact::UserKey::fromText("another secret of it");
    std::atomic<int> troubles = 0;
};

TEST_F(Origin, AWriterWithoutALineBindsNobody) {
    auto writer = open(key);
    ASSERT_TRUE(writer);
    EXPECT_EQ((*writer)->append(test::entryOf("healthy")).wait(kPatience), TicketState::sampledOut);
    ASSERT_TRUE((*writer)->close());
    EXPECT_FALSE(std::filesystem::exists(path()));
    writer->reset();
    writer = open(other);
    ASSERT_TRUE(writer);
    EXPECT_EQ(written(**writer), TicketState::acknowledged);
    EXPECT_EQ(written(**writer), TicketState::acknowledged);
    writer->reset();
    EXPECT_THAT(text(), HasSubstr(other.mark()));
    EXPECT_EQ(std::ranges::count(text(), '\n'), 1);
    EXPECT_EQ(open(key).error().code, ErrorCode::refused);
    EXPECT_TRUE(open(other));
}

TEST_F(Origin, ALineWaitsUntilItCanBeSaid) {
    auto writer = open(key);
    ASSERT_TRUE(writer);
    std::filesystem::create_directory(path());
    const auto ticket = (*writer)->append(test::entryOf("r1", -4));
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (troubles == 0 && std::chrono::steady_clock::now() < end) {
        std::this_thread::yield();
    }
    EXPECT_EQ(ticket.state(), TicketState::queued);
    EXPECT_EQ(desk.current(), "");
    std::filesystem::remove(path());
    EXPECT_EQ(ticket.wait(kPatience), TicketState::acknowledged);
    EXPECT_EQ(troubles, 1) << "told once";
    EXPECT_THAT(text(), HasSubstr(key.mark()));
}

} // namespace
} // namespace goldpan::ingest
