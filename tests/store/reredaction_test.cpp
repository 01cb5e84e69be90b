// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A newer rule set over a store: what older rules let through is nowhere afterwards, and all else is as it
// was.
#include "core/store/reredaction.h"

#include "tests/store/support/reredaction_desk.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <map>
#include <sstream>

namespace goldpan {
namespace {

using test::kPlanted;
using test::literal;
using test::planted;
using test::said;
using testing::HasSubstr;

class ReredactionTest : public test::ReredactionDesk {
protected:
    /// Into every other place there is.
    void plantEverywhere() {
        desk.run("INSERT INTO correction VALUES(1, " + literal(said("correction")) + ", " +
                 literal(planted("corrector")) + ", 0, 7, 7, 0)");
        desk.run("UPDATE entry SET state = 1 WHERE id = 1");
        desk.run("INSERT INTO draft VALUES(2, " + literal(planted("drafter")) + ", " +
                 literal(said("draft")) + ", 7)");
        desk.run("INSERT INTO draft VALUES(2, 'other." + planted("drafter") + "', 'plain', 7)");
        desk.run("INSERT INTO suggestion VALUES(3, " + literal(said("suggestion")) + ")");
        desk.run("INSERT INTO act(id, at, operator, kind, detail) VALUES(1, 1, " + literal(planted("actor")) +
                 ", 0, " + literal(said("detail")) + "), (2, 2, 'ana', 1, '')");
        desk.run("INSERT INTO act_end VALUES(1, 1, 0), (2, 1, 0)");
        desk.run(R"(INSERT INTO act_change(act, entry, aspect, name, before, after) VALUES)"
                 R"((1, 1, 0, '', 'unreviewed', 'corrected'),)"
                 R"((1, 1, 1, '', NULL, '{"text":")" +
                 said("journal") + R"(","operator":")" + planted("journaller") +
                 R"(","source":"operator","created_at":"2025-06-12T09:00:00.000000Z",)"
                 R"("updated_at":"2025-06-12T09:00:00.000000Z","pii":false}'),)"
                 "(1, 2, 3, " +
                 literal(planted("drafter")) + ", " + literal(said("olddraft")) +
                 ", NULL), (2, 3, 0, '', 'unreviewed', 'accepted')");
        desk.run("INSERT INTO export_batch(id, created_at, format, path, rows, sha256, spec, published) "
                 "VALUES(1, 5, 'sft', " +
                 literal("/out/" + planted("export") + ".jsonl") + ", 1, 'ff', " +
                 literal(R"({"format":"sft","tags":[")" + planted("spectag") + R"("],"filter":"\")" +
                         planted("specfilter") + R"(\""})") +
                 ", 1)");
        desk.run("INSERT INTO bad_line VALUES(" + literal("/in/" + planted("badsource")) + ", 1, " +
                 literal(said("reason")) + "), (" + literal("/in/" + planted("badsource")) + ", 2, 'fine')");
        desk.run("INSERT INTO saved_queue VALUES(" + literal(planted("queue")) + ", " +
                 literal("\"" + planted("filter") + "\"") + ", 'ts', 1)");
        desk.run("INSERT INTO sampling_source VALUES(" + literal(planted("sampled")) +
                 ", 'all', NULL, 0, 0, 0, 0, 0, 0)");
        desk.run("INSERT INTO retrain VALUES(1, 1, 'm2', 5, " + literal(planted("marker")) + ", 6, " +
                 literal(planted("deployer")) + ", " + literal(said("why")) + ")");
        desk.run("INSERT INTO gate_verdict VALUES(1, 'm2', 'promotable', " +
                 literal(R"({"note":")" + said("report") + R"("})") + ", 5, " + literal(planted("judge")) +
                 ")");
        desk.run("INSERT INTO sampled_out(key_hash, ts, model) VALUES(-77, 5, 1)");
        desk.run("INSERT INTO held_row VALUES(-77, 5, 'h', 'm1', NULL, NULL, NULL, " +
                 literal(R"([")" + planted("heldtag") + R"("])") + ", 0, " + literal(said("heldprompt")) +
                 ", " + literal(said("heldresponse")) + ", NULL, NULL, NULL, NULL, " +
                 literal(R"({"k":")" + said("heldmeta") + R"("})") + ")");
        desk.run("INSERT INTO followed_log VALUES(" + literal("/live/" + planted("log")) + ")");
        desk.run("INSERT INTO followed_file VALUES(" + literal("/live/" + planted("log")) +
                 ", 1, 1, 9, 'ff', " + literal(planted("file")) + ", 9)");
        ASSERT_TRUE(
            reredaction().beginCopy(store::CopyKind::backup, "/safe/" + planted("backup"), Timestamp{5}));
        // Deleted rows: their words are in free pages.
        desk.run("PRAGMA secure_delete=OFF; CREATE TABLE gone(t TEXT); WITH RECURSIVE n(i) AS (SELECT 1 "
                 "UNION ALL SELECT i + 1 FROM n "
                 "LIMIT 3000) INSERT INTO gone SELECT " +
                 literal(said("deleted")) + " FROM n; DROP TABLE gone");
    }

    /// Names of the files beside the store that hold a planted value.
    [[nodiscard]] std::vector<std::string> filesWithSecrets() const {
        std::vector<std::string> found;
        for (const auto& file : std::filesystem::recursive_directory_iterator(desk.dir().path())) {
            std::ifstream stream(file.path(), std::ios::binary);
            std::ostringstream bytes;
            bytes << stream.rdbuf();
            if (bytes.str().find(kPlanted) != std::string::npos) {
                found.push_back(file.path().filename().string());
            }
        }
        return found;
    }
};

TEST_F(ReredactionTest, APreviewCountsAndChangesNothing) {
    plantEverywhere();
    const auto before = desk.query("SELECT prompt FROM entry_text");
    std::map<std::string, int> found;
    const auto tally = reredaction().preview(
        redactor, [&](std::string_view field, std::string_view) { ++found[std::string(field)]; }, {}, {});
    ASSERT_TRUE(tally) << tally.error().message;
    EXPECT_EQ(tally->rows, 3) << "a by its texts, b by its draft, c by its suggestion";
    EXPECT_EQ(tally->acts, 1) << "act 2 changed a state and nothing else";
    EXPECT_GE(tally->counts.byType[static_cast<std::size_t>(redact::PiiType::email)], 35);
    EXPECT_EQ(tally->byField.at("prompt"), 1);
    EXPECT_EQ(tally->byField.at("held_row"), 4);
    EXPECT_EQ(found["saved_queue"], 1) << "its filter; its name goes with it";
    EXPECT_EQ(tally->queues, 1);
    EXPECT_EQ(desk.query("SELECT prompt FROM entry_text"), before);
    EXPECT_FALSE(filesWithSecrets().empty());
}

TEST_F(ReredactionTest, NothingOfTheOldTextIsLeftInTheFileOrBesideIt) {
    plantEverywhere();
    ASSERT_TRUE(desk.store().searchIndex().build({}, {}, {}));
    rewrite();
    EXPECT_FALSE(filesWithSecrets().empty()) << "free pages and the log still have it";
    const auto path = desk.path();
    desk.close();
    const auto ended = composition::endReredaction(path, redactor);
    ASSERT_TRUE(ended) << ended.error().message;
    ASSERT_TRUE(*ended);
    EXPECT_EQ((*ended)->rows, 3);
    EXPECT_EQ((*ended)->acts, 1);
    EXPECT_GT((*ended)->fields, 35);
    EXPECT_EQ(filesWithSecrets(), std::vector<std::string>{});
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
        EXPECT_FALSE(std::filesystem::exists(path + suffix)) << suffix;
    }
    desk.reopen();
    EXPECT_EQ(*desk.store().upkeep().check({}), std::vector<std::string>{});
    EXPECT_EQ(desk.store().upkeep().stats()->index.state, store::IndexState::building) << "as it was there";
    EXPECT_EQ(desk.query("SELECT count(*) FROM reredaction"), "0");
}

TEST_F(ReredactionTest, WhatIsNotRedactedStays) {
    plantEverywhere();
    rewrite();
    const auto row = desk.read("a");
    EXPECT_EQ(row.entry.prompt, "ask [EMAIL] please");
    EXPECT_EQ(row.entry.messages, R"([{"role":"user","content":"ask [EMAIL] please"}])");
    EXPECT_EQ(row.entry.userIdHash, "00112233445566ff");
    EXPECT_EQ(row.entry.tags, (std::vector<std::string>{"ask [EMAIL] please", "plain"}));
    EXPECT_EQ(row.correction->text, "ask [EMAIL] please");
    EXPECT_TRUE(row.correction->pii) << "held back by export until it is saved by hand";
    EXPECT_EQ(desk.ids("is:pii"), "a");
    EXPECT_EQ(desk.read("b").entry.prompt, "prompt of b");
    EXPECT_EQ(desk.query("SELECT operator || ' ' || text FROM draft ORDER BY 1"),
              "[EMAIL] 2 plain\n[EMAIL] ask [EMAIL] please")
        << "two operators stay two";
    EXPECT_EQ(desk.query("SELECT count(*) FROM saved_queue"), "0") << "its filter would find other rows";
    EXPECT_EQ(desk.query("SELECT source || line FROM bad_line ORDER BY line"), "/in/[EMAIL]1\n/in/[EMAIL]2");
}

TEST_F(ReredactionTest, BrokenOffItIsGoneOnWithAndNeverSaidToBeDone) {
    plantEverywhere();
    ASSERT_TRUE(reredaction().begin(rules()));
    std::stop_source stop;
    const auto stopped = reredaction().rewrite(
        redactor, [&](const Progress& progress) { progress.rows >= 4 ? (void)stop.request_stop() : void(); },
        stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::cancelled);
    EXPECT_TRUE((*reredaction().pending())->act);
    EXPECT_EQ(test::problemOf(reredaction().drop()).substr(0, 8), "refused:");
    EXPECT_EQ(test::problemOf(reredaction().begin(rules("beef"))).substr(0, 8), "refused:");
    EXPECT_EQ(reredaction().begin(rules())->value, (*reredaction().pending())->act->value);
    rewrite();
    desk.close();
    const auto ended = composition::endReredaction(desk.path(), redactor);
    ASSERT_TRUE(ended) << ended.error().message;
    EXPECT_EQ((*ended)->rows, 3) << "each once";
    EXPECT_EQ(filesWithSecrets(), std::vector<std::string>{});
    const auto nothing = composition::endReredaction(desk.path(), redactor);
    ASSERT_TRUE(nothing);
    EXPECT_FALSE(*nothing);
    desk.reopen();
}

TEST_F(ReredactionTest, TheLastStepNeedsTheStoreAloneAndTakesWhatOthersWrote) {
    rewrite();
    auto late = test::entry("late");
    late.response = said("late");
    desk.StoreBuilder::add({late});
    const auto busy = composition::endReredaction(desk.path(), redactor);
    ASSERT_FALSE(busy);
    EXPECT_EQ(busy.error().code, ErrorCode::busy);
    EXPECT_THAT(busy.error().message, HasSubstr("another program"));
    EXPECT_EQ(desk.read("late").entry.response, said("late"));
    desk.close();
    ASSERT_TRUE(composition::endReredaction(desk.path(), redactor));
    EXPECT_EQ(filesWithSecrets(), std::vector<std::string>{});
    desk.reopen();
    EXPECT_EQ(desk.read("late").entry.response, "ask [EMAIL] please");
}

TEST_F(ReredactionTest, AnIndexOfTheOldWordsAnswersNobody) {
    ASSERT_TRUE(desk.store().searchIndex().build({}, {}, {}));
    rewrite();
    EXPECT_EQ(desk.store().upkeep().stats()->index.state, store::IndexState::missing);
    EXPECT_EQ(desk.ids("\"[EMAIL] please\""), "a");
}

} // namespace
} // namespace goldpan
