// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Logs into a real store.
#include "app/composition/store_factory.h"
#include "core/ingest/import_job.h"
#include "core/store/importer.h"
#include "core/store/queue_reader.h"
#include "core/store/rule_sets.h"
#include "core/store/user_keys.h"
#include "tests/store/support/store_builder.h"
#include "tests/support/places.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <thread>
#include <utility>

namespace goldpan {
namespace {

using ingest::ImportReport;

std::string row(const std::string& id, const std::string& more = R"("tags":[])") {
    return R"({"request_id":")" + id + R"(","ts":"2025-06-12T03:04:05","model_version":"m","prompt":"p of )" +
           id + R"(","response":"r",)" + more + "}\n";
}

class Import : public testing::Test {
protected:
    Result<void> import(const std::string& log) {
        return ingest::ImportJob(builder.store(), redactor)
            .run({.logs = {log}, .operatorName = "ada"}, report);
    }
    std::string stored() const { return builder.query("SELECT count(*) FROM log_entries"); }
    void expectSum() const {
        EXPECT_EQ(report.read, report.tally.stored + report.tally.duplicate + report.tally.sampledOut +
                                   report.quarantined);
    }

    test::StoreBuilder builder;
    redact::Redactor redactor;
    ImportReport report;
};

TEST_F(Import, CountsAddUpAndASecondTimeStoresNothing) {
    const auto log = builder.dir().write("log.jsonl", row("a") + row("b") + "bad\n" + row("a") +
                                                          "\n{\"request_id\":\"torn");
    ASSERT_TRUE(import(log));
    EXPECT_EQ(report.read, 4);
    EXPECT_EQ(report.tally.stored, 2);
    EXPECT_EQ(report.tally.duplicate, 1);
    EXPECT_EQ(report.quarantined, 1);
    EXPECT_EQ(report.pending, 1);
    expectSum();
    ASSERT_TRUE(import(log));
    EXPECT_EQ(report.tally.stored, 0);
    EXPECT_EQ(report.tally.duplicate, 3);
    expectSum();
    EXPECT_EQ(stored(), "2");
    EXPECT_EQ(builder.query("SELECT request_id FROM log_entries"), "a\nb") << "log order";
}

TEST_F(Import, ShowsBadLinesAndForgetsThemWhenTheyAreGood) {
    const auto log = builder.dir().write("log.jsonl", row("a") + "{\"broken\n" + row("c", R"("tags":null)"));
    ASSERT_TRUE(import(log));
    EXPECT_EQ(builder.query("SELECT source || ' ' || line || ' ' || reason FROM quarantine ORDER BY line"),
              log + " 2 not_json: not one JSON object\n" + log + " 3 wrong_type: tags");
    ASSERT_TRUE(import(log));
    EXPECT_EQ(builder.query("SELECT count(*) FROM quarantine"), "2") << "once for each line";
    builder.dir().write("log.jsonl", row("a") + row("b") + row("c", R"("tags":null)"));
    ASSERT_TRUE(import(log));
    EXPECT_EQ(report.tally.stored, 1);
    EXPECT_EQ(builder.query("SELECT line FROM quarantine"), "3");
}

TEST_F(Import, ALogThatWasRenamedTakesWhatIsKeptByItsNameAlong) {
    const auto log = builder.dir().write("log.jsonl", row("a") + "bad\nworse\n" + row("b"));
    const auto old = builder.dir().write("log.jsonl.1", "bad\n" + row("c") + "[]\n");
    ASSERT_TRUE(import(log));
    ASSERT_TRUE(import(old));
    builder.run("INSERT INTO sampling_source SELECT '" + log + "', 'budget', 0.05, 0, 0, 0, 1, 0, 19");
    ASSERT_TRUE(builder.store().importer().renameSource(log, old));
    EXPECT_EQ(builder.query("SELECT source || ' ' || line || ' ' || reason FROM quarantine ORDER BY line"),
              old + " 1 not_json: not one JSON object\n" + old + " 2 not_json: not one JSON object\n" + old +
                  " 3 not_json: not one JSON object");
    EXPECT_EQ(builder.query("SELECT source FROM sampling_source WHERE keep = 'budget'"), old);
}

TEST_F(Import, LeavesNoTraceOfWhatIsNoLog) {
    const auto result = import(builder.dir().write("words.txt", "plain\nwords\n"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::notJsonl);
    EXPECT_EQ(stored(), "0");
    EXPECT_EQ(builder.query("SELECT count(*) FROM quarantine"), "0");
}

TEST_F(Import, StoresRedactedTextOnly) {
    ASSERT_TRUE(import(builder.dir().write(
        "log.jsonl",
        row("a", R"("user_id":"bob@example.com","note":"from bob@example.com","tags":["bob@example.com"],)"
                 R"("messages":[{"role":"user","content":"I am bob@example.com"}])"))));
    EXPECT_EQ(report.redacted.byType[0], 3);
    EXPECT_EQ(report.redacted.usersHashed, 1);
    const auto store = builder.dir().read(std::filesystem::path(builder.path()).filename().string()) +
                       builder.dir().read(std::filesystem::path(builder.path()).filename().string() + "-wal");
    EXPECT_EQ(store.find("bob@example.com"), std::string::npos);
}

TEST_F(Import, KeepsWhatATornGzipHolds) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) {
        text += row(std::to_string(i * 7919));
    }
    builder.dir().writeGzip("whole.gz", text);
    const auto packed = builder.dir().read("whole.gz");
    const auto log = builder.dir().write("log.gz", packed.substr(0, packed.size() / 2));
    EXPECT_EQ(import(log).error().code, ErrorCode::unreadable);
    EXPECT_FALSE(report.complete);
    EXPECT_GT(report.tally.stored, 0);
    EXPECT_EQ(stored(), std::to_string(report.tally.stored));
    EXPECT_EQ(builder.query("SELECT count(*) FROM quarantine"), "0");

    builder.dir().write("log.gz", packed);
    ASSERT_TRUE(import(log)) << "the whole file finishes it";
    EXPECT_EQ(stored(), "20000");
}

TEST_F(Import, BuildsANewStoreOrNone) {
    const auto path = builder.dir().file("new.goldpan");
    {
        auto target = composition::StoreForImport::open(path);
        ASSERT_TRUE(target);
        EXPECT_FALSE(ingest::ImportJob(target->store(), redactor)
                         .run({.logs = {builder.dir().write("words", "words\n")}}, report));
    }
    EXPECT_FALSE(std::filesystem::exists(path));
    auto target = composition::StoreForImport::open(path);
    ASSERT_TRUE(target);
    ASSERT_TRUE(
        ingest::ImportJob(target->store(), redactor)
            .run({.logs = {builder.dir().write("log.jsonl", row("a") + row("b") + row("a"))}}, report));
    ASSERT_TRUE(target->publish());
    EXPECT_EQ(report.tally.stored, 2);
    EXPECT_EQ(report.tally.duplicate, 1);
    EXPECT_TRUE(std::filesystem::exists(path));
}

TEST_F(Import, TakesTheSharedLogs) {
    if (test::sharedData().empty()) {
        GTEST_SKIP() << "the shared logs are not here";
    }
    ASSERT_TRUE(import(test::sharedData() + "/logs/inference_small.jsonl"));
    EXPECT_EQ(report.tally.stored, 200);
    EXPECT_EQ(report.quarantined, 0);
    ASSERT_TRUE(import(test::sharedData() + "/logs/inference.jsonl.gz"));
    EXPECT_EQ(report.read, 3276);
    EXPECT_EQ(report.tally.differs, 0);
    EXPECT_EQ(report.quarantined, 0);
    EXPECT_EQ(stored(), std::to_string(200 + report.tally.stored));
    ASSERT_TRUE(import(test::sharedData() + "/logs/edge.jsonl.gz"));
    EXPECT_EQ(report.read, 50) << "two of the 52 lines are blank";
    EXPECT_EQ(report.tally.duplicate, 1);
    EXPECT_EQ(report.tally.differs, 1);
    EXPECT_EQ(report.repaired, 1);
    EXPECT_EQ(report.quarantined, 19);
    expectSum();
}

TEST_F(Import, EndsWhereTheStoreGetsOtherRulesMeanwhile) {
    std::string text;
    for (int i = 0; text.size() < 12'000'000; ++i) { // three blocks
        text += row("r" + std::to_string(i), R"("note":"C-1234 )" + std::string(1000, 'x') + '"');
    }
    const auto log = builder.dir().write("log.jsonl", text);
    const redact::RuleSet customers = *redact::RuleSet::fromJson(
        R"({"rules":[{"name":"c","pattern":"C-[0-9]+","token":"[CUSTOMER_NO]"}]})");
    bool isSet = false;
    const auto done =
        ingest::ImportJob(builder.store(), redactor)
            .run({.logs = {log}, .jobs = 1, .operatorName = "ada"}, report, [&](const Progress&) {
                if (!std::exchange(isSet, true)) {
                    EXPECT_TRUE(builder.store().ruleSets().set(
                        {.hash = customers.hash(), .json = customers.toJson()}));
                }
            });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::conflict);
    EXPECT_FALSE(report.complete);
    EXPECT_GT(report.tally.stored, 0);
    EXPECT_EQ(stored(), std::to_string(report.tally.stored)) << "the first block";
    EXPECT_EQ(import(log).error().code, ErrorCode::conflict) << "by the old rules it does not even begin";
    const redact::Redactor newer(customers);
    const auto before = report.tally.stored;
    ASSERT_TRUE(
        ingest::ImportJob(builder.store(), newer).run({.logs = {log}, .operatorName = "ada"}, report));
    EXPECT_GT(report.tally.stored, before);
}

TEST_F(Import, AsksInsideEachTransactionWhetherItMayStore) {
    const std::vector<store::ImportRow> rows{test::importRow(test::entry("a"), 1),
                                             test::importRow(test::entry("b"), 2),
                                             test::importRow(test::entry("c"), 3)};
    auto session = *builder.store().importer().begin("/log", "ada");
    int asked = 0;
    const auto admit = [&]() -> Result<void> {
        EXPECT_THROW(builder.run("DELETE FROM rule_set"), std::runtime_error) << "nobody else writes now";
        std::this_thread::sleep_for(std::chrono::milliseconds(60)); // more than one transaction may take
        return ++asked < 3 ? Result<void>{} : fail(ErrorCode::conflict, "other rules");
    };
    const auto tally = session->add(rows, admit, {});
    ASSERT_TRUE(tally);
    EXPECT_EQ(tally->stored, 2) << "one in each";
    EXPECT_EQ(stored(), "2");
    EXPECT_EQ(session->add(rows).error().code, ErrorCode::conflict);
    EXPECT_EQ(session->finish().error().code, ErrorCode::conflict);
    session = *builder.store().importer().begin("/log", "ada");
    EXPECT_EQ(session->add(std::span(rows).last(1), admit, {}).error().code, ErrorCode::conflict);
    EXPECT_EQ(stored(), "2");
}

TEST_F(Import, TellsWhatATransactionStoredInsideIt) {
    auto hashed = test::importRow(test::entry("a"), 1);
    hashed.hashesUser = true;
    const std::vector<store::ImportRow> rows{hashed, test::importRow(test::entry("b"), 2)};
    auto session = *builder.store().importer().begin("/log", "ada");
    const auto refuse = [&](const store::ImportTally& tally) -> Result<void> {
        EXPECT_EQ(tally.stored, 2);
        EXPECT_EQ(tally.hashed, 1);
        EXPECT_TRUE(builder.store().userKeys().set({"mark", {9}, "ada"})) << "a part of the transaction";
        return fail(ErrorCode::conflict, "not these");
    };
    EXPECT_EQ(session->add(rows, {}, refuse).error().code, ErrorCode::conflict);
    EXPECT_EQ(stored(), "0");
    EXPECT_EQ(builder.query("SELECT count(*) FROM user_key"), "0");
}

TEST_F(Import, KeepsPersonalDataOutOfItsOwnRecords) {
    const auto log = builder.dir().write("bob@example.com.jsonl", row("a") + "{\"broken\n");
    ASSERT_TRUE(import(log));
    const auto again = builder.dir().write("log.jsonl", row("a", R"("tags":["new"])"));
    ASSERT_TRUE(ingest::ImportJob(builder.store(), redactor)
                    .run({.logs = {again}, .operatorName = "ada@example.com"}, report));
    EXPECT_EQ(report.tally.retagged, 1);
    EXPECT_EQ(builder.query("SELECT source FROM quarantine"), builder.dir().file("[EMAIL]"));
    EXPECT_EQ(builder.query("SELECT operator FROM act"), "[EMAIL]");
}

} // namespace
} // namespace goldpan
