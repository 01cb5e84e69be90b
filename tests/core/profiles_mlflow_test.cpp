// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MLflow: traces of both versions, and what of them comes as a table.
#include "core/base/json_text.h"
#include "core/base/json_tree.h"
#include "tests/core/support/profile_desk.h"

#include <gmock/gmock.h>

#include <string>

namespace goldpan::profiles {
namespace {

using testing::ElementsAre;

TEST(ProfileMlflow, BothVersionsWithAnExpectation) {
    ProfileDesk desk("mlflow");
    desk.map(
        {R"({"info":{"trace_id":"tr-1","trace_metadata":{"mlflow.trace.user":"u"},"assessments":[
        {"assessment_name":"user_satisfaction","source":{"source_type":"HUMAN"},"feedback":{"value":false}},
        {"assessment_name":"expected_response","source":{"source_type":"HUMAN"},"expectation":{"value":"Better"}},
        {"assessment_name":"expected_facts","source":{"source_type":"HUMAN"},"expectation":{"value":["a","b"]}}]},
        "data":{"spans":[{"span_id":"s0","attributes":{"mlflow.spanType":"\"AGENT\""}},
        {"span_id":"s1","start_time_unix_nano":1748737273813000001,"end_time_unix_nano":1748737274813000001,"attributes":{"mlflow.spanType":"\"CHAT_MODEL\"",
        "mlflow.spanInputs":"{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}","mlflow.spanOutputs":"{\"model\":\"m\",\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"Yo\"}}]}"}}]}})",
         R"({"info":{"request_id":"v2","request_metadata":{"mlflow.trace.user":"u2"}},"data":{"spans":[{"context":{"span_id":"0x1"},"start_time":1748737273813000001,"end_time":1748737274813000001,
        "attributes":{"mlflow.spanType":"\"LLM\"","mlflow.spanInputs":"\"Hi\"","mlflow.spanOutputs":"\"Yo\""}}]}})"});
    ASSERT_EQ(desk.rowCount(), 2U);
    EXPECT_EQ(desk.row().rawUser, "u");
    EXPECT_EQ(desk.field("tags"), R"(["user_negative"])");
    ASSERT_EQ(desk.row().corrections.size(), 1U);
    EXPECT_EQ(desk.row().corrections[0].text, "Better");
    EXPECT_THAT(desk.row().ambiguous, ElementsAre("a correction that holds no words"));
    EXPECT_THAT(desk.skipped(), ElementsAre("not an LLM call"));
    EXPECT_EQ(desk.row(1).rawUser, "u2");
    EXPECT_EQ(desk.field("request_id", 1), R"("0x1")");
    EXPECT_EQ(desk.field("response", 1), R"("Yo")");
}

TEST(ProfileMlflow, AssessmentsAsATable) {
    const auto tagsFor = [](const std::string& assessments) {
        ProfileDesk desk("mlflow");
        desk.map(
            {R"({"info":{"trace_id":"tr-1","assessments":)" + assessments +
             R"(},"data":{"spans":[{"span_id":"s","start_time":1,)"
             R"("attributes":{"mlflow.spanType":"\"LLM\"","mlflow.spanInputs":"\"Hi\"","mlflow.spanOutputs":"\"Yo\""}}]}})"});
        return desk.field("feedback") + desk.field("tags");
    };
    const std::string both =
        R"([{"name":"thumbs","value":false,"source":"user"},{"name":"is_safe","value":null,"label":"yes","source":"judge"}])"
        R"(["user_negative"])";
    const std::string columns =
        R"({"columns":["name","source","boolean_value","string_value"],)"
        R"("data":[["thumbs",{"source_type":"HUMAN"},false],["is_safe",{"source_type":"AI_JUDGE"},null,"yes"]]})";
    EXPECT_EQ(tagsFor(columns), both);
    std::string text;
    appendJsonString(text, columns);
    EXPECT_EQ(tagsFor(text), both);
    EXPECT_EQ(
        tagsFor(
            R"({"assessment_name":["thumbs","is_safe"],"source":[{"source_type":"HUMAN"},{"source_type":"LLM_JUDGE"}],)"
            R"("feedback":[{"value":false},{"value":"yes"}]})"),
        both);
}

TEST(ProfileMlflow, TracesAsATable) {
    const std::string row =
        R"({"request_id":"tr-1","trace":"{}","status":"OK","request":{"messages":[]},"response":{"choices":[]},"request_metadata":{"mlflow.trace.user":"u","mlflow.trace.session":"c"},)"
        R"("spans":[{"span_id":"s0","attributes":{"mlflow.spanType":"\"AGENT\""}},{"span_id":"s1","start_time":1748737273813000001,"end_time":1748737274813000001,)"
        R"("attributes":{"mlflow.spanType":"\"CHAT_MODEL\"","mlflow.spanInputs":"{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}","mlflow.spanOutputs":"\"Yo\""}}],)"
        R"("assessments":[{"name":"thumbs","source":{"source_type":"HUMAN"},"feedback":{"value":false}},)"
        R"({"name":"expected_response","source":{"source_type":"HUMAN"},"expectation":{"value":"Better"}}]})";
    const auto object = parseJsonTree(row);
    ASSERT_TRUE(object);
    EXPECT_EQ(detect({&*object, 1}).profile, "mlflow-table");
    ProfileDesk desk("mlflow-table");
    desk.map({row});
    ASSERT_EQ(desk.rowCount(), 1U);
    EXPECT_THAT(desk.skipped(), ElementsAre("not an LLM call"));
    EXPECT_EQ(desk.field("request_id"), R"("s1")");
    EXPECT_EQ(desk.field("ts"), R"("2025-06-01T00:21:13.813000")");
    EXPECT_EQ(desk.field("latency_ms"), "1000");
    EXPECT_EQ(desk.field("prompt") + desk.field("response"), R"("Hi""Yo")");
    EXPECT_EQ(desk.row().rawUser, "u");
    EXPECT_EQ(desk.meta("trace_id") + desk.meta("session_id"), R"("tr-1""c")");
    EXPECT_EQ(desk.field("tags"), R"(["user_negative"])");
    ASSERT_EQ(desk.row().corrections.size(), 1U);
    EXPECT_EQ(desk.row().corrections[0].text, "Better");
    EXPECT_EQ(desk.extra("1/status"), R"("OK")");
    EXPECT_EQ(desk.extra("1/request"), "none");
}

} // namespace
} // namespace goldpan::profiles
