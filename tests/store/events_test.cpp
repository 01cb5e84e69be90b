// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/feedback/event_service.h"
#include "core/store/event_reader.h"
#include "tests/store/support/review_desk.h"
#include "tests/support/places.h"

#include <gtest/gtest.h>
#include <limits>

namespace goldpan::feedback {
namespace {

using test::problemOf;

class EventsTest : public test::ReviewDesk {
protected:
    /// `in window, newly tagged` or the error.
    std::string drift(const DriftEvent& event, std::stop_token stop = {}, const ProgressFn& progress = {}) {
        const auto outcome = events.applyDrift(event, progress, stop);
        return outcome ? std::to_string(outcome->inWindow) + ", " + std::to_string(outcome->newlyTagged)
                       : problemOf(outcome);
    }
    /// `read = applied duplicate waiting positive quarantined` or the error.
    std::string feedback(std::string_view lines, std::stop_token stop = {}) {
        return counts(events.applyFeedbackFile(store.dir().write("feedback.jsonl", lines), {}, stop));
    }
    static std::string counts(const Result<FeedbackOutcomeCounts>& outcome) {
        if (!outcome) {
            return problemOf(outcome);
        }
        std::string out = std::to_string(outcome->read) + " =";
        for (const auto count : {outcome->applied, outcome->duplicate, outcome->waiting, outcome->positive,
                                 outcome->quarantined}) {
            out += " " + std::to_string(count);
        }
        return out;
    }
    std::string tagged(std::string_view tag) {
        return store.query("SELECT request_id FROM log_entries WHERE tags LIKE '%" + std::string(tag) + "%'");
    }
    std::string newestAct() {
        const auto act = store.store().entries().history(std::nullopt, 1)->front().act;
        return std::string(actKindName(act.kind)) + " " + act.operatorName + " " + act.detail;
    }
    static DriftEvent at(std::string_view ts, std::int64_t hours = 12, std::string model = "v6") {
        return {*parseTimestamp(ts), hours * kMicrosPerHour, std::move(model), false};
    }

    EventService events{store.store(), redactor, clock, "eve"};
};

TEST_F(EventsTest, TheWindowHoldsBothEndsToTheMicrosecond) {
    store.add("just before", {.ts = "2025-06-11T21:29:59.999999"});
    store.add("first", {.ts = "2025-06-11T21:30:00"});
    store.add("aware", {.ts = "2025-06-12T02:00:00+02:00"});
    store.add("last", {.ts = "2025-06-12T09:30:00"});
    store.add("just after", {.ts = "2025-06-12T09:30:00.000001"});
    store.add("timeless", {.ts = ""});
    EXPECT_EQ(drift(at("2025-06-12T09:30:00")), "3, 3");
    EXPECT_EQ(tagged("drift_window"), "first\naware\nlast");
    EXPECT_EQ(newestAct(), "drift eve 2025-06-12T09:30:00.000000Z 12h");
    EXPECT_EQ(
        store.query(
            "SELECT ts || ' ' || window_hours || ' ' || model_version || ' ' || tagged FROM drift_events"),
        "2025-06-12T09:30:00.000000Z 12.0 v6 3");
}

TEST_F(EventsTest, TheModelRestrictsOnlyWhereItIsAskedTo) {
    store.add("old", {.modelVersion = "v5"});
    store.add("new", {.modelVersion = "v6"});
    auto event = at("2025-06-12T01:00:00");
    event.onlyThatModel = true;
    EXPECT_EQ(drift(event), "1, 1");
    EXPECT_EQ(tagged("drift_window"), "new");
    EXPECT_EQ(newestAct(), "drift eve 2025-06-12T01:00:00.000000Z 12h v6");
    EXPECT_EQ(drift(at("2025-06-12T01:00:00")), "2, 1");
}

TEST_F(EventsTest, OverlappingWindowsCountWhatIsNew) {
    store.add("a", {.ts = "2025-06-12T01:00:00"});
    store.add("b", {.ts = "2025-06-12T02:00:00"});
    EXPECT_EQ(drift(at("2025-06-12T01:30:00", 1)), "1, 1");
    EXPECT_EQ(drift(at("2025-06-12T02:00:00", 3)), "2, 1");
    EXPECT_EQ(store.query("SELECT tagged FROM drift_events ORDER BY ts"), "1\n1");
}

TEST_F(EventsTest, TheSameEventAgainIsRecordedOnce) {
    const auto row = store.add("a");
    EXPECT_EQ(drift(at("2025-06-12T01:00:00")), "1, 1");
    EXPECT_EQ(drift(at("2025-06-12T01:00:00")), "1, 0");
    EXPECT_EQ(store.journal(), "1 drift eve");
    EXPECT_EQ(store.query("SELECT count(*) FROM drift_events"), "1");

    ASSERT_TRUE(tag(ana, row, "drift_window", false));
    EXPECT_EQ(drift(at("2025-06-12T01:00:00")), "1, 1") << "asked for by name, the tag comes back";
}

TEST_F(EventsTest, RowsThatComeLaterAreTaggedByTheirImport) {
    EXPECT_EQ(drift(at("2025-06-12T01:00:00")), "0, 0");
    EXPECT_EQ(store.journal(), "1 drift eve") << "so that it can be undone";
    store.add("late", {.ts = "2025-06-11T13:00:00"});
    store.add("outside", {.ts = "2025-06-11T12:59:59.999999"});
    EXPECT_EQ(tagged("drift_window"), "late");
    EXPECT_EQ(drift(at("2025-06-12T01:00:00")), "1, 0");
}

TEST_F(EventsTest, AnUndoneDriftCountsNoMoreUntilItIsDoneAgain) {
    store.add("there", {.ts = "2025-06-12T00:30:00"});
    EXPECT_EQ(drift(at("2025-06-12T01:00:00")), "1, 1");
    ASSERT_EQ(problemOf(ana.undo(ActId{1})), "");
    EXPECT_EQ(store.store().events().driftWindows()->size(), 0U);
    EXPECT_EQ(store.query("SELECT count(*) FROM drift_events"), "0");
    store.add("meanwhile", {.ts = "2025-06-11T13:00:00"});
    EXPECT_EQ(tagged("drift_window"), "");

    ASSERT_EQ(problemOf(ana.redo()), "");
    EXPECT_EQ(store.store().events().driftWindows()->size(), 1U);
    EXPECT_EQ(store.query("SELECT tagged FROM drift_events"), "1");
    store.add("late", {.ts = "2025-06-11T14:00:00"});
    EXPECT_EQ(tagged("drift_window"), "there\nlate");
}

TEST_F(EventsTest, ADriftOfNoRowIsUndoneToo) {
    EXPECT_EQ(drift(at("2035-06-12T01:00:00")), "0, 0");
    EXPECT_EQ(test::shown(ana.undo(ActId{1})), "act 2: 0 changed, 0 skipped (drift)");
    EXPECT_EQ(store.store().events().driftWindows()->size(), 0U);
    store.add("late", {.ts = "2035-06-11T13:00:00"});
    EXPECT_EQ(tagged("drift_window"), "");
}

TEST_F(EventsTest, ADriftThatWasUndoneIsANewRunWhenItComesAgain) {
    store.add("a");
    EXPECT_EQ(drift(at("2025-06-12T01:00:00")), "1, 1");
    ASSERT_TRUE(ana.undo(ActId{1}));
    EXPECT_EQ(drift(at("2025-06-12T01:00:00")), "1, 1");
    EXPECT_EQ(store.journal(), "1 drift eve undone, 2 undo of 1 ana, 3 drift eve");
    EXPECT_EQ(store.query("SELECT tagged FROM drift_events"), "1");
    EXPECT_EQ(tagged("drift_window"), "a");
}

TEST_F(EventsTest, AWindowCountsNoMoreOnceOneOfItsRunsIsUndone) {
    EXPECT_EQ(drift(at("2025-06-12T01:00:00")), "0, 0");
    const auto row = store.add("a");
    ASSERT_TRUE(tag(ana, row, "drift_window", false));
    EXPECT_EQ(drift(at("2025-06-12T01:00:00")), "1, 1");
    const auto windows = [&] { return store.store().events().driftWindows()->size(); };
    ASSERT_EQ(problemOf(ana.undo(ActId{3})), "");
    EXPECT_EQ(windows(), 0U);
    ASSERT_EQ(problemOf(ana.redo(ActId{3})), "");
    EXPECT_EQ(windows(), 1U);
    ASSERT_EQ(problemOf(ana.undo(ActId{1})), "");
    EXPECT_EQ(windows(), 0U);
    EXPECT_EQ(store.query("SELECT count(*) FROM drift_events"), "0");
    EXPECT_EQ(drift(at("2025-06-12T01:00:00")), "1, 0") << "a run of its own, which makes it count again";
    EXPECT_EQ(windows(), 1U);
    EXPECT_EQ(store.query("SELECT count(*) FROM drift_events"), "1");
}

TEST_F(EventsTest, ADriftOfTheFutureIsRecordedAndTagsWhatIsThereAndWhatComes) {
    store.add("there", {.ts = "2025-06-30T23:00:00"}); // the clock of the desk says 2025-07-01T00:00
    EXPECT_EQ(drift(at("2025-07-01T06:00:00")), "1, 1");
    const auto windows = store.store().events().driftWindows().value();
    ASSERT_EQ(windows.size(), 1U);
    EXPECT_EQ(windows[0].event.ts, *parseTimestamp("2025-07-01T06:00:00"));
    EXPECT_FALSE(windows[0].trainedOn);
    store.add("comes", {.ts = "2025-07-01T05:00:00"});
    store.add("too late", {.ts = "2025-07-01T07:00:00"});
    EXPECT_EQ(tagged("drift_window"), "there\ncomes");
}

TEST_F(EventsTest, RefusesAWindowOutOfRange) {
    for (const std::int64_t micros : {std::int64_t{0}, std::int64_t{-1}, 8784 * kMicrosPerHour + 1,
                                      std::numeric_limits<std::int64_t>::max()}) {
        auto event = at("2025-06-12T01:00:00");
        event.windowMicros = micros;
        EXPECT_TRUE(drift(event).starts_with("bad_value: ")) << micros;
    }
    EXPECT_EQ(drift(at("2025-06-12T01:00:00", 8784)), "0, 0");
    EXPECT_EQ(store.query("SELECT count(*) FROM drift_events"), "1");
}

TEST_F(EventsTest, AStoppedDriftRunGoesOnWhenRepeated) {
    store.addMany(1500);
    std::stop_source stop;
    std::int64_t done = 0;
    const auto stopped = drift(at("2025-06-12T01:00:00"), stop.get_token(), [&](const Progress& progress) {
        done = progress.done;
        stop.request_stop();
    });
    EXPECT_TRUE(stopped.starts_with("cancelled: ")) << stopped;
    EXPECT_EQ(store.query("SELECT tagged FROM drift_events"), std::to_string(done));
    EXPECT_EQ(drift(at("2025-06-12T01:00:00")), "1500, " + std::to_string(1500 - done));
    EXPECT_EQ(store.query("SELECT tagged FROM drift_events"), "1500");
    EXPECT_EQ(store.journal(), "1 drift eve unfinished, 2 drift eve");
}

TEST_F(EventsTest, FeedbackTagsWhatUsersDisliked) {
    for (const char* id : {"a", "b", "c", "d"}) {
        store.add(id);
    }
    EXPECT_EQ(feedback("{\"request_id\":\"a\",\"kind\":\"thumbs_down\",\"comment\":\"wrong\"}\n"
                       "{\"request_id\":\"b\",\"kind\":\"regenerate\"}\n"
                       "{\"request_id\":\"c\",\"kind\":\"report\",\"ts\":\"2025-06-12T01:00:00\"}\n"
                       "{\"request_id\":\"d\",\"kind\":\"thumbs_up\"}\n"),
              "4 = 3 0 0 1 0");
    EXPECT_EQ(tagged("user_negative"), "a\nb\nc");
    EXPECT_EQ(newestAct(), "feedback eve feedback.jsonl");
    EXPECT_EQ(store.query("SELECT request_id || ' ' || kind || ' ' || ifnull(ts, '-') FROM feedback_events"),
              "a thumbs_down -\nb regenerate -\nc report 2025-06-12T01:00:00.000000Z\nd thumbs_up -");
}

TEST_F(EventsTest, ThumbsUpRemovesNothing) {
    store.add("a");
    EXPECT_EQ(feedback("{\"request_id\":\"a\",\"kind\":\"thumbs_down\"}\n"
                       "{\"request_id\":\"a\",\"kind\":\"thumbs_up\"}\n"),
              "2 = 1 0 0 1 0");
    EXPECT_EQ(tagged("user_negative"), "a");
}

TEST_F(EventsTest, FeedbackAheadOfItsRowWaitsForIt) {
    constexpr const char* kEarly = "{\"request_id\":\"a\",\"kind\":\"report\"}\n"
                                   "{\"request_id\":\"b\",\"kind\":\"thumbs_up\"}\n";
    EXPECT_EQ(feedback(kEarly), "2 = 0 0 1 1 0");
    EXPECT_EQ(store.journal(), "");
    store.add("a");
    store.add("b");
    EXPECT_EQ(tagged("user_negative"), "a");
    EXPECT_EQ(feedback(kEarly), "2 = 0 2 0 0 0");
}

TEST_F(EventsTest, ASecondReadOfTheSameFileIsAllDuplicates) {
    const auto row = store.add("a");
    constexpr const char* kFile = "{\"request_id\":\"a\",\"kind\":\"report\"}\n"
                                  "{\"request_id\":\"a\",\"kind\":\"report\"}\n"
                                  "{\"request_id\":\"a\",\"kind\":\"report\",\"ts\":\"2025-06-12\"}\n";
    EXPECT_EQ(feedback(kFile), "3 = 2 1 0 0 0");
    ASSERT_TRUE(tag(ana, row, "user_negative", false));
    EXPECT_EQ(feedback(kFile), "3 = 0 3 0 0 0");
    EXPECT_EQ(tagged("user_negative"), "") << "what an operator took off stays off";
}

TEST_F(EventsTest, BadLinesGoToTheQuarantineWithoutTheirWords) {
    store.add("a");
    EXPECT_EQ(feedback("{\"request_id\":\"a\",\"kind\":\"report\"}\n"
                       "\n"
                       "{\"request_id\":\"a\",\"kind\":\"secret\"}\n"
                       "secret\n"),
              "3 = 1 0 0 0 2");
    EXPECT_EQ(store.query("SELECT source || ' ' || line || ' ' || reason FROM quarantine ORDER BY line"),
              store.dir().file("feedback.jsonl") +
                  " 3 wrong_type: kind is none of thumbs_down, regenerate, report, thumbs_up\n" +
                  store.dir().file("feedback.jsonl") + " 4 not_json: the line does not parse");
}

TEST_F(EventsTest, AFileThatCannotBeReadChangesNothing) {
    store.add("a");
    EXPECT_TRUE(feedback("kind,request_id\n").starts_with("not_jsonl: "));
    EXPECT_EQ(feedback(""), "0 = 0 0 0 0 0");
    EXPECT_TRUE(counts(events.applyFeedbackFile(store.dir().file("missing"))).starts_with("not_found: "));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(feedback("{\"request_id\":\"a\",\"kind\":\"report\"}\n", stop.get_token())
                    .starts_with("cancelled: "));
    EXPECT_EQ(store.query("SELECT count(*) FROM quarantine"), "0");
    EXPECT_EQ(store.query("SELECT count(*) FROM feedback_events"), "0");
}

TEST_F(EventsTest, OneFeedbackFileIsOneActThatCanBeUndone) {
    store.add("a", {.tags = {"user_negative"}});
    const auto b = store.add("b");
    EXPECT_EQ(
        feedback("{\"request_id\":\"a\",\"kind\":\"report\"}\n{\"request_id\":\"b\",\"kind\":\"report\"}\n"),
        "2 = 2 0 0 0 0");
    EXPECT_EQ(test::shown(ana.undo(ActId{1})), "act 2: 1 changed, 0 skipped (feedback)");
    EXPECT_EQ(store.shown(b), "unreviewed");
    EXPECT_EQ(tagged("user_negative"), "a") << "the tag that came with the row stays";
}

TEST_F(EventsTest, FeedbackThatWasUndoneIsANewRunWhenItComesAgain) {
    const auto row = store.add("a");
    store.add("b");
    constexpr const char* kFile = "{\"request_id\":\"a\",\"kind\":\"report\"}\n"
                                  "{\"request_id\":\"b\",\"kind\":\"report\"}\n"
                                  "{\"request_id\":\"a\",\"kind\":\"thumbs_up\"}\n";
    EXPECT_EQ(feedback(kFile), "3 = 2 0 0 1 0");
    ASSERT_EQ(problemOf(ana.undo(ActId{1})), "");
    EXPECT_EQ(feedback(kFile), "3 = 2 1 0 0 0");
    EXPECT_EQ(tagged("user_negative"), "a\nb");
    EXPECT_EQ(store.journal(), "1 feedback eve undone, 2 undo of 1 ana, 3 feedback eve");
    EXPECT_EQ(feedback(kFile), "3 = 0 3 0 0 0");
    EXPECT_EQ(store.query("SELECT count(*) FROM feedback_events"), "3") << "each is recorded once";

    ASSERT_EQ(problemOf(ana.undo(ActId{3})), "");
    ASSERT_TRUE(tag(ana, row, "user_negative", true));
    ASSERT_TRUE(tag(ana, row, "user_negative", false));
    EXPECT_EQ(feedback(kFile), "3 = 1 2 0 0 0") << "what an operator took off stays off";
    EXPECT_EQ(tagged("user_negative"), "b");
}

TEST_F(EventsTest, ReadsTheSharedFeedback) {
    if (test::sharedData().empty()) {
        GTEST_SKIP() << "no shared data";
    }
    const auto outcome = events.applyFeedbackFile(test::sharedData() + "/logs/feedback.jsonl");
    ASSERT_EQ(problemOf(outcome), "");
    EXPECT_EQ(outcome->read, 259);
    EXPECT_EQ(outcome->positive + outcome->waiting + outcome->duplicate, 259);
    EXPECT_EQ(outcome->quarantined, 0);
}

} // namespace
} // namespace goldpan::feedback
