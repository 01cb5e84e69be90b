// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Acts over many rows, which run and are taken back in chunks that may be stopped between.
#include "core/domain/tag.h"
#include "core/feedback/event_service.h"
#include "core/queue/filter_parser.h"
#include "core/review/reversal.h"
#include "core/store/chunked_act.h"
#include "core/store/queue_reader.h"
#include "tests/store/support/review_desk.h"

#include <gtest/gtest.h>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace goldpan::review {
namespace {

using test::problemOf;
using test::shown;

class UndoChunks : public test::ReviewDesk {
protected:
    feedback::EventService events{store.store(), redactor, clock, "ana"};
};

TEST_F(UndoChunks, TakesBackWhatAStoppedActHadDone) {
    const auto rows = store.addMany(1500);
    ASSERT_TRUE(correct(ana, rows[0], "better"));
    const auto before = store.shown(rows[0]);
    std::stop_source stop;
    ASSERT_FALSE(ana.decide(
        rows, Decision::discard, [&](const Progress&) { stop.request_stop(); }, stop.get_token()));
    EXPECT_EQ(store.shown(rows[0]), "discarded #operator_review +ana \"better\"");
    const auto undone = ana.undo();
    ASSERT_EQ(problemOf(undone), "");
    EXPECT_EQ(undone->kind, ActKind::discard);
    EXPECT_EQ(store.shown(rows[0]), before);
    EXPECT_EQ(store.query("SELECT count(*) FROM log_entries WHERE review_state = 'discarded'"), "0");
}

TEST_F(UndoChunks, ALongActIsRefusedWholeWhereOneRowIsBuiltOn) {
    const auto rows = store.addMany(1500);
    ASSERT_TRUE(ana.decide(rows, Decision::discard));
    ASSERT_TRUE(decide(ben, rows.back(), Decision::accept));
    EXPECT_TRUE(problemOf(ana.undo()).starts_with("conflict: act 1 cannot be undone: act 2 (accept by ben)"));
    EXPECT_EQ(store.query("SELECT count(*) FROM log_entries WHERE review_state = 'discarded'"), "1499");
    ASSERT_TRUE(ben.undo());
    EXPECT_EQ(shown(ana.undo()), "act 4: 1500 changed, 0 skipped (discard)");
    EXPECT_EQ(shown(ana.redo()), "act 5: 1500 changed, 0 skipped (discard)");
}

TEST_F(UndoChunks, AnActBetweenTheChunksOfALongOneIsOlderThanTheChunksAfterIt) {
    const auto rows = store.addMany(1400);
    const auto other = store.another();
    ReviewService cem(*other, redactor, clock, "cem");
    bool isFirst = true;
    const DriftEvent event{.ts = *parseTimestamp("2025-06-12T01:00:00"), .windowMicros = 2 * kMicrosPerHour};
    ASSERT_TRUE(events.applyDrift(event, [&](const Progress&) {
        if (std::exchange(isFirst, false)) {
            ASSERT_TRUE(tag(cem, rows.front(), kTagDriftWindow, false));
            ASSERT_TRUE(tag(cem, rows.back(), kTagDriftWindow));
            ASSERT_TRUE(tag(cem, rows.back(), kTagDriftWindow, false));
        }
    }));
    EXPECT_EQ(store.journal(), "1 drift ana, 2 tag_remove cem, 3 tag_add cem, 4 tag_remove cem");
    EXPECT_TRUE(problemOf(cem.undo()).starts_with("conflict: act 4 cannot be undone: act 1 (drift by ana)"));
    EXPECT_TRUE(problemOf(ana.undo(ActId{1})).starts_with("conflict: act 1 cannot be undone: act 2 ("));
    ASSERT_EQ(problemOf(cem.undo(ActId{2})), "");
    EXPECT_EQ(shown(ana.undo(ActId{1})), "act 6: 1400 changed, 0 skipped (drift)");
    EXPECT_EQ(store.shown(rows.front()), "unreviewed");
    EXPECT_EQ(store.shown(rows.back()), "unreviewed");
    EXPECT_EQ(store.query("SELECT count(*) FROM log_entries WHERE tags <> '[]'"), "0");
}

TEST_F(UndoChunks, ATagOnAllRowsOfAWindowIsTakenBackFromThoseThatItWasGiven) {
    const auto rows = store.addMany(1500);
    const auto counted = [&](std::string_view filter) {
        return *store.store().queue().count(*queue::filterFromText(filter), {});
    };
    ReviewService cem(store.store(), redactor, clock, "cem");
    ASSERT_TRUE(tag(cem, rows[700], kTagDriftWindow));
    ASSERT_TRUE(tag(cem, rows[800], "other"));
    const DriftEvent event{.ts = *parseTimestamp("2025-06-12T01:00:00"), .windowMicros = 2 * kMicrosPerHour};
    EXPECT_EQ(events.applyDrift(event)->newlyTagged, 1499);
    EXPECT_EQ(counted("tag:drift_window"), 1500);
    EXPECT_EQ(counted("tag:none"), 0);

    ASSERT_TRUE(tag(cem, rows[1400], kTagDriftWindow, false));
    EXPECT_TRUE(problemOf(ana.undo(ActId{3})).starts_with("conflict: act 3 cannot be undone: act 4 ("));
    EXPECT_EQ(counted("tag:drift_window"), 1499);
    ASSERT_TRUE(cem.undo());
    EXPECT_EQ(shown(ana.undo(ActId{3})), "act 6: 1499 changed, 0 skipped (drift)");
    EXPECT_EQ(store.shown(rows[700]), "unreviewed #drift_window");
    EXPECT_EQ(store.shown(rows[800]), "unreviewed #other");
    EXPECT_EQ(counted("tag:drift_window"), 1);
    EXPECT_EQ(counted("tag:none"), 1498);
    EXPECT_EQ(store.query("SELECT count(*) FROM log_entries WHERE tags LIKE '%drift_window%'"), "1");
}

TEST_F(UndoChunks, AWindowThatIsTaggedUndoneAndTaggedAgainIsNobodyElses) {
    const auto rows = store.addMany(600);
    const DriftEvent event{.ts = *parseTimestamp("2025-06-12T01:00:00"), .windowMicros = 2 * kMicrosPerHour};
    const Change tagged{{}, Aspect::tag, std::string(kTagDriftWindow), {}, {}};
    const auto isShared = [&](std::int64_t act) {
        bool shared = false;
        EXPECT_TRUE(store.store().writes().transact([&](store::WriteTransaction& tx) -> Result<void> {
            shared = tx.isSharedWithOthers({rows, tagged}, ActId{act}).value();
            return {};
        }));
        return shared;
    };
    ASSERT_TRUE(tag(ben, rows.front(), kTagDriftWindow));
    ASSERT_TRUE(tag(ben, rows.front(), kTagDriftWindow, false));
    ASSERT_EQ(events.applyDrift(event)->newlyTagged, 600);
    EXPECT_FALSE(isShared(3)) << "what came before is as it was";
    EXPECT_EQ(shown(ana.undo(ActId{3})), "act 4: 600 changed, 0 skipped (drift)");
    ASSERT_EQ(events.applyDrift(event)->newlyTagged, 600);
    EXPECT_FALSE(isShared(5));
    EXPECT_TRUE(isShared(3)) << "act 5 came later";
    EXPECT_EQ(shown(ana.undo(ActId{5})), "act 6: 600 changed, 0 skipped (drift)");
    EXPECT_FALSE(isShared(3)) << "and was taken back";
    EXPECT_EQ(store.query("SELECT count(*) FROM log_entries WHERE tags LIKE '%drift_window%'"), "0");
}

TEST_F(UndoChunks, AWindowWithGapsBetweenItsRowsIsTaggedAndTakenBackInEachStretch) {
    // Of the other model every 40th row at first, then every second one: by stretches and row by row.
    std::vector<LogEntry> entries;
    for (int i = 0; i < 1600; ++i) {
        auto entry = test::entry("r" + std::to_string(i), "2025-06-12T00:30:00");
        entry.modelVersion = i % (i < 1200 ? 40 : 2) == 0 ? "v5" : "v6";
        entries.push_back(std::move(entry));
    }
    store.StoreBuilder::add(entries);
    const std::string ofModel = "FROM log_entries WHERE model_version = 'v6' AND tags LIKE '%drift_window%'";
    ASSERT_TRUE(tag(ben, store.row("r101"), kTagDriftWindow));
    ASSERT_TRUE(tag(ben, store.row("r1301"), "other"));
    DriftEvent event{.ts = *parseTimestamp("2025-06-12T01:00:00"), .windowMicros = 2 * kMicrosPerHour};
    event.modelVersion = "v6";
    event.onlyThatModel = true;
    EXPECT_EQ(events.applyDrift(event)->newlyTagged, 1369);
    EXPECT_EQ(store.query("SELECT count(*) " + ofModel), "1370");
    EXPECT_EQ(store.query("SELECT count(*) FROM log_entries WHERE tags LIKE '%drift_window%'"), "1370");
    const auto counted = [&](std::string_view filter) {
        return *store.store().queue().count(*queue::filterFromText(filter), {});
    };
    EXPECT_EQ(counted("tag:drift_window"), 1370);
    EXPECT_EQ(counted("tag:none"), 230);

    EXPECT_EQ(shown(ana.undo(ActId{3})), "act 4: 1369 changed, 0 skipped (drift)");
    EXPECT_EQ(store.query("SELECT request_id " + ofModel), "r101");
    EXPECT_EQ(counted("tag:drift_window"), 1);
    EXPECT_EQ(counted("tag:none"), 1598);
    ASSERT_TRUE(tag(ben, store.row("r101"), kTagDriftWindow, false));
    EXPECT_EQ(counted("tag:none"), 1599);
}

/// Between an act and its store: remembers which of its transactions were parts.
class CountingGate final : public store::WriteGate {
public:
    explicit CountingGate(store::WriteGate& gate)
        : m_gate(gate) {}
    Result<void> transact(const std::function<Result<void>(store::WriteTransaction&)>& work) override {
        order += 'w';
        return m_gate.transact(work);
    }
    Result<void> transactPart(const std::function<Result<void>(store::WriteTransaction&)>& work) override {
        order += 'p';
        return m_gate.transactPart(work);
    }
    Result<void> syncParts() override {
        order += 's';
        return m_gate.syncParts();
    }
    std::string order;

private:
    store::WriteGate& m_gate;
};

TEST_F(UndoChunks, WhatEndsALongActMakesAllOfItDurable) {
    const auto rows = store.addMany(1500);
    const auto tagAll = [&](std::size_t count, bool add) {
        CountingGate gate(store.store().writes());
        store::ChunkedAct chunks(gate, {.kind = ActKind::drift});
        const auto step = [&](store::WriteTransaction& tx, std::size_t first,
                              const std::size_t& some) -> Result<store::SharedChange> {
            auto changed = tx.setTags(std::span(rows).subspan(first, some), "seen", add);
            return store::SharedChange{changed.value(), {{}, Aspect::tag, "seen", {}, "1"}};
        };
        EXPECT_TRUE(chunks.runShared(count, step));
        return gate.order;
    };
    const std::string order = tagAll(rows.size(), true);
    EXPECT_TRUE(order.starts_with("p")) << order;
    EXPECT_EQ(order.find('w'), order.size() - 1) << order;
    EXPECT_EQ(tagAll(10, false), "w");

    // And where a part has not looked keys up, what comes after it does.
    const Correction nobodys{.text = "x", .operatorName = "ana", .createdAt = {1}, .updatedAt = {1}};
    EXPECT_FALSE(store.store().writes().transact([&](store::WriteTransaction& tx) {
        return tx.setDecision(RowId{1'000'000}, ReviewState::corrected, nobodys);
    }));
}

TEST_F(UndoChunks, WhatStopsALongActMakesItsPartsDurable) {
    const auto rows = store.addMany(1500);
    const auto stopped = [&](bool atOnce) {
        CountingGate gate(store.store().writes());
        store::ChunkedAct chunks(gate, {.kind = ActKind::drift});
        std::stop_source stop;
        if (atOnce) {
            stop.request_stop();
        }
        const auto step = [&](store::WriteTransaction& tx, std::size_t first,
                              const std::size_t& some) -> Result<store::SharedChange> {
            auto changed = tx.setTags(std::span(rows).subspan(first, some), "seen", true);
            return store::SharedChange{changed.value(), {{}, Aspect::tag, "seen", {}, "1"}};
        };
        const auto done = chunks.runShared(
            rows.size(), step, [&](const Progress&) { stop.request_stop(); }, stop.get_token());
        EXPECT_TRUE(problemOf(done).starts_with("cancelled: ")) << problemOf(done);
        return gate.order;
    };
    EXPECT_EQ(stopped(true), "") << "it has none";
    EXPECT_EQ(stopped(false), "ps");
}

/// Between a reversal and its store: asks to stop once the reversal has committed its first chunk.
class StoppingGate final : public store::WriteGate {
public:
    StoppingGate(test::DeskStore& desk, std::string_view awaited)
        : m_desk(desk)
        , m_awaited(awaited) {}
    Result<void> transact(const std::function<Result<void>(store::WriteTransaction&)>& work) override {
        auto done = m_desk.store().writes().transact(work);
        if (m_desk.journal().contains(m_awaited)) {
            m_stop.request_stop();
        }
        return done;
    }
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    test::DeskStore& m_desk;
    std::string m_awaited;
    std::stop_source m_stop;
};

/// Of an act by rows, and of one that gives all rows one tag.
class StoppedReversal : public UndoChunks, public testing::WithParamInterface<const char*> {
protected:
    [[nodiscard]] bool act(std::span<const RowId> rows) {
        const DriftEvent event{.ts = *parseTimestamp("2025-06-12T01:00:00"),
                               .windowMicros = 2 * kMicrosPerHour};
        return m_kind == "drift" ? events.applyDrift(event).has_value()
                                 : ana.decide(rows, Decision::discard).has_value();
    }
    int acted() {
        return std::stoi(store.query("SELECT count(*) FROM log_entries WHERE review_state = 'discarded'"
                                     " OR tags LIKE '%drift_window%'"));
    }
    std::string m_kind = GetParam();
};

TEST_P(StoppedReversal, GoesOnWhenRepeated) {
    const auto rows = store.addMany(1500);
    ASSERT_TRUE(act(rows));
    const Act target = store.store().entries().history(std::nullopt, 1)->front().act;

    StoppingGate undoing(store, "2 undo of 1");
    const auto half = Reversal(undoing, redactor, target, Reversal::Direction::back)
                          .run("ana", clock.now(), undoing.token());
    EXPECT_TRUE(problemOf(half).starts_with("cancelled: ")) << problemOf(half);
    EXPECT_EQ(store.journal(), "1 " + m_kind + " ana, 2 undo of 1 ana unfinished");
    const int left = acted();
    EXPECT_GT(left, 0);
    EXPECT_LT(left, 1500);
    EXPECT_EQ(shown(ana.undo(ActId{1})), "act 3: " + std::to_string(left) + " changed, " +
                                             std::to_string(1500 - left) + " skipped (" + m_kind + ")");
    EXPECT_EQ(acted(), 0);

    StoppingGate redoing(store, "4 redo of 1");
    const auto again = Reversal(redoing, redactor, target, Reversal::Direction::again)
                           .run("ana", clock.now(), redoing.token());
    EXPECT_TRUE(problemOf(again).starts_with("cancelled: ")) << problemOf(again);
    EXPECT_EQ(store.journal(), "1 " + m_kind +
                                   " ana undone, 2 undo of 1 ana unfinished, 3 undo of 1 ana, "
                                   "4 redo of 1 ana unfinished");
    ASSERT_EQ(problemOf(ana.redo()), "");
    EXPECT_EQ(acted(), 1500);
    ASSERT_EQ(problemOf(ana.undo(ActId{1})), "");
    EXPECT_EQ(acted(), 0);
}

INSTANTIATE_TEST_SUITE_P(OfEachCourse, StoppedReversal, testing::Values("discard", "drift"));

} // namespace
} // namespace goldpan::review
