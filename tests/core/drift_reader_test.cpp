// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/drift_reader.h"

#include "core/base/files.h"
#include "tests/support/places.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

namespace goldpan::feedback {
namespace {

const auto kAt = parseTimestamp("2025-06-12T10:00:00");

/// `tool: from..ts model`, an event after the other; an error as `code where`.
std::string read(std::string_view text, const DriftDefaults& defaults = {}) {
    const auto report = readDrift(text, defaults);
    if (!report) {
        EXPECT_FALSE(report.error().message.contains("secret")) << "errors never quote the file";
        const auto& where = report.error().where;
        return std::string(errorName(report.error().code)) + (where.empty() ? "" : " ") + where;
    }
    std::string out = report->tool + ":";
    for (const auto& event : report->events) {
        out += " " + formatNaiveTimestamp(event.from()) + ".." + formatNaiveTimestamp(event.ts) +
               (event.modelVersion.empty() ? "" : " ") + event.modelVersion +
               (event.onlyThatModel ? " only" : "");
    }
    return out;
}

std::string suite(const std::string& tests, const std::string& time = "2025-06-12 09:30:00.123456") {
    return R"({"version":"0.4","timestamp":")" + time + R"(","tests":[)" + tests +
           R"(],"summary":{"all_passed":NaN}})";
}

std::string newReport(const std::string& status, const std::string& type) {
    return R"({"metrics":[{"id":"a1","metric_id":"Some","value":NaN}],"tests":[{"name":"secret","status":")" +
           status + R"(","metric_config":{"metric_id":"a1","params":{"type":")" + type + R"("}}}]})";
}

std::string table(const std::string& rows) {
    return "chunk_chunk_key,chunk_end_date,chunk_period,len_js_value,len_js_alert,acc_alert\n" + rows;
}

TEST(DriftReader, EvidentlySuitesFailInTheirDriftGroupOnly) {
    const std::string fail = R"({"name":"secret","status":"FAIL","group":"data_drift"})";
    EXPECT_EQ(read(suite(fail)), "Evidently: 2025-06-11T21:30:00.123456..2025-06-12T09:30:00.123456");
    EXPECT_EQ(read(suite(R"({"status":"FAIL","group":"data_quality"})")), "Evidently:");
    for (const std::string status : {"SUCCESS", "WARNING", "ERROR", "SKIPPED"}) {
        EXPECT_EQ(read(suite(R"({"status":")" + status + R"(","group":"data_drift"})")), "Evidently:");
    }
    EXPECT_EQ(read(suite("")), "Evidently:");
    EXPECT_EQ(read(suite(R"({"name":"secret","group":"data_drift"})")), "bad_value");
    EXPECT_EQ(read(suite(fail, "secret")), "bad_value");
    EXPECT_EQ(read(R"({"tests":[)" + fail + R"(],"summary":{}})"), "usage") << "no time";
}

TEST(DriftReader, EvidentlyReportsSayWhetherTheDatasetDrifted) {
    const auto report = [](const std::string& metrics) {
        return R"({"timestamp":"2025-06-12T11:30:00+02:00","metrics":[)" + metrics + "]}";
    };
    const std::string column = R"({"metric":"ColumnDriftMetric","result":{"drift_detected":true}})";
    EXPECT_EQ(read(report(column + R"(,{"metric":"DatasetDriftMetric","result":{"dataset_drift":true}})")),
              "Evidently: 2025-06-11T21:30:00..2025-06-12T09:30:00");
    EXPECT_EQ(read(report(column + R"(,{"metric":"DatasetDriftMetric","result":{"dataset_drift":false}})")),
              "Evidently:");
    EXPECT_EQ(read(report(R"({"metric":"DatasetDriftMetric","result":{"dataset_drift":NaN}})")), "bad_value");
    EXPECT_EQ(read(report(column)), "bad_value") << "judges no dataset";
}

TEST(DriftReader, NewerEvidentlyReportsNeedTheTime) {
    const std::string drift = "evidently:metric_v2:DriftedColumnsCount";
    EXPECT_EQ(read(newReport("FAIL", drift)), "usage");
    EXPECT_EQ(read(newReport("FAIL", drift), {.windowHours = 2, .at = kAt}),
              "Evidently: 2025-06-12T08:00:00..2025-06-12T10:00:00");
    EXPECT_EQ(read(newReport("FAIL", drift), {.at = kAt, .modelVersion = "v6"}),
              "Evidently: 2025-06-11T22:00:00..2025-06-12T10:00:00 v6 only");
    EXPECT_EQ(read(newReport("SUCCESS", drift)), "Evidently:") << "no drift needs no time";
    EXPECT_EQ(read(newReport("FAIL", "evidently:metric_v2:MeanValue")), "Evidently:");
    EXPECT_EQ(read(R"({"metrics":[{"metric_id":"ValueDrift","value":1}]})"), "bad_value") << "no tests";
}

TEST(DriftReader, NannymlAlertsFirstAfterTheReference) {
    EXPECT_EQ(read(table("[0:1],2025-06-10 23:59:59,reference,9,True,True\r\n"
                         "[2:3],2025-06-11 11:59:59,analysis,NaN,,False\r\n"
                         "\"[4,\"\"5\n\"\"]\",2025-06-12 09:30:00,analysis,9,False,True\r\n"
                         "[6:7],2025-06-13 09:30:00,analysis,9,True,True")),
              "NannyML: 2025-06-11T21:30:00..2025-06-12T09:30:00");
    EXPECT_EQ(read(table("[0:1],2025-06-10,analysis,0,False,False\n")), "NannyML:");
    EXPECT_EQ(read(table("")), "NannyML:");
    EXPECT_EQ(read(table("[0:1],,analysis,9,True,False\n")), "usage") << "chunks without dates";
    EXPECT_EQ(read(table("[0:1],NaT,analysis,9,True,False\n"), {.at = kAt}),
              "NannyML: 2025-06-11T22:00:00..2025-06-12T10:00:00");
    EXPECT_EQ(read(table("a,2025-06-10,analysis,0,False,False\nb,secret,analysis,9,True,False\n")),
              "bad_value line 3");
    EXPECT_EQ(read(table("a,2025-06-10,analysis,9,secret,False\n")), "bad_value line 2");
    EXPECT_EQ(read(table("a,2025-06-10,analysis,9\n")), "bad_value line 2");
}

TEST(DriftReader, WhylogsFailsAreDriftAtATimeOfTheCaller) {
    const std::string failed = R"([{"name":"a","passed":1,"failed":0},{"name":"b","passed":0,"failed":1}])";
    EXPECT_EQ(read(failed), "usage");
    EXPECT_EQ(read(failed, {.at = kAt}), "whylogs: 2025-06-11T22:00:00..2025-06-12T10:00:00");
    EXPECT_EQ(read(R"([{"name":"a","passed":1,"failed":0}])"), "whylogs:");
    EXPECT_EQ(read(R"([{"name":"secret","passed":1,"failed":NaN}])"), "bad_value");
    EXPECT_EQ(read(R"([{"name":"secret","passed":1}])"), "bad_value");
}

TEST(DriftReader, OtelRecordsAreOneOrALineEachOrAnExport) {
    const std::string named = R"({"timeUnixNano":"1749720600000000999","eventName":"shop.drift_detected"})";
    const std::string attributed =
        R"({"timeUnixNano":0,"observedTimeUnixNano":1749720600000000000,"attributes":[{"key":"event.name",)"
        R"("value":{"stringValue":"deployment_drift_detected"}},)"
        R"({"key":"model_version","value":{"stringValue":"v6"}}]})";
    const std::string other = R"({"timeUnixNano":"1749720600000000000","eventName":"deployed"})";
    const std::string window = " 2025-06-11T21:30:00..2025-06-12T09:30:00";
    EXPECT_EQ(read(named), "OpenTelemetry:" + window);
    EXPECT_EQ(read(attributed), "OpenTelemetry:" + window + " v6");
    EXPECT_EQ(read(other), "OpenTelemetry:");
    EXPECT_EQ(read(other + "\n\n" + named + "\n"), "OpenTelemetry:" + window);
    EXPECT_EQ(read(R"({"resourceLogs":[{"scopeLogs":[{"logRecords":[)" + other + "," + attributed + "]}]}]}"),
              "OpenTelemetry:" + window + " v6");
    EXPECT_EQ(read(R"({"timeUnixNano":"secret","eventName":"drift_detected"})"), "bad_value");
    EXPECT_EQ(read(named + "\n{\"timeUnixNano\":-1,\"eventName\":\"drift_detected\"}"), "bad_value line 2");
    EXPECT_EQ(read(named + "\nsecret"), "bad_value line 2");
}

TEST(DriftReader, ATimeIsSaidOnce) {
    const std::string lesson = R"({"event":"deployment_drift_detected","ts":"2025-06-12T09:30:00","p":NaN})";
    EXPECT_EQ(read(lesson), "drift event: 2025-06-11T21:30:00..2025-06-12T09:30:00");
    EXPECT_EQ(read(lesson, {.at = kAt}), "usage");
    EXPECT_EQ(read(suite(R"({"status":"FAIL","group":"data_drift"})"), {.at = kAt}), "usage");
}

TEST(DriftReader, RefusesWhatItDoesNotKnow) {
    for (const char* unknown :
         {"", " \n", "secret", "[]", "{}", "3", "[1,{}]", R"({"tests":[]})", R"({"metrics":"secret"})",
          "a,b,secret\n1,2,3\n", "{\"secret\":1}\n{}", "\xFF\xFE"}) {
        EXPECT_EQ(read(unknown, {.at = kAt}), "bad_value") << unknown;
    }
}

TEST(DriftReader, ReadsTheSharedReports) {
    if (test::sharedData().empty()) {
        GTEST_SKIP() << "no shared data";
    }
    const auto file = [](const std::string& name, const DriftDefaults& defaults = {}) {
        const auto text = readFile(test::sharedData() + "/formats/drift/" + name);
        EXPECT_TRUE(text) << name;
        return read(text.value_or(""), defaults);
    };
    const std::string morning = "Evidently: 2025-06-11T21:30:00.123456..2025-06-12T09:30:00.123456";
    EXPECT_EQ(file("evidently_legacy_test_suite.json"), morning);
    EXPECT_EQ(file("evidently_legacy_report.json"), morning);
    EXPECT_EQ(file("evidently_report.json"), "usage");
    EXPECT_EQ(file("evidently_report.json", {.at = kAt}),
              "Evidently: 2025-06-11T22:00:00..2025-06-12T10:00:00");
    EXPECT_EQ(file("nannyml_univariate.csv"), "NannyML: 2025-06-12T11:59:59..2025-06-12T23:59:59");
    EXPECT_EQ(file("whylogs_constraints.json"), "usage");
    EXPECT_EQ(file("whylogs_constraints.json", {.at = kAt}),
              "whylogs: 2025-06-11T22:00:00..2025-06-12T10:00:00");
    EXPECT_EQ(file("lesson_event.jsonl"),
              "drift event: 2025-06-11T21:30:00..2025-06-12T09:30:00 qwen-pii-v6");
}

} // namespace
} // namespace goldpan::feedback
