// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One small log of each format that holds traces, with what is particular to it.
#include "tests/core/support/profile_desk.h"

#include <gmock/gmock.h>

namespace goldpan::profiles {
namespace {

using testing::ElementsAre;

TEST(ProfileTraces, LangfuseBlobWithScores) {
    const std::string span =
        R"("trace_id":"t1","start_time":"2025-06-01 00:00:00.000001","latency":1.5,"provided_model_name":"m")";
    ProfileDesk desk("langfuse-blob");
    desk.with(
            R"({"id":"s1","trace_id":"t1","observation_id":"o1","name":"hallucination","value":0,"source":"EVAL","data_type":"NUMERIC"})")
        .with(
            R"({"id":"s2","trace_id":"t1","observation_id":null,"name":"user-feedback","value":0,"source":"API","data_type":"BOOLEAN","timestamp":"2025-06-01 00:00:09"})")
        .with(
            R"({"id":"s3","trace_id":"t9","observation_id":"","name":"user-feedback","value":1,"source":"API","data_type":"BOOLEAN"})")
        .map(
            {R"({"id":"o1","type":"GENERATION","user_id":"","input":"\"{\\\"messages\\\":[{\\\"role\\\":\\\"user\\\",\\\"content\\\":\\\"Hi\\\"}]}\"","output":"\"{\\\"role\\\":\\\"assistant\\\",\\\"content\\\":\\\"Yo\\\"}\"",)" +
                 span + "}",
             R"({"id":"o2","type":"GENERATION","user_id":"u","input":"Hi","output":"Yo",)" + span + "}",
             R"({"id":"o3","type":"SPAN","input":"","output":"",)" + span + "}",
             R"({"id":"o4","type":"GENERATION","input":"Hi","output":"",)" + span + "}"});
    ASSERT_EQ(desk.rowCount(), 2U);
    EXPECT_EQ(desk.field("prompt"), R"("Hi")") << "encoded twice";
    EXPECT_EQ(desk.field("response"), R"("Yo")");
    EXPECT_EQ(desk.field("latency_ms"), "1500");
    EXPECT_EQ(desk.field("ts"), R"("2025-06-01T00:00:00.000001")");
    EXPECT_EQ(
        desk.field("feedback"),
        R"([{"name":"hallucination","value":0,"source":"judge"},{"name":"user-feedback","value":0,"source":"user","ts":"2025-06-01T00:00:09"}])");
    EXPECT_EQ(desk.field("tags"), R"(["user_negative"])")
        << "a hallucination of 0 is good, a thumb of 0 is not";
    EXPECT_EQ(desk.field("tags", 1), R"(["user_negative"])") << "said of the trace";
    EXPECT_THAT(desk.row(1).ambiguous, ElementsAre("feedback of a trace, given to several of its calls"));
    EXPECT_THAT(desk.skipped(), ElementsAre("not an LLM call", "there is no answer"));
    EXPECT_EQ(desk.companions().unmatchedCount(), 1);
}

TEST(ProfileTraces, LangfuseTraceWithItsCorrection) {
    const auto trace = [](const std::string& observations) {
        return R"({"trace":{"id":"t","userId":"u","sessionId":"s","scores":[{"name":"user-feedback","value":1,"source":"API","traceId":"t","observationId":null}],
            "corrections":[{"traceId":"t","observationId":null,"source":"ANNOTATION","longStringValue":"Better","dataType":"CORRECTION"}]},"observations":[)" +
               observations + "]}";
    };
    const std::string one =
        R"({"id":"a","traceId":"t","type":"GENERATION","startTime":"2025-06-01T00:00:00Z","model":"m","input":"[{\"role\":\"user\",\"content\":\"Hi\"}]","output":"Yo"})";
    const std::string other =
        R"({"id":"b","traceId":"t","type":"GENERATION","startTime":"2025-06-01T00:00:00Z","model":"m","input":"system: S\nuser: Hi\nthere","output":{"role":"assistant","content":"Yo"}})";
    ProfileDesk desk("langfuse-trace");
    desk.map({trace(one)});
    EXPECT_EQ(desk.row().rawUser, "u");
    ASSERT_EQ(desk.row().corrections.size(), 1U);
    EXPECT_EQ(desk.row().corrections[0].text, "Better");
    EXPECT_EQ(desk.field("tags"), "[]");
    ProfileDesk two("langfuse-trace");
    two.map({trace(one + "," + other)});
    ASSERT_EQ(two.rowCount(), 2U);
    EXPECT_TRUE(two.row(0).corrections.empty());
    EXPECT_THAT(two.row(1).ambiguous, ElementsAre("a correction of a trace with several calls"));
}

std::string spans(const std::string& span) {
    return R"({"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"api"}}]},"scopeSpans":[{"scope":{"name":"s"},"spans":[)" +
           span + "]}]}]}";
}

std::string attribute(const std::string& key, const std::string& text) {
    std::string out = R"({"key":")" + key + R"(","value":{"stringValue":)";
    appendJsonString(out, text);
    return out + "}}";
}

TEST(ProfileTraces, OtlpSpansWithEvaluationResults) {
    const auto chat =
        R"({"traceId":"t","spanId":"s1","startTimeUnixNano":"1748737273813000123","endTimeUnixNano":1748737274813999999,"attributes":[)" +
        attribute("gen_ai.operation.name", "chat") + "," + attribute("gen_ai.request.model", "m") +
        R"(,{"key":"gen_ai.usage.input_tokens","value":{"intValue":"9007199254740993"}},)" +
        attribute(
            "gen_ai.input.messages",
            R"([{"role":"user","parts":[{"type":"text","content":"Hi"}]},{"role":"assistant","parts":[{"type":"tool_call","id":"c","name":"f","arguments":{"a":1}}]},{"role":"tool","parts":[{"type":"tool_call_response","id":"c","result":"wet"}]}])") +
        "," +
        attribute(
            "gen_ai.output.messages",
            R"([{"role":"assistant","parts":[{"type":"text","content":"Yo"}],"finish_reason":"stop"}])") +
        R"(],"status":{}})";
    const auto http =
        R"({"traceId":"t","spanId":"s2","attributes":[)" + attribute("http.method", "POST") + "]}";
    const auto failed = R"({"spanId":"s3","startTimeUnixNano":"1","status":{"code":2},"attributes":[)" +
                        attribute("gen_ai.operation.name", "chat") + "]}";
    ProfileDesk desk("otlp-genai");
    desk.with(
            R"({"resourceLogs":[{"scopeLogs":[{"logRecords":[{"timeUnixNano":"1748737279000000000","spanId":"s1","eventName":"gen_ai.evaluation.result","attributes":[)" +
            attribute("gen_ai.evaluation.name", "user_feedback") +
            R"(,{"key":"gen_ai.evaluation.score.value","value":{"doubleValue":0.0}}]}]}]}]})")
        .map({spans(chat + "," + http + "," + failed)});
    EXPECT_THAT(desk.skipped(), ElementsAre("not an LLM call", "the call failed"));
    EXPECT_EQ(desk.field("ts"), R"("2025-06-01T00:21:13.813000")");
    EXPECT_EQ(desk.field("latency_ms"), "1001");
    EXPECT_EQ(
        desk.field("messages"),
        R"([{"role":"user","content":"Hi"},{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{\"a\":1}"}}]},)"
        R"({"role":"tool","content":"wet","tool_call_id":"c"}])");
    EXPECT_EQ(desk.field("tags"), R"(["user_negative"])");
    EXPECT_EQ(desk.extra("2/resource/attributes/service.name"), "none");
    EXPECT_EQ(desk.meta("usage"), R"({"input_tokens":9007199254740993})")
        << "digits that a double would lose";
    EXPECT_EQ(desk.extra("2/resource"), R"({"attributes":{"service.name":"api"}})");
}

TEST(ProfileTraces, OtlpOlderConventions) {
    const auto span = [](const std::string& attributes, const std::string& events) {
        return spans(
            R"({"traceId":"t","spanId":"s","startTimeUnixNano":"1748737273000000000","endTimeUnixNano":"1748737274000000000","attributes":[)" +
            attributes + R"(],"events":[)" + events + "]}");
    };
    ProfileDesk numbered("otlp-genai");
    numbered.map({span(
        attribute("llm.request.type", "chat") + "," + attribute("gen_ai.prompt.10.role", "user") + "," +
            attribute("gen_ai.prompt.10.content", "last") + "," + attribute("gen_ai.prompt.9.role", "user") +
            "," + attribute("gen_ai.prompt.9.content", "first") + "," +
            attribute("gen_ai.completion.0.role", "assistant") + "," +
            attribute("gen_ai.completion.0.content", "Yo"),
        "")});
    EXPECT_EQ(numbered.field("prompt"), R"("last")") << "10 comes after 9";
    EXPECT_EQ(numbered.field("response"), R"("Yo")");
    ProfileDesk events("otlp-genai");
    events.map({span(attribute("gen_ai.operation.name", "chat"),
                     R"({"name":"gen_ai.user.message","attributes":[)" + attribute("content", "Hi") +
                         R"(]},{"name":"gen_ai.choice","attributes":[)" +
                         attribute("message", R"({"role":"assistant","content":"Yo"})") + "]}")});
    EXPECT_EQ(events.field("prompt"), R"("Hi")");
    EXPECT_EQ(events.field("response"), R"("Yo")");
    ProfileDesk bare("otlp-genai");
    bare.map({span(attribute("gen_ai.operation.name", "chat"), "")});
    EXPECT_THAT(bare.skipped(), ElementsAre("no content was recorded"));
}

TEST(ProfileTraces, OtlpEvents) {
    ProfileDesk desk("otlp-genai-events");
    desk.map(
        {R"({"resourceLogs":[{"scopeLogs":[{"logRecords":[{"timeUnixNano":"1748737273000000000","spanId":"s","eventName":"gen_ai.client.inference.operation.details","attributes":[)" +
         attribute("gen_ai.response.id", "r") + "," + attribute("gen_ai.request.model", "m") + "," +
         attribute("gen_ai.input.messages", R"([{"role":"user","parts":[{"type":"text","content":"Hi"}]}])") +
         "," +
         attribute("gen_ai.output.messages",
                   R"([{"role":"assistant","parts":[{"type":"text","content":"Yo"}]}])") +
         "]}]}]}]}"});
    EXPECT_EQ(desk.field("request_id"), R"("r")");
    EXPECT_EQ(desk.field("response"), R"("Yo")");
    EXPECT_EQ(desk.field("latency_ms"), "null");
}

TEST(ProfileTraces, OpenInferenceInBothEnvelopes) {
    ProfileDesk desk("openinference");
    desk.map(
        {R"({"context":{"trace_id":"t","span_id":"s"},"span_kind":"LLM","start_time":"2025-06-01T00:00:00+00:00","end_time":"2025-06-01T00:00:01.5+00:00","attributes":{
        "llm.input_messages.0.message.role":"user","llm.input_messages.0.message.contents.0.message_content.type":"text","llm.input_messages.0.message.contents.0.message_content.text":"Hi",
        "llm.output_messages.0.message.role":"assistant","llm.output_messages.0.message.content":"Yo","llm.model_name":"m","metadata":"{\"k\":1}",
        "annotations.0.annotation.name":"user_feedback","annotations.0.annotation.score":0,"annotations.0.annotation.annotator_kind":"HUMAN","input.value":"{}"}})",
         R"({"context":{"span_id":"s2"},"span_kind":"TOOL","attributes":{}})"});
    EXPECT_EQ(desk.field("prompt"), R"("Hi")");
    EXPECT_EQ(desk.field("latency_ms"), "1500");
    EXPECT_EQ(desk.field("tags"), R"(["user_negative"])");
    EXPECT_EQ(desk.extra("/attributes/metadata"), R"({"k":1})");
    EXPECT_THAT(desk.skipped(), ElementsAre("not an LLM call"));
    ProfileDesk phoenix("phoenix");
    phoenix.map({spans(
        R"({"traceId":"t","spanId":"s","startTimeUnixNano":"1748737273000000000","endTimeUnixNano":"1748737274000000000","attributes":[)" +
        attribute("openinference.span.kind", "LLM") + "," + attribute("llm.model_name", "m") + "," +
        attribute("llm.input_messages.0.message.role", "user") + "," +
        attribute("llm.input_messages.0.message.content", "Hi") + "," +
        attribute("llm.output_messages.0.message.role", "assistant") + "," +
        attribute("llm.output_messages.0.message.content", "Yo") + "]}")});
    EXPECT_EQ(phoenix.field("response"), R"("Yo")");
    EXPECT_EQ(phoenix.field("latency_ms"), "1000");
}

TEST(ProfileTraces, LangSmithPairsFeedbackAndCorrection) {
    const std::string post =
        R"({"post":[{"id":"r1","run_type":"llm","start_time":"2024-04-29T00:49:12.090000","inputs":{"messages":[[{"lc":1,"type":"constructor","id":["langchain","schema","messages","HumanMessage"],"kwargs":{"content":"Hi"}}]]},"outputs":{},"extra":{"metadata":{"ls_model_name":"m"}}},
        {"id":"r2","run_type":"llm","start_time":"2024-04-29T00:49:12","inputs":{}}]})";
    const std::string patch =
        R"({"patch":[{"id":"r1","end_time":"2024-04-29T00:49:13.090000","outputs":{"generations":[[{"text":"Yo","message":{"lc":1,"id":["x","AIMessage"],"kwargs":{"content":"Yo"}}}]]},"extra":{"metadata":{"more":1}}}]})";
    ProfileDesk desk("langsmith");
    desk.with(
            R"({"run_id":"r1","key":"user_score","score":0.0,"comment":"no","correction":{"desired":"Better"},"feedback_source":{"type":"app"}})")
        .map(
            {post, patch,
             R"({"id":"r3","run_type":"chain","dotted_order":"x","inputs":{},"end_time":"2024-04-29T00:49:13"})"});
    ASSERT_EQ(desk.rowCount(), 1U);
    EXPECT_EQ(desk.field("prompt"), R"("Hi")");
    EXPECT_EQ(desk.field("response"), R"("Yo")");
    EXPECT_EQ(desk.field("latency_ms"), "1000");
    EXPECT_EQ(desk.field("tags"), R"(["user_negative"])");
    ASSERT_EQ(desk.row().corrections.size(), 1U);
    EXPECT_EQ(desk.row().corrections[0].text, "Better");
    EXPECT_EQ(desk.extra("/extra/metadata/more"), "1");
    EXPECT_THAT(desk.skipped(), ElementsAre("not an LLM call", "the run was never finished"));
}

TEST(ProfileTraces, ACorrectionThatNamesOnlyItsTraceIsNotGoldYet) {
    ProfileDesk desk("langsmith");
    desk.with(R"({"run_id":null,"trace_id":"t","key":"note","correction":"Better"})")
        .map(
            {R"({"id":"r1","trace_id":"t","run_type":"llm","start_time":"2025-06-01","end_time":"2025-06-02","inputs":{"prompt":"Hi"},"outputs":{"text":"Yo"}})"});
    EXPECT_TRUE(desk.row().corrections.empty());
    EXPECT_THAT(desk.field("feedback"), testing::HasSubstr("Better")) << "kept with the row all the same";
    EXPECT_EQ(desk.companions().soleCorrections().size(), 1U) << "gold once no other call claims it";
}

TEST(ProfileTraces, WhatAnotherVersionPutsElsewhereIsFound) {
    ProfileDesk blob("langfuse-blob");
    blob.map(
        {R"({"id":"o","trace_id":"t","type":"GENERATION","start_time":"2025-06-01","input":"Hi","output":"","tool_calls":["{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"w\",\"arguments\":\"{}\"}}"]})",
         R"({"id":"p","trace_id":"t","type":"GENERATION","start_time":"2025-06-01","input":"Hi","output":"","tool_calls":[]})"});
    ASSERT_EQ(blob.rowCount(), 1U);
    EXPECT_EQ(
        blob.field("output"),
        R"({"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"w","arguments":"{}"}}]})");
    EXPECT_THAT(blob.skipped(), ElementsAre("there is no answer"));

    ProfileDesk nested("openinference");
    nested.map(
        {R"({"span_kind":"LLM","context":{"span_id":"s"},"start_time":"2025-06-01","attributes":{"session":{"id":"z"},"llm":{"token_count":{"prompt":3},)"
         R"("input_messages":[{"message":{"role":"user","content":"Hi"}}],"output_messages":[{"message":{"content":"Yo"}},{"message":{"content":"Other"}}]}}})"});
    EXPECT_EQ(nested.meta("session_id"), R"("z")");
    EXPECT_EQ(nested.meta("usage"), R"({"prompt_tokens":3})");
    EXPECT_THAT(nested.row().ambiguous, ElementsAre("several answers, of which the first counts"));

    ProfileDesk older("mlflow");
    older.map(
        {R"({"info":{"request_id":"r"},"data":{"spans":[{"context":{"span_id":"0x1"},"start_time":1748737273813000001,"end_time":1748737277713000001,)"
         R"("attributes":{"mlflow.spanType":"\"LLM\"","mlflow.spanInputs":"\"Hi\"","mlflow.spanOutputs":"\"Yo\""}}]}})"});
    EXPECT_EQ(older.field("latency_ms"), "3900");
}

TEST(ProfileTraces, AScoreThatATableWroteAsATextCounts) {
    const auto tagsFor = [](const std::string& value) {
        ProfileDesk desk("langfuse-blob");
        desk.with(
                R"({"trace_id":"t","observation_id":"o","name":"user-feedback","source":"API","data_type":"BOOLEAN","value":)" +
                value + "}")
            .map(
                {R"({"id":"o","trace_id":"t","type":"GENERATION","start_time":"2025-06-01","input":"Hi","output":"Yo"})"});
        return desk.field("feedback") + desk.field("tags");
    };
    const std::string begin = R"([{"name":"user-feedback","value":)";
    const std::string down = R"(,"source":"user"}]["user_negative"])";
    EXPECT_EQ(tagsFor(R"("0.0")"), begin + "0.0" + down);
    EXPECT_EQ(tagsFor(R"("false")"), begin + "false" + down);
    EXPECT_EQ(tagsFor(R"("False")"), begin + "false" + down);
    EXPECT_EQ(tagsFor(R"("1")"), begin + R"(1,"source":"user"}][])");
    EXPECT_EQ(tagsFor(R"("True")"), begin + R"(true,"source":"user"}][])");
    EXPECT_EQ(tagsFor(R"("0 stars")"), begin + R"(null,"label":"0 stars","source":"user"}][])");
}

TEST(ProfileTraces, ALowScoreOfSomethingElseIsNoThumb) {
    ProfileDesk blob("langfuse-blob");
    blob.with(
            R"({"trace_id":"t","observation_id":"o","name":"toxicity","source":"API","data_type":"NUMERIC","value":0})")
        .map(
            {R"({"id":"o","trace_id":"t","type":"GENERATION","start_time":"2025-06-01","provided_model_name":"m","input":"Hi","output":"Yo"})"});
    EXPECT_EQ(blob.field("feedback"), R"([{"name":"toxicity","value":0,"source":"user"}])");
    EXPECT_EQ(blob.field("tags"), "[]");
}

TEST(ProfileTraces, ThumbsUpBesideThumbsDown) {
    ProfileDesk blob("langfuse-blob");
    const std::string score =
        R"("trace_id":"t","observation_id":"o","name":"user-feedback","source":"API","data_type":"BOOLEAN","value":)";
    blob.with("{" + score + "1}")
        .with("{" + score + "0}")
        .map(
            {R"({"id":"o","trace_id":"t","type":"GENERATION","start_time":"2025-06-01","provided_model_name":"m","input":"Hi","output":"Yo"})"});
    EXPECT_EQ(blob.field("tags"), R"(["user_negative"])");
    EXPECT_THAT(blob.row().ambiguous, ElementsAre("thumbs up beside thumbs down"));
}

} // namespace
} // namespace goldpan::profiles
