// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The store's contract: what any engine behind core/store must do.
#include "app/composition/store_factory.h"
#include "core/domain/tag.h"
#include "tests/store/support/store_builder.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <stop_token>
#include <unistd.h>

namespace goldpan {
namespace {

using test::entry;
using test::StoreBuilder;

TEST(Store, KeepsEveryFieldOfAnEntry) {
    StoreBuilder store;
    LogEntry full = entry("a1", "2025-06-12T03:04:05.678901");
    full.prompt = std::string("\xEF\xBB\xBF"
                              "bom, nul \0 and \xF0\x9F\x99\x82",
                              22);
    full.response = "";
    full.latencyMs = 9007199254740993;
    full.userIdHash = "0123456789abcdef";
    full.responseLogprob = -3.0000001;
    full.tags = {"", "a,b", "user_negative"};
    full.messages = R"([{"role":"user","content":"x"}])";
    full.output = R"({"role":"assistant"})";
    full.tools = "[]";
    full.feedback = R"([{"name":"x"}])";
    full.meta = R"({"trace_id":"t"})";
    EXPECT_EQ(store.add({full}).stored, 1);
    EXPECT_EQ(store.read("a1").entry, full);
    LogEntry bare = entry("a2");
    bare.ts.reset();
    bare.responseLogprob.reset();
    store.add({bare});
    EXPECT_EQ(store.read("a2").entry, bare);
}

TEST(Store, SecondImportStoresNothing) {
    StoreBuilder store;
    const std::vector rows{entry("a"), entry("b")};
    store.add(rows);
    const auto again = store.add(rows);
    EXPECT_EQ(again.stored, 0);
    EXPECT_EQ(again.duplicate, 2);
    EXPECT_EQ(again.differs, 0);
    EXPECT_EQ(again.retagged, 0);
}

TEST(Store, DuplicateKeepsTheFirstTextAndIsNamed) {
    StoreBuilder store;
    store.add({entry("a")});
    LogEntry other = entry("a");
    other.response = "something else";
    const auto tally = store.add({other});
    EXPECT_EQ(tally.differs, 1);
    EXPECT_EQ(tally.differing, std::vector<std::string>{"a"});
    EXPECT_EQ(store.read("a").entry.response, "response of a");
}

TEST(Store, DuplicateInOneLogCountsOnce) {
    StoreBuilder store;
    const auto tally = store.add({entry("a"), entry("a")});
    EXPECT_EQ(tally.stored, 1);
    EXPECT_EQ(tally.duplicate, 1);
}

TEST(Store, NewTagsOfADuplicateAreOneActUnlessTakenOff) {
    StoreBuilder store;
    store.add({entry("a"), entry("b")});
    LogEntry a = entry("a");
    a.tags = {"late", "user_negative"};
    LogEntry b = entry("b");
    b.tags = {"late"};
    EXPECT_EQ(store.add({a, b}).retagged, 2);
    EXPECT_EQ(store.read("a").entry.tags, (std::vector<std::string>{"late", "user_negative"}));
    EXPECT_NE(store.read("a").flags & FlagUserNegative, 0U);
    const auto history = store.store().entries().history(std::nullopt, 0);
    ASSERT_EQ(history->size(), 1U);
    EXPECT_EQ((*history)[0].act.kind, ActKind::retag);
    EXPECT_EQ((*history)[0].act.changed, 2);

    // An operator takes the tag off; the log comes again.
    ASSERT_TRUE(store.store().writes().transact([&](store::WriteTransaction& write) -> Result<void> {
        (void)*write.removeTag(store.row("b"), "late");
        const auto act = *write.beginAct({.operatorName = "ana", .kind = ActKind::tagRemove});
        (void)write.addChange(
            act, {.row = store.row("b"), .aspect = Aspect::tag, .name = "late", .before = "1", .after = {}});
        return write.finishAct(act, 1, 0);
    }));
    EXPECT_EQ(store.add({a, b}).retagged, 0);
    EXPECT_TRUE(store.read("b").entry.tags.empty());
}

TEST(Store, OrdersWithTiesInLogOrderAndMissingLast) {
    StoreBuilder store;
    auto a = entry("a", "2025-06-12T10:00:00");
    auto b = entry("b", "2025-06-12T09:00:00");
    auto c = entry("c", "2025-06-12T10:00:00");
    auto d = entry("d");
    d.ts.reset();
    a.responseLogprob = -2;
    b.responseLogprob.reset();
    c.responseLogprob = -4;
    d.responseLogprob = -2;
    store.add({a, b, c, d});
    EXPECT_EQ(store.ids("", "ts"), "b a c d");
    EXPECT_EQ(store.ids("", "-ts"), "a c b d");
    EXPECT_EQ(store.ids("", "log"), "a b c d");
    EXPECT_EQ(store.ids("", "-log"), "d c b a");
    EXPECT_EQ(store.ids("", "logprob"), "c a d b");
    EXPECT_EQ(store.ids("", "-logprob"), "a d c b");
}

TEST(Store, PublicViewsReadWithAPlainSqlite) {
    StoreBuilder store;
    auto a = entry("a", "1969-12-31T23:59:59.999999");
    a.tags = {"a", "b"};
    auto b = entry("b");
    b.ts.reset();
    store.add({a, b});
    EXPECT_EQ(store.query("SELECT ts FROM log_entries"), "1969-12-31T23:59:59.999999Z\nNULL");
    EXPECT_EQ(store.query("SELECT tags FROM log_entries"), "[\"a\",\"b\"]\n[]");
    EXPECT_EQ(store.query("SELECT review_state FROM log_entries"), "unreviewed\nunreviewed");
    EXPECT_EQ(store.query("SELECT group_concat(name, ' ') FROM pragma_table_info('log_entries')"),
              "request_id ts model_version prompt response latency_ms user_id_hash response_logprob tags "
              "review_state messages output");
    EXPECT_EQ(store.query("SELECT group_concat(name, ' ') FROM pragma_table_info('gold_corrections')"),
              "request_id corrected operator source created_at updated_at");
    EXPECT_EQ(store.query("SELECT group_concat(name, ' ') FROM pragma_table_info('drift_events')"),
              "ts window_hours model_version tagged");
    EXPECT_EQ(store.query("SELECT group_concat(name, ' ') FROM pragma_table_info('feedback_events')"),
              "request_id kind ts applied");
    EXPECT_EQ(store.query("SELECT group_concat(name, ' ') FROM pragma_table_info('export_batches')"),
              "id created_at format path rows sha256");
    EXPECT_EQ(store.query("SELECT group_concat(name, ' ') FROM pragma_table_info('quarantine')"),
              "source line reason");
}

TEST(Store, WindowsAndFeedbackTagRowsImportedLater) {
    StoreBuilder store;
    ASSERT_TRUE(store.store().writes().transact([](store::WriteTransaction& write) -> Result<void> {
        (void)*write.recordDrift(
            {.ts = *parseTimestamp("2025-06-12T12:00:00"), .windowMicros = kMicrosPerHour});
        RowId row;
        EXPECT_EQ(*write.recordFeedback({.requestId = "late", .kind = FeedbackKind::thumbsDown}, row),
                  store::FeedbackOutcome::waiting);
        EXPECT_EQ(*write.recordFeedback({.requestId = "late", .kind = FeedbackKind::thumbsDown}, row),
                  store::FeedbackOutcome::duplicate);
        return {};
    }));
    store.add({entry("late", "2025-06-12T10:59:59.999999"), entry("first", "2025-06-12T11:00:00"),
               entry("last", "2025-06-12T12:00:00"), entry("after", "2025-06-12T12:00:00.000001")});
    EXPECT_EQ(store.ids("tag:drift_window"), "first last");
    EXPECT_EQ(store.ids("tag:user_negative"), "late");
    EXPECT_EQ(store.ids("drift:last"), "first last");
    EXPECT_EQ(store.query("SELECT applied FROM feedback_events"), "1");
}

TEST(Store, QuarantineIsUniqueAndClearedWhenTheLineIsStored) {
    StoreBuilder store;
    auto session = *store.store().importer().begin("/l", "ana");
    const std::vector<store::QuarantinedLine> bad{{.line = 2, .reason = "not_json: x"},
                                                  {.line = 3, .reason = "not_json: y"}};
    ASSERT_TRUE(session->quarantine(bad));
    ASSERT_TRUE(session->quarantine(bad));
    ASSERT_TRUE(session->finish());
    EXPECT_EQ(store.query("SELECT line FROM quarantine"), "2\n3");
    session = *store.store().importer().begin("/l", "ana");
    ASSERT_TRUE(session->add(std::vector{test::importRow(entry("a"), 2)}));
    ASSERT_TRUE(session->finish());
    EXPECT_EQ(store.query("SELECT line FROM quarantine"), "3");
}

TEST(Store, RollsBackWholeOnAnyError) {
    StoreBuilder store;
    store.add({entry("a")});
    const auto done = store.store().writes().transact([&](store::WriteTransaction& write) -> Result<void> {
        (void)*write.addTag(store.row("a"), "brand new");
        return fail(ErrorCode::refused, "no");
    });
    EXPECT_EQ(done.error().code, ErrorCode::refused);
    EXPECT_TRUE(store.read("a").entry.tags.empty());
    // The tag's id went with the rollback; giving the tag again must not use it.
    ASSERT_TRUE(store.store().writes().transact([&](store::WriteTransaction& write) -> Result<void> {
        return write.addTag(store.row("a"), "brand new") ? Result<void>{} : fail(ErrorCode::internal, "x");
    }));
    EXPECT_EQ(store.read("a").entry.tags, std::vector<std::string>{"brand new"});
}

TEST(Store, FlagsFollowTags) {
    StoreBuilder store;
    auto low = entry("a");
    low.responseLogprob = -3.0000001;
    auto edge = entry("b");
    edge.responseLogprob = -3.0;
    store.add({low, edge});
    EXPECT_EQ(store.read("a").flags, FlagLowConfidence);
    EXPECT_EQ(store.read("b").flags, 0U) << "strictly below";
    const auto change = [&](const char* tag, bool add) {
        ASSERT_TRUE(store.store().writes().transact([&](store::WriteTransaction& write) -> Result<void> {
            const auto did = add ? write.addTag(store.row("a"), tag) : write.removeTag(store.row("a"), tag);
            EXPECT_TRUE(did && *did);
            return {};
        }));
    };
    change("operator_review", true);
    change("other", true);
    EXPECT_EQ(store.read("a").flags, FlagLowConfidence | FlagMarked | FlagTagged);
    change("operator_review", false);
    EXPECT_EQ(store.read("a").flags, FlagLowConfidence | FlagTagged);
    change("other", false);
    EXPECT_EQ(store.read("a").flags, FlagLowConfidence);
    EXPECT_TRUE(store.store().upkeep().check({})->empty());
}

TEST(Store, AnotherConnectionIsSeenByDataVersion) {
    StoreBuilder store;
    const auto before = *store.store().queue().dataVersion();
    EXPECT_EQ(*store.store().queue().dataVersion(), before);
    auto other = store.another();
    auto session = *other->importer().begin("/x", "bo");
    ASSERT_TRUE(session->add(std::vector{test::importRow(entry("a"))}));
    ASSERT_TRUE(session->finish());
    EXPECT_NE(*store.store().queue().dataVersion(), before);
    EXPECT_EQ(store.store().queue().newestRow()->value, 1);
}

TEST(Store, BackupIsAStoreOfItsOwn) {
    StoreBuilder store;
    store.add({entry("a")});
    const auto target = store.dir().file("copy.goldpan");
    ASSERT_TRUE(store.store().upkeep().backup(target, {}, {}));
    auto copy = composition::openStore(target);
    ASSERT_TRUE(copy) << copy.error().message;
    EXPECT_EQ((*copy)->upkeep().stats()->rows, 1);
    EXPECT_FALSE(store.store().upkeep().backup(store.path(), {}, {})) << "not onto itself";
    EXPECT_FALSE(store.store().upkeep().backup(store.dir().file("no/such/copy"), {}, {}));
}

TEST(Store, ABackupThatEndsEarlyLeavesNoJournalEither) {
    StoreBuilder store;
    auto large = entry("large");
    large.response = std::string(std::size_t{20} << 20, 'x'); // more pages than one step copies
    store.add({large});
    const auto target = store.dir().file("copy.goldpan");
    const auto journal = target + ".tmp-" + std::to_string(::getpid()) + "-journal";
    std::stop_source stop;
    const auto stuck = [&](const Progress&) { // one that SQLite cannot take away, as on a full disk
        std::filesystem::remove(journal);
        std::filesystem::create_directory(journal);
        stop.request_stop();
    };
    EXPECT_EQ(store.store().upkeep().backup(target, stuck, stop.get_token()).error().code,
              ErrorCode::cancelled);
    for (const auto& file : std::filesystem::directory_iterator(store.dir().path())) {
        EXPECT_FALSE(file.path().filename().string().starts_with("copy.goldpan")) << file.path();
    }
}

TEST(Store, BackupKeepsItsMomentWhileOthersWrite) {
    StoreBuilder store;
    auto large = entry("large");
    large.response = std::string(std::size_t{20} << 20, 'x'); // more pages than one step copies
    store.add({large});
    const auto other = store.another();
    std::int64_t copied = 0;
    std::int64_t drafts = 0;
    const auto write = [&](const Progress& progress) {
        EXPECT_GE(progress.done, copied) << "the copy began again";
        copied = progress.done;
        if (drafts < 5) {
            ++drafts;
            EXPECT_TRUE(other->writes().transact([&](store::WriteTransaction& tx) {
                return tx.setDraft(RowId{1}, "bo", std::to_string(drafts), Timestamp{1});
            }));
        }
    };
    const auto target = store.dir().file("copy.goldpan");
    ASSERT_TRUE(store.store().upkeep().backup(target, write, {}));
    EXPECT_GT(drafts, 1);
    auto copy = composition::openStore(target);
    ASSERT_TRUE(copy) << copy.error().message;
    EXPECT_EQ((*copy)->upkeep().stats()->drafts, 0);
}

TEST(Store, BackupLeavesAStoreThatIsOpenAlone) {
    StoreBuilder store;
    StoreBuilder open;
    store.add({entry("a")});
    open.add({entry("b")});
    const auto refused = store.store().upkeep().backup(open.path(), {}, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::refused);
    EXPECT_EQ(open.query("SELECT request_id FROM log_entries"), "b");
}

} // namespace
} // namespace goldpan
