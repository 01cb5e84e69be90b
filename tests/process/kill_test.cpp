// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at bad moments: what was acknowledged is there, and the same command again finishes the work.
#include "tests/process/support/desk.h"

#include <csignal>
#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

/// A phrase that finds `text`.
std::string filterText(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    }
    return out + "\"";
}

TEST(Kill, AnImportIntoANewStoreLeavesNoStoreAndStartsAgain) {
    constexpr int kRows = 12'000;
    const Desk desk;
    const auto text = Desk::logText(kRows, 1);
    const auto log = desk.dir.write("a.jsonl", text);
    {
        Child halfway({.args = {"import", desk.store, "-"}, .pipedInput = true});
        ASSERT_TRUE(halfway.feed(std::string_view(text).substr(0, text.size() / 2)));
        halfway.kill(SIGKILL);
        EXPECT_EQ(halfway.end().signal, SIGKILL);
    }
    EXPECT_THAT(desk.files(), Contains("s.goldpan.part"));
    EXPECT_THAT(desk.files(), Not(Contains("s.goldpan")));
    {
        Child writing({.args = {"import", desk.store, log}}); // its pages go out with the commit
        ASSERT_TRUE(waitUntil([&] { return sizeOf(desk.part) > text.size() / 2 || writing.hasEnded(); }));
        writing.kill(SIGKILL);
        writing.end();
    }
    // not there, or, where the end came first, whole: never a half
    ASSERT_TRUE(sizeOf(desk.store) == 0 || desk.rows() == kRows);

    const auto again = Desk::done({"import", desk.store, log});
    EXPECT_EQ(again["complete"], true);
    EXPECT_EQ(again["read"], kRows);
    EXPECT_THAT(desk.files(), ElementsAre("a.jsonl", "s.goldpan"));
    desk.expectSound();

    const Desk undisturbed;
    const auto whole = Desk::done({"import", undisturbed.store, log});
    EXPECT_EQ(whole["redacted"], again["redacted"]);
    EXPECT_EQ(Desk::done({"stats", desk.store}), Desk::done({"stats", undisturbed.store}));
    EXPECT_EQ(desk.contentHash(), undisturbed.contentHash());
}

TEST(Kill, ImportsIntoAStoreThatIsThereLoseNothingAndDoubleNothing) {
    constexpr int kBefore = 2'000;
    constexpr int kMore = 12'000;
    const Desk desk;
    const auto first = desk.writeLog("a.jsonl", kBefore, 1);
    const auto text = Desk::logText(kMore, 2);
    const auto second = desk.dir.write("b.jsonl", text);
    Desk::done({"import", desk.store, first});
    const auto ids = desk.texts("SELECT request_id FROM log_entries LIMIT 3");
    for (const auto& id : ids) {
        Desk::done({"correct", desk.store, id, "--text", "better than " + id});
    }
    for (unsigned kill = 1; kill <= 5; ++kill) {
        // fed by hand, so that the end is never reached, however slow the test is
        Child import({.args = {"import", desk.store, "-"}, .pipedInput = true});
        ASSERT_TRUE(import.feed(text.substr(0, text.size() / 6 * kill)));
        const auto enough = kBefore + kMore / 6 * static_cast<int>(kill - 1);
        ASSERT_TRUE(waitUntil([&] { return desk.rows() > enough; }));
        import.kill(SIGKILL);
        EXPECT_EQ(import.end().signal, SIGKILL);
        desk.expectSound();
        EXPECT_GT(desk.rows(), enough) << "what was committed stays";
        EXPECT_EQ(desk.number("SELECT count(*) FROM gold_corrections"), 3);
    }
    const auto stored = desk.rows() - kBefore;
    const auto finished = Desk::done({"import", desk.store, second});
    EXPECT_EQ(finished["complete"], true);
    EXPECT_EQ(finished["duplicate"], stored);
    EXPECT_EQ(finished["stored"], kMore - stored);
    EXPECT_EQ(desk.rows(), kBefore + kMore);
    EXPECT_EQ(desk.number("SELECT count(DISTINCT request_id) FROM log_entries"), kBefore + kMore);
    for (const auto& id : ids) {
        EXPECT_THAT(desk.texts("SELECT corrected FROM gold_corrections WHERE request_id = '" + id + "'"),
                    ElementsAre("better than " + id));
    }
    desk.expectSound();

    const Desk undisturbed;
    Desk::done({"import", undisturbed.store, first, second});
    const std::string others = "-(id:" + ids[0] + " OR id:" + ids[1] + " OR id:" + ids[2] + ")";
    EXPECT_EQ(desk.contentHash(others), undisturbed.contentHash(others));
}

TEST(Kill, AnIndexIsBuiltOnFromWhereItWas) {
    constexpr int kRows = 50'000;
    const Desk desk;
    Desk::done({"import", desk.store, desk.writeLog("a.jsonl", kRows, 1)});
    const auto covered = [&] { return desk.number("SELECT max(last) FROM search_segment WHERE published"); };
    std::int64_t before = 0;
    for (int kill = 0; kill < 2; ++kill) {
        Child index({.args = {"index", desk.store}});
        ASSERT_TRUE(waitUntil([&] { return covered() > before || index.hasEnded(); }));
        index.kill(SIGKILL);
        index.end();
        before = covered();
        ASSERT_GT(before, 0);
        desk.expectSound();
    }
    const auto finished = Desk::done({"index", desk.store});
    EXPECT_EQ(finished["index"], "ready");
    EXPECT_EQ(finished["rows"], kRows);
    EXPECT_LE(finished["indexed"], kRows - before) << "what was committed was kept";
    EXPECT_EQ(desk.number("SELECT count(*) FROM search_segment WHERE NOT published"), 0);
    EXPECT_EQ(desk.number("SELECT count(*) FROM search_page WHERE NOT EXISTS(SELECT 1 FROM search_segment s "
                          "WHERE s.id = key >> 18)"),
              0);
    desk.expectSound();
    const auto word = desk.texts("SELECT substr(prompt, 20, 12) FROM log_entries LIMIT 1 OFFSET 33333").at(0);
    const auto indexed = Desk::run({"queue", desk.store, "--filter", filterText(word)});
    Desk::done({"index", desk.store, "--drop"});
    EXPECT_EQ(indexed.out, Desk::run({"queue", desk.store, "--filter", filterText(word)}).out);
    EXPECT_FALSE(indexed.out.empty());
}

TEST(Kill, ACorrectionThatWasAcknowledgedIsThere) {
    constexpr int kActs = 12;
    const Desk desk;
    Desk::done({"import", desk.store, desk.writeLog("a.jsonl", kActs, 1)});
    int acknowledged = 0;
    for (const auto& id : desk.texts("SELECT request_id FROM log_entries")) {
        Child correct(
            {.args = {"correct", desk.store, id, "--text", "gold for " + id, "--json"}, .pipedOutput = true});
        const auto said = nlohmann::json::parse(correct.readLine(), nullptr, false);
        correct.kill(SIGKILL);
        correct.end();
        ASSERT_TRUE(said.is_object());
        EXPECT_EQ(said["changed"], 1);
        EXPECT_EQ(said["act"], ++acknowledged);
    }
    EXPECT_EQ(acknowledged, kActs);
    desk.expectSound();
    EXPECT_EQ(
        desk.number("SELECT count(*) FROM gold_corrections WHERE corrected = 'gold for ' || request_id"),
        kActs);
}

} // namespace
} // namespace goldpan::test
