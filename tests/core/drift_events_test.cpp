// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/feedback/event_service.h"
#include "tests/support/places.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <limits>

namespace goldpan::feedback {
namespace {

/// Each event as `from..ts model`; an error as `code where`.
std::string read(std::string_view text, double defaultHours = 12) {
    const auto events = parseDriftEvents(text, defaultHours);
    if (!events) {
        return std::string(errorName(events.error().code)) + " " + events.error().where;
    }
    std::string out;
    for (const auto& event : *events) {
        out += (out.empty() ? "" : "\n") + formatNaiveTimestamp(event.from()) + ".." +
               formatNaiveTimestamp(event.ts) + " " + event.modelVersion;
    }
    return out;
}

TEST(DriftEvents, ReadsTheLessonsEvent) {
    EXPECT_EQ(read(R"({"event":"deployment_drift_detected","ts":"2025-06-12T09:30:00","model_version":"v6",)"
                   R"("pass_rate":0.81})"),
              "2025-06-11T21:30:00..2025-06-12T09:30:00 v6");
}

TEST(DriftEvents, TakesNanOfPythonForNothing) {
    EXPECT_EQ(
        read(R"({"event":"deployment_drift_detected","ts":"2025-06-12","pass_rate":NaN,"p":-Infinity})"),
        "2025-06-11T12:00:00..2025-06-12T00:00:00 ");
    EXPECT_EQ(read("{\"event\":\"deployment_drift_detected\",\"ts\":\"2025-06-12\",\"p\":NaN}\n"
                   "{\"event\":\"deployment_drift_detected\",\"ts\":NaN}"),
              "bad_value line 2");
}

TEST(DriftEvents, ReadsOneOverManyLinesAndManyOnALineEach) {
    EXPECT_EQ(read("{\n \"event\": \"deployment_drift_detected\",\n \"ts\": \"2025-06-12\"\n}\n"),
              "2025-06-11T12:00:00..2025-06-12T00:00:00 ");
    EXPECT_EQ(read("{\"event\":\"deployment_drift_detected\",\"ts\":\"2025-06-12T02:00:00+02:00\",\"window_"
                   "hours\":1}\r\n"
                   "\n"
                   "{\"event\":\"deployment_drift_detected\",\"ts\":\"2025-06-13\",\"window_hours\":0.5}"),
              "2025-06-11T23:00:00..2025-06-12T00:00:00 \n2025-06-12T23:30:00..2025-06-13T00:00:00 ");
}

TEST(DriftEvents, TakesTheDefaultWindowOnlyWhereNoneIsNamed) {
    constexpr const char* kNull =
        R"({"event":"deployment_drift_detected","ts":"2025-06-12","window_hours":null})";
    constexpr const char* kTwo =
        R"({"event":"deployment_drift_detected","ts":"2025-06-12","window_hours":2})";
    EXPECT_EQ(read(kNull, 24), "2025-06-11T00:00:00..2025-06-12T00:00:00 ");
    EXPECT_EQ(read(kTwo, 24), "2025-06-11T22:00:00..2025-06-12T00:00:00 ");
}

TEST(DriftEvents, DoesNotRestrictToTheModelOfTheEvent) {
    const auto events = parseDriftEvents(
        R"({"event":"deployment_drift_detected","ts":"2025-06-12","model_version":"v6"})", 12);
    ASSERT_TRUE(events);
    EXPECT_FALSE(events->front().onlyThatModel);
}

TEST(DriftEvents, NamesTheLineThatIsOff) {
    const std::string good = "{\"event\":\"deployment_drift_detected\",\"ts\":\"2025-06-12\"}\n";
    EXPECT_EQ(read(good + "{\"event\":\"deployed\",\"ts\":\"2025-06-12\"}"), "bad_value line 2");
    EXPECT_EQ(read(good + "\n{\"event\":\"deployment_drift_detected\"}"), "bad_value line 3");
    EXPECT_EQ(read(good + "{\"event\":\"deployment_drift_detected\",\"ts\":1749697445}"), "bad_value line 2");
    EXPECT_EQ(read(good + "{\"event\":"), "bad_value line 2");
    EXPECT_EQ(read("{\"event\":\"deployment_drift_detected\",\"ts\":\"2025-06-12\",\"model_version\":6}"),
              "bad_value line 1");
    EXPECT_EQ(read("[]"), "bad_value line 1");
    EXPECT_EQ(read(""), "bad_value ");
    EXPECT_EQ(read("\n\n"), "bad_value ");
}

TEST(DriftEvents, RefusesWindowsOutOfRange) {
    for (const char* hours : {"0", "-1", "8784.1", "\"12\"", "1e999"}) {
        EXPECT_TRUE(
            read(std::string(R"({"event":"deployment_drift_detected","ts":"2025-06-12","window_hours":)") +
                 hours + "}")
                .starts_with("bad_value"))
            << hours;
    }
    EXPECT_EQ(windowMicrosFromHours(8784), 8784 * kMicrosPerHour);
    EXPECT_FALSE(windowMicrosFromHours(std::numeric_limits<double>::quiet_NaN()));
    EXPECT_FALSE(windowMicrosFromHours(std::numeric_limits<double>::infinity()));
}

TEST(DriftEvents, ReadsTheSharedEvents) {
    if (test::sharedData().empty()) {
        GTEST_SKIP() << "no shared data";
    }
    const auto text = readFile(test::sharedData() + "/logs/drift_events.jsonl");
    ASSERT_TRUE(text);
    EXPECT_EQ(read(*text, 1), "2025-06-11T21:30:00..2025-06-12T09:30:00 qwen-pii-v6\n"
                              "2025-06-24T06:00:07..2025-06-24T18:00:07 qwen-pii-v6");
}

} // namespace
} // namespace goldpan::feedback
