// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A re-redaction that is killed, or that runs out of room: never half-way said to be done, and finished by
// the same command.
#include "tests/process/support/desk.h"

#include <csignal>
#include <filesystem>
#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;

constexpr const char* kRules =
    R"({"version": 1, "rules": [{"name": "customer", "pattern": "CUST-[0-9]{6}", "token": "[CUSTOMER_NO]"}]})";
constexpr std::string_view kOld = "CUST-1";

std::string logOf(int rows, int withOldText) {
    std::string text;
    for (int i = 0; i < rows; ++i) {
        const std::string number = i < withOldText ? std::string(kOld) + std::to_string(10'000 + i) : "none";
        nlohmann::json line = {{"request_id", "r" + std::to_string(i)},
                               {"ts", "2026-06-12T03:04:05Z"},
                               {"model_version", "m"},
                               {"prompt", "I am " + number},
                               {"response", std::string(2'000, 'x') + " " + number},
                               {"latency_ms", 1},
                               {"user_id_hash", "00112233445566ff"},
                               {"response_logprob", -0.1},
                               {"tags", nlohmann::json::array()}};
        text += line.dump() + "\n";
    }
    return text;
}

class ReredactProcess : public testing::Test {
protected:
    void import(int rows, int withOldText) {
        Desk::done({"import", desk.store, desk.dir.write("a.jsonl", logOf(rows, withOldText))});
        std::filesystem::remove(desk.dir.file("a.jsonl"));
    }

    [[nodiscard]] std::vector<std::string> confirm() const {
        return {"reredact", desk.store, "--rules", rules, "--confirm"};
    }

    void expectNothingLeft() const {
        for (const auto& name : desk.files()) {
            EXPECT_EQ(desk.dir.read(name).find(kOld), std::string::npos) << name;
        }
        EXPECT_EQ(
            desk.number("SELECT count(*) FROM act JOIN act_end ON act_end.act = act.id WHERE kind = 14"), 1);
        EXPECT_EQ(desk.number("SELECT count(*) FROM reredaction"), 0);
        desk.expectSound();
    }

    Desk desk;
    std::string rules = desk.dir.write("rules.json", kRules);
};

TEST_F(ReredactProcess, KilledItIsFinishedByTheSameCommand) {
    constexpr int kRows = 4'000;
    import(kRows, kRows);
    for (int kills = 0; kills < 3; ++kills) {
        const auto enough = 1 + 400 * kills;
        Child running({.args = confirm()});
        ASSERT_TRUE(waitUntil([&] {
            return desk.number("SELECT count(*) FROM reredaction_row") >= enough || running.hasEnded();
        }));
        running.kill(SIGKILL);
        if (running.end().signal == SIGKILL) {
            EXPECT_EQ(desk.number("SELECT count(*) FROM act_end WHERE changed < " + std::to_string(kRows)), 0)
                << "said to be done half-way";
        }
    }
    const auto again = Desk::run(confirm());
    ASSERT_EQ(again.exit, 0) << again.err;
    EXPECT_EQ(desk.number("SELECT count(*) FROM entry_text WHERE prompt = 'I am [CUSTOMER_NO]'"), kRows);
    EXPECT_EQ(
        desk.number("SELECT max(changed) FROM act_end JOIN act ON act.id = act_end.act WHERE kind = 14"),
        kRows);
    for (const auto& name : desk.files()) {
        EXPECT_EQ(desk.dir.read(name).find(kOld), std::string::npos) << name;
    }
    desk.expectSound();
}

TEST_F(ReredactProcess, WithoutRoomForTheNewFileItSaysSoAndLosesNothing) {
    constexpr int kRows = 6'000;
    import(kRows, 5);
    const auto stopped = Desk::run(confirm(), sizeOf(desk.store) / 2);
    EXPECT_EQ(stopped.exit, 1);
    EXPECT_EQ(stopped.errorCode(), "disk_full") << stopped.err;
    EXPECT_THAT(stopped.err, HasSubstr("MB needed"));
    EXPECT_THAT(stopped.out, testing::IsEmpty());
    EXPECT_EQ(desk.rows(), kRows);
    EXPECT_EQ(desk.number("SELECT count(*) FROM act JOIN act_end ON act_end.act = act.id WHERE kind = 14"),
              0);
    const auto done = Desk::done(confirm());
    EXPECT_EQ(done["rows"], 5);
    EXPECT_EQ(desk.rows(), kRows);
    expectNothingLeft();
}

TEST_F(ReredactProcess, BusyWhileAnotherProgramHasTheStore) {
    import(10, 10);
    Child other(
        {.args = {"import", desk.store, "-"}, .pipedInput = true}); // has it open until its input ends
    ASSERT_TRUE(other.feed(logOf(20, 0)));
    ASSERT_TRUE(waitUntil([&] { return std::filesystem::exists(desk.store + "-shm") || other.hasEnded(); }));
    const auto busy = Desk::run(confirm());
    EXPECT_EQ(busy.exit, 1);
    EXPECT_EQ(busy.errorCode(), "busy") << busy.err;
    EXPECT_THAT(busy.err, HasSubstr("needs the store alone"));
    other.closeInput();
    // The new rules are in place before the last step: what read the old ones ends, what had not yet goes on.
    const auto ended = other.end();
    EXPECT_TRUE(ended.exit == 0 || ended.err.contains("other redaction rules")) << ended.err;
    EXPECT_EQ(Desk::run(confirm()).exit, 0);
    expectNothingLeft();
}

} // namespace
} // namespace goldpan::test
