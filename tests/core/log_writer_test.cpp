// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_writer.h"

#include "core/base/sha256.h"
#include "core/domain/log_row.h"
#include "tests/core/support/log_desk.h"

#include <gmock/gmock.h>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

namespace goldpan::ingest {
namespace {

using namespace std::chrono_literals;
using enum TicketState;
using test::entryOf;

constexpr auto kPatience = 60s;

class Writer : public testing::Test {
protected:
    std::unique_ptr<LogWriter> open(LogWriterOptions options = {}) {
        options.folder = desk.folder;
        auto writer = LogWriter::open(std::move(options), redactor, desk.clock);
        EXPECT_TRUE(writer) << writer.error().message;
        return writer ? std::move(*writer) : nullptr;
    }
    static TicketState settled(const LogTicket& ticket) { return ticket.wait(kPatience); }
    /// Looks until `condition` holds; false where it never does.
    static bool comes(const std::function<bool()>& condition) {
        const auto end = std::chrono::steady_clock::now() + kPatience;
        while (!condition()) {
            if (std::chrono::steady_clock::now() > end) {
                return false;
            }
            std::this_thread::yield();
        }
        return true;
    }
    /// How often each request id stands in the log; every line must be whole.
    std::map<std::string, int> ids() const {
        std::map<std::string, int> found;
        const auto text = desk.all();
        EXPECT_TRUE(text.empty() || text.ends_with('\n'));
        std::istringstream in(text);
        for (std::string line; std::getline(in, line);) {
            ++found[nlohmann::json::parse(line)["request_id"]];
        }
        return found;
    }
    static void expectAddsUp(const LogCounts& c) {
        EXPECT_EQ(c.given, c.written + c.sampledOut + c.droppedHealthy + c.lostFlagged + c.refused +
                               c.failed + c.waiting);
    }

    test::LogDesk desk;
    redact::Redactor redactor;
};

TEST_F(Writer, AnAcknowledgedEntryIsInTheLogRedacted) {
    const auto key = redact::UserKey::fromText("a secret of the endpoint");
    auto writer = open({.users = *key});
    auto entry = entryOf("r1");
    entry.prompt = "mail a@example.com";
    entry.userIdHash = "bob";
    entry.tags = {"z", "of b@example.com", "z"};
    entry.meta = R"({ "note" : "c@example.com",
        "user_id": "bob" })";
    EXPECT_EQ(settled(writer->append(entry)), acknowledged);
    const auto bob = key->hash("bob");
    const std::string line =
        R"({"request_id":"r1","ts":"2025-06-15T15:06:40","model_version":"m1","prompt":"mail [EMAIL]",)"
        R"("response":"hi","latency_ms":null,"user_id_hash":")" +
        bob + R"(","response_logprob":-0.5,"tags":["of [EMAIL]","z"],"meta":{"note":"[EMAIL]","user_id":")" +
        bob + R"("}})";
    EXPECT_EQ(desk.current(), line + "\n");
    EXPECT_EQ(writer->counts().written, 1);
    EXPECT_EQ(writer->counts().redacted.byType[0], 3);
    redact::RedactionCounts again;
    EXPECT_EQ(logRow(EntryDecoder(redactor).decode(line, again)->row.entry), line)
        << "an import reads the same row";
    EXPECT_EQ(again, redact::RedactionCounts());
}

TEST_F(Writer, WhatAnImportWouldQuarantineIsRefused) {
    auto writer = open();
    auto noTime = entryOf("r1");
    noTime.ts.reset();
    auto badText = entryOf("r2");
    badText.response = "caf\xE9";
    auto badJson = entryOf("r3");
    badJson.messages = "[}";
    for (const auto& bad :
         {noTime, badText, badJson, entryOf(""), entryOf("r4", std::numeric_limits<double>::quiet_NaN())}) {
        EXPECT_EQ(settled(writer->append(bad)), failed);
    }
    EXPECT_EQ(settled(writer->append(entryOf("good"))), acknowledged);
    EXPECT_EQ(writer->counts().refused, 5);
    expectAddsUp(writer->counts());
    EXPECT_TRUE(writer->close()) << "the disk took all that was good";
    EXPECT_EQ(ids().size(), 1U);
}

TEST_F(Writer, TheBudgetKeepsWhatMattersAndSaysWhatTheRestStandsFor) {
    auto writer = open({.budget = {.rate = 0}});
    EXPECT_EQ(settled(writer->append(entryOf("exactly", -3.0))), sampledOut);
    EXPECT_EQ(settled(writer->append(entryOf("below", std::nextafter(-3.0, -4.0)))), acknowledged);
    auto disliked = entryOf("disliked");
    disliked.tags = {"user_negative"};
    EXPECT_EQ(settled(writer->append(disliked)), acknowledged);
    writer->keepEverything(true);
    EXPECT_EQ(settled(writer->append(entryOf("in the window"))), acknowledged);
    writer->keepEverything(false);
    EXPECT_EQ(settled(writer->append(entryOf("after it"))), sampledOut);
    EXPECT_EQ(writer->counts().sampledOut, 2);
    expectAddsUp(writer->counts());
    EXPECT_FALSE(desk.all().contains("sample_weight")) << "each of these stands for itself";
}

TEST_F(Writer, ASampledLineCarriesItsWeight) {
    const sampling::SamplingBudget half{.rate = 0.5};
    auto writer = open({.budget = half, .fsyncEvery = 0ms});
    for (int i = 0; i < 40; ++i) {
        auto entry = entryOf("r" + std::to_string(i));
        entry.meta = i % 2 == 0 ? "" : R"({"a":1})";
        const bool isKept = half.decide({.keyHash = stableHash64(entry.requestId)}).keep;
        EXPECT_EQ(settled(writer->append(entry)), isKept ? acknowledged : sampledOut) << i;
    }
    std::istringstream in(desk.current());
    for (std::string line; std::getline(in, line);) {
        EXPECT_TRUE(line.ends_with(R"("meta":{"sample_weight":2.0}})") ||
                    line.ends_with(R"("meta":{"sample_weight":2.0,"a":1}})"))
            << line;
    }
    EXPECT_GT(ids().size(), 5U);
    EXPECT_LT(ids().size(), 35U);
}

TEST_F(Writer, NothingIsAcknowledgedBeforeItIsDurable) {
    auto writer = open({.fsyncEvery = std::nullopt});
    const auto ticket = writer->append(entryOf("r1"));
    ASSERT_TRUE(comes([&] { return !desk.current().empty(); })) << "written, and not synced";
    (void)writer->append(entryOf("r2"));
    ASSERT_TRUE(comes([&] { return desk.current().contains("r2"); }))
        << "what was done about the first is done";
    EXPECT_EQ(ticket.wait(0ms), queued);
    EXPECT_EQ(writer->counts().waiting, 2);
    EXPECT_TRUE(writer->close());
    EXPECT_EQ(ticket.state(), acknowledged);
    writer.reset();
    EXPECT_EQ(ticket.state(), acknowledged) << "a ticket outlives its writer";
}

TEST_F(Writer, ClosingWritesAllThatIsQueued) {
    std::vector<LogTicket> tickets;
    {
        auto writer = open({.rotation = {.bytes = 2'000}, .fsyncEvery = 1h});
        for (int i = 0; i < 200; ++i) {
            tickets.push_back(writer->append(entryOf("r" + std::to_string(i))));
        }
    }
    for (const auto& ticket : tickets) {
        EXPECT_EQ(ticket.state(), acknowledged);
    }
    EXPECT_EQ(ids().size(), 200U);
    EXPECT_GT(desk.names().size(), 10U);
    for (const auto& name : desk.names()) {
        EXPECT_LE(desk.read(name).size(), 2'000U);
    }
}

TEST_F(Writer, AClosedWriterTakesNothing) {
    auto writer = open();
    EXPECT_TRUE(writer->close());
    EXPECT_TRUE(writer->close());
    EXPECT_EQ(writer->append(entryOf("healthy")).state(), dropped);
    EXPECT_EQ(writer->append(entryOf("flagged", -5)).state(), dropped);
    EXPECT_EQ(writer->counts().droppedHealthy, 1);
    EXPECT_EQ(writer->counts().lostFlagged, 1);
}

TEST_F(Writer, TwoWritersOfOneFolderAreRefused) {
    auto first = open();
    const auto second = LogWriter::open({.folder = desk.folder}, redactor, desk.clock);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::busy);
    EXPECT_EQ(settled(first->append(entryOf("r1"))), acknowledged);
}

TEST_F(Writer, ManyThreadsMayAppend) {
    auto writer = open({.fsyncEvery = 0ms});
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 500; ++i) {
                    (void)writer->append(entryOf(std::to_string(t) + "-" + std::to_string(i)));
                }
            });
        }
    }
    EXPECT_TRUE(writer->close());
    EXPECT_EQ(writer->counts().written, 2'000);
    const auto found = ids();
    EXPECT_EQ(found.size(), 2'000U);
    EXPECT_TRUE(std::ranges::all_of(found, [](const auto& id) { return id.second == 1; }));
}

TEST_F(Writer, ATicketThatIsHeldSaysWhatBecameOfItsOwnEntry) {
    auto writer = open({.budget = {.rate = 0}, .fsyncEvery = 0ms});
    const auto kept = writer->append(entryOf("kept", -4));
    const auto left = writer->append(entryOf("left"));
    EXPECT_EQ(settled(kept), acknowledged);
    EXPECT_EQ(settled(left), sampledOut);
    for (int i = 0; i < 50; ++i) { // entries are used again
        EXPECT_EQ(settled(writer->append(entryOf("a" + std::to_string(i), -4))), acknowledged);
        EXPECT_EQ(settled(writer->append(entryOf("b" + std::to_string(i)))), sampledOut);
    }
    const auto waiting = [&] {
        const test::FullDisk full(0);
        auto ticket = writer->append(entryOf("waiting", -4));
        EXPECT_TRUE(comes([&] { return writer->counts().diskErrors > 0; }));
        EXPECT_EQ(kept.state(), acknowledged);
        EXPECT_EQ(left.state(), sampledOut);
        EXPECT_EQ(ticket.state(), queued);
        return ticket;
    }();
    EXPECT_EQ(settled(waiting), acknowledged);
    EXPECT_TRUE(writer->close());
    EXPECT_EQ(writer->counts().sampledOut, 51);
    expectAddsUp(writer->counts());
    const auto found = ids();
    EXPECT_EQ(found.size(), 52U);
    EXPECT_TRUE(std::ranges::all_of(found, [](const auto& id) { return id.second == 1; }));
}

TEST_F(Writer, WhatIsSampledOutIsToldWhileTheDiskRefuses) {
    auto writer = open({.budget = {.rate = 0}, .retryEvery = 1ms});
    const test::FullDisk full(0);
    const auto left = writer->append(entryOf("left"));
    const auto waiting = writer->append(entryOf("waiting", -4));
    ASSERT_TRUE(comes([&] { return writer->counts().diskErrors > 0; }));
    EXPECT_EQ(settled(left), sampledOut);
    EXPECT_EQ(writer->counts().sampledOut, 1);
    EXPECT_EQ(waiting.state(), queued);
}

TEST_F(Writer, AFullDiskKeepsEntriesWaitingUntilThereIsRoom) {
    std::atomic<int> told = 0;
    auto writer = open({.fsyncEvery = 0ms, .retryEvery = 1ms, .onTrouble = [&](const Error& error) {
                            told += error.code == ErrorCode::diskFull ? 1 : 100;
                        }});
    EXPECT_EQ(settled(writer->append(entryOf("r0"))), acknowledged);
    std::vector<LogTicket> tickets;
    {
        const test::FullDisk full(400);
        for (int i = 1; i < 20; ++i) {
            tickets.push_back(writer->append(entryOf("r" + std::to_string(i))));
        }
        ASSERT_TRUE(comes([&] { return writer->counts().diskErrors >= 3; }));
        EXPECT_EQ(writer->trouble()->code, ErrorCode::diskFull);
        EXPECT_EQ(tickets.back().state(), queued);
        EXPECT_TRUE(desk.current().ends_with('\n')) << "never torn";
        expectAddsUp(writer->counts());
    }
    for (const auto& ticket : tickets) {
        EXPECT_EQ(settled(ticket), acknowledged);
    }
    EXPECT_FALSE(writer->trouble());
    EXPECT_EQ(told, 1) << "once, not for each try";
    EXPECT_TRUE(writer->close());
    const auto found = ids();
    EXPECT_EQ(found.size(), 20U);
    EXPECT_TRUE(std::ranges::all_of(found, [](const auto& id) { return id.second == 1; }));
}

TEST_F(Writer, ADiskThatStaysFullFailsWhatWaitsAtTheEnd) {
    auto writer = open({.retryEvery = 1ms});
    EXPECT_EQ(settled(writer->append(entryOf("r0"))), acknowledged);
    std::vector<LogTicket> tickets;
    {
        const test::FullDisk full(200);
        for (int i = 1; i < 20; ++i) {
            tickets.push_back(writer->append(entryOf("r" + std::to_string(i))));
        }
        const auto closed = writer->close();
        ASSERT_FALSE(closed);
        EXPECT_EQ(closed.error().code, ErrorCode::diskFull);
    }
    for (const auto& ticket : tickets) {
        EXPECT_EQ(ticket.state(), failed);
    }
    EXPECT_EQ(writer->counts().failed, 19);
    EXPECT_EQ(writer->counts().waiting, 0);
    expectAddsUp(writer->counts());
    EXPECT_EQ(ids(), (std::map<std::string, int>{{"r0", 1}}));
}

TEST_F(Writer, BehindAFullDiskTheHealthyAreDroppedFirst) {
    auto writer = open({.queue = {.entries = 8, .reserve = 0.25}, .fsyncEvery = 0ms, .retryEvery = 1ms});
    const auto first = [&] {
        const test::FullDisk full(0);
        const auto held = writer->append(entryOf("held")); // the writer is busy with it
        EXPECT_TRUE(comes([&] { return writer->counts().diskErrors > 0; }));
        for (int i = 0; i < 10; ++i) {
            (void)writer->append(entryOf("healthy" + std::to_string(i)));
        }
        for (int i = 0; i < 3; ++i) {
            (void)writer->append(entryOf("flagged" + std::to_string(i), -4));
        }
        return held;
    }();
    EXPECT_EQ(settled(first), acknowledged);
    EXPECT_TRUE(writer->close());
    const auto counts = writer->counts();
    EXPECT_EQ(counts.droppedHealthy, 4);
    EXPECT_EQ(counts.lostFlagged, 1);
    EXPECT_EQ(counts.written, 9);
    expectAddsUp(counts);
    EXPECT_TRUE(ids().contains("flagged1"));
    EXPECT_FALSE(ids().contains("healthy6"));
}

} // namespace
} // namespace goldpan::ingest
