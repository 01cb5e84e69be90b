// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger as the store keeps it: what was trained, what came out, what the gates said.
#include "core/store/ledger.h"
#include "tests/store/support/export_desk.h"

namespace goldpan::test {
namespace {

constexpr std::int64_t kDay = 24 * kMicrosPerHour;

class LedgerTest : public ExportDesk {
protected:
    void SetUp() override {
        m_store.add({tagged("a", {"t"}), tagged("b", {"t"}), tagged("c", {"t"})});
        correct("a", "A");
        correct("b", "B");
        ASSERT_EQ(ran({}, file("batch.jsonl")).rows, 2);
    }

    store::Ledger& ledger() { return m_store.store().ledger(); }
    store::Retrain retrain(std::string model, std::int64_t at = 5 * kDay, std::int64_t batch = 1) {
        return {
            .batch = BatchId{batch}, .model = std::move(model), .markedAt = Timestamp{at}, .markedBy = "ann"};
    }
    std::int64_t drift(std::string_view ts) {
        store::RecordedDrift out;
        EXPECT_TRUE(m_store.store().writes().transact([&](store::WriteTransaction& tx) -> Result<void> {
            out = tx.recordDrift({*parseTimestamp(ts), kMicrosPerHour, "m1", false}).value();
            return {};
        }));
        return out.id;
    }
};

TEST_F(LedgerTest, KeepsRetrainsByTheTimeTheyWereMarked) {
    ASSERT_TRUE(ledger().mark(retrain("m3", 9 * kDay), {}));
    ASSERT_TRUE(ledger().mark(retrain("m2", 8 * kDay), {}));
    const auto kept = m_store.another()->ledger().retrains().value();
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].model, "m2");
    EXPECT_EQ(kept[1].model, "m3");
    EXPECT_EQ(kept[1].batch, BatchId{1});
    EXPECT_EQ(kept[1].markedBy, "ann");
    EXPECT_FALSE(kept[1].deployedAt);
    EXPECT_EQ(m_store.query("SELECT model || ' ' || marked_at || ifnull(deployed_at, '-') FROM retrains"),
              "m3 1970-01-10T00:00:00.000000Z-\nm2 1970-01-09T00:00:00.000000Z-");
}

TEST_F(LedgerTest, RefusesABatchThatIsNotThereAndOneThatIsMarked) {
    EXPECT_EQ(ledger().mark(retrain("m2", kDay, 7), {}).error().code, ErrorCode::notFound);
    m_store.run("UPDATE export_batch SET published = 0");
    EXPECT_EQ(ledger().mark(retrain("m2"), {}).error().code, ErrorCode::notFound) << "nobody sees it yet";
    m_store.run("UPDATE export_batch SET published = 1");
    ASSERT_TRUE(ledger().mark(retrain("m2"), {}));
    EXPECT_EQ(ledger().mark(retrain("m2"), {}).error().code, ErrorCode::refused);
    EXPECT_TRUE(ledger().mark(retrain("m2-large"), {})) << "one batch may train more than one model";
    EXPECT_EQ(ledger().retrains()->size(), 2U);
}

TEST_F(LedgerTest, ClosesDriftWindowsOnce) {
    const auto first = drift("2025-06-12T09:00:00");
    const auto second = drift("2025-06-13T09:00:00");
    ASSERT_EQ(ran({}, file("again.jsonl")).rows, 2);
    ASSERT_TRUE(ledger().mark(retrain("m2"), std::vector{first}));
    ASSERT_TRUE(ledger().mark(retrain("m3", 6 * kDay, 2), std::vector{first}));
    const auto windows = m_store.store().events().driftWindows().value();
    ASSERT_EQ(windows.size(), 2U);
    EXPECT_EQ(windows[0].trainedOn, BatchId{1}) << "the retraining that closed it";
    EXPECT_EQ(windows[1].id, second);
    EXPECT_FALSE(windows[1].trainedOn);
}

TEST_F(LedgerTest, DeploysAModelOnce) {
    ASSERT_TRUE(ledger().mark(retrain("m2"), {}));
    ASSERT_TRUE(ledger().mark(retrain("m3"), {}));
    const auto yes = [](const auto&) { return Result<void>(); };
    EXPECT_EQ(ledger().deploy("m2", Timestamp{kDay}, "bo", "looked at by hand", yes).value(), 1);
    EXPECT_EQ(ledger().deploy("m2", Timestamp{2 * kDay}, "cy", "", yes).value(), 0);
    EXPECT_EQ(ledger().deploy("m9", Timestamp{2 * kDay}, "cy", "", yes).value(), 0);
    const auto kept = ledger().retrains().value();
    EXPECT_EQ(kept[0].deployedAt, Timestamp{kDay});
    EXPECT_EQ(kept[0].deployedBy, "bo");
    EXPECT_EQ(kept[0].reason, "looked at by hand");
    EXPECT_FALSE(kept[1].deployedAt);
}

TEST_F(LedgerTest, KeepsEveryVerdictAndAnswersTheNewestOfAModel) {
    EXPECT_FALSE(ledger().newestVerdict("m2").value());
    ASSERT_TRUE(ledger().addVerdict({"m2", "blocked", R"({"a":1})", Timestamp{9}, "ann"}));
    ASSERT_TRUE(ledger().addVerdict({"m2", "promotable", R"({"a":2})", Timestamp{5}, "bo"}));
    ASSERT_TRUE(ledger().addVerdict({"", "blocked", "{}", Timestamp{6}, "bo"}));
    const auto newest = ledger().newestVerdict("m2").value();
    ASSERT_TRUE(newest);
    EXPECT_EQ(newest->verdict, "promotable") << "a clock that went backwards does not bring an old one back";
    EXPECT_EQ(newest->report, R"({"a":2})");
    EXPECT_EQ(newest->operatorName, "bo");
    EXPECT_EQ(m_store.query("SELECT count(*) FROM gate_verdicts"), "3");
}

TEST_F(LedgerTest, ARefusedDeploymentWritesNothing) {
    ASSERT_TRUE(ledger().mark(retrain("m2"), {}));
    ASSERT_TRUE(ledger().addVerdict({"m2", "blocked", "{}", Timestamp{6 * kDay}, "ann"}));
    const auto check = [](const std::optional<store::GateVerdict>& newest) -> Result<void> {
        return fail(ErrorCode::refused, newest.value().verdict);
    };
    const auto done = ledger().deploy("m2", Timestamp{7 * kDay}, "bo", "", check);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().message, "blocked");
    EXPECT_FALSE(ledger().retrains()->front().deployedAt);
}

TEST_F(LedgerTest, AVerdictFromBeforeTheModelsNewestMarkIsAboutAnEarlierModel) {
    ASSERT_EQ(ran({}, file("again.jsonl")).rows, 2);
    ASSERT_TRUE(ledger().mark(retrain("m2", 5 * kDay), {}));
    ASSERT_TRUE(ledger().addVerdict({"m2", "promotable", "{}", Timestamp{5 * kDay}, "ann"}));
    EXPECT_TRUE(ledger().newestVerdict("m2").value());
    ASSERT_TRUE(ledger().mark(retrain("m3", 7 * kDay), {}));
    EXPECT_TRUE(ledger().newestVerdict("m2").value()) << "another model's mark";
    ASSERT_TRUE(ledger().mark(retrain("m2", 6 * kDay, 2), {}));
    EXPECT_FALSE(ledger().newestVerdict("m2").value());
    ASSERT_TRUE(ledger().addVerdict({"m2", "blocked", "{}", Timestamp{6 * kDay}, "ann"}));
    EXPECT_EQ(ledger().newestVerdict("m2").value()->verdict, "blocked");
}

TEST_F(LedgerTest, TheLastVerdictIsThatOfAnyModelUnlessItIsMarkedAgain) {
    EXPECT_FALSE(ledger().lastVerdict().value());
    ASSERT_TRUE(ledger().mark(retrain("m2", 5 * kDay), {}));
    ASSERT_TRUE(ledger().addVerdict({"", "incomplete", "{}", Timestamp{9 * kDay}, "ann"}));
    ASSERT_TRUE(ledger().addVerdict({"m2", "blocked", R"({"a":2})", Timestamp{6 * kDay}, "bo"}));
    const auto last = ledger().lastVerdict().value();
    ASSERT_TRUE(last);
    EXPECT_EQ(last->model + " " + last->verdict + " " + last->report + " " + last->operatorName,
              R"(m2 blocked {"a":2} bo)");
    EXPECT_EQ(last->at, Timestamp{6 * kDay});
    ASSERT_TRUE(ledger().mark(retrain("m3", 7 * kDay), {}));
    EXPECT_EQ(ledger().lastVerdict().value()->model, "m2") << "another model's mark";
    ASSERT_EQ(ran({}, file("again.jsonl")).rows, 2);
    ASSERT_TRUE(ledger().mark(retrain("m2", 8 * kDay, 2), {}));
    EXPECT_FALSE(ledger().lastVerdict().value())
        << "of the new m2 nothing is known, and nothing older counts";
    ASSERT_TRUE(ledger().addVerdict({"", "promotable", "{}", Timestamp{8 * kDay}, "bo"}));
    EXPECT_EQ(ledger().lastVerdict().value()->verdict, "promotable");
}

TEST_F(LedgerTest, TellsOfTheRowsOfABatchAndOfTheFirstTime) {
    std::string said;
    ASSERT_TRUE(
        ledger().batchRows(BatchId{1}, [&](RowId row, std::optional<Timestamp> ts, std::string_view model) {
            said += std::to_string(row.value) + " " + formatTimestamp(ts.value()) + " " + std::string(model) +
                    "\n";
        }));
    EXPECT_EQ(said, "1 2025-06-12T09:00:00.000000Z m1\n2 2025-06-12T09:00:00.000000Z m1\n");
    EXPECT_EQ(ledger().firstTime().value(), *parseTimestamp("2025-06-12T09:00:00Z"));
    m_store.run("UPDATE entry SET ts = NULL");
    EXPECT_FALSE(ledger().firstTime().value());
}

} // namespace
} // namespace goldpan::test
