// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a model said stays what it said: answers that look like something else, and what stands beside them.
#include "tests/core/support/profile_desk.h"

#include <gmock/gmock.h>

namespace goldpan::profiles {
namespace {

using testing::ElementsAre;

TEST(ProfileAnswers, AnAnswerThatIsJsonTextStaysByteForByte) {
    const std::string answers[] = {
        R"({"answer": 42})",
        R"([1, 2, 3])",
        R"("Hello")",
        R"({"message":"hello","status":"ok"})",
        R"({"title": "T", "content": "body text"})",
        R"({"output": "x", "confidence": 0.9})",
        R"({"role": "engineer", "content": "x"})",
        R"({"choices": [{"text": "Paris"}, {"text": "Rome"}]})",
        R"([{"name": "f", "input": "x"}])",
    };
    const auto quoted = [](const std::string& text) {
        std::string out;
        appendJsonString(out, text);
        return out;
    };
    for (const auto& said : answers) {
        ProfileDesk blob("langfuse-blob");
        blob.map(
            {R"({"id":"o","type":"GENERATION","trace_id":"t","start_time":"2025-06-01 00:00:00","input":"{\"question\": \"what?\"}","output":)" +
             quoted(said) + "}"});
        EXPECT_EQ(blob.row().entry.response, said);
        EXPECT_EQ(blob.row().entry.prompt, R"({"question": "what?"})") << "a question is a text, too";
        ProfileDesk trace("langfuse-trace");
        trace.map(
            {R"({"trace":{"id":"t"},"observations":[{"id":"a","traceId":"t","type":"GENERATION","startTime":"2025-06-01T00:00:00Z","input":"Hi","output":)" +
             quoted(said) + "}]}"});
        EXPECT_EQ(trace.row().entry.response, said);
        ProfileDesk spans("openinference");
        spans.map(
            {R"({"name":"n","context":{"trace_id":"t","span_id":"s"},"span_kind":"LLM","start_time":"2025-06-01T00:00:00Z","attributes":{"input.value":"Hi","output.value":)" +
             quoted(said) + "}}"});
        EXPECT_EQ(spans.row().entry.response, said);
        ProfileDesk mlflow("mlflow");
        mlflow.map(
            {R"({"info":{"trace_id":"tr"},"data":{"spans":[{"span_id":"s","start_time_unix_nano":1748737273000000000,"attributes":{"mlflow.spanType":"\"LLM\"","mlflow.spanInputs":"\"Hi\"","mlflow.spanOutputs":)" +
             quoted(quoted(said)) + "}}]}}"});
        EXPECT_EQ(mlflow.row().entry.response, said) << "an attribute is JSON once";
        ProfileDesk own(
            R"({"profile":"p","map":{"request_id":"/id","prompt":"/q","output":{"at":"/a","json":3,"as":"chat-message"}}})");
        own.map({R"({"id":"1","q":"Hi","a":)" + quoted(said) + "}"});
        EXPECT_EQ(own.row().entry.response, said) << "the step of a rule, too";
    }
}

TEST(ProfileAnswers, ATextThatWasEncodedTwiceHasNoQuotesAroundIt) {
    const std::pair<std::string, std::string> answers[] = {
        {R"("{\"answer\": 42}")", R"({"answer": 42})"}, {R"("two\nlines")", "two\nlines"},
        {R"("she said \"yes\"")", R"(she said "yes")"}, {R"("a quoted word")", R"("a quoted word")"},
        {R"("a" or "b\n")", R"("a" or "b\n")"},
    };
    for (const auto& [encoded, said] : answers) {
        std::string output;
        appendJsonString(output, encoded);
        ProfileDesk desk("langfuse-blob");
        desk.map(
            {R"({"id":"o","type":"GENERATION","trace_id":"t","start_time":"2025-06-01 00:00:00","input":)" +
             output + R"(,"output":)" + output + "}"});
        EXPECT_EQ(desk.row().entry.response, said);
        EXPECT_EQ(desk.row().entry.prompt, said);
    }
}

TEST(ProfileAnswers, AnAnswerThatIsAMessageIsUnpacked) {
    const std::string answers[] = {
        R"({"role":"assistant","content":"Yo"})",
        R"([{"role":"assistant","content":"Yo"}])",
        R"({"content":{"parts":[{"text":"Yo"}],"role":"model"},"finish_reason":"STOP"})",
        R"({"id":"c","choices":[{"index":0,"message":{"role":"assistant","content":"Yo"}}]})",
        R"({"lc":1,"type":"constructor","id":["langchain","AIMessage"],"kwargs":{"content":"Yo"}})",
        R"([{"type":"message","role":"assistant","content":[{"type":"output_text","text":"Yo"}]}])",
        R"([{"role":"assistant","parts":[{"type":"text","content":"Yo"}]}])",
        R"([{"type":"text","text":"Yo"}])",
    };
    for (const auto& said : answers) {
        std::string once;
        appendJsonString(once, said);
        std::string twice;
        appendJsonString(twice, once);
        for (const auto& output : {said, once, twice}) {
            ProfileDesk desk("langfuse-blob");
            desk.map(
                {R"({"id":"o","type":"GENERATION","trace_id":"t","start_time":"2025-06-01 00:00:00","input":"Hi","output":)" +
                 output + "}"});
            EXPECT_EQ(desk.row().entry.response, "Yo") << output;
        }
    }
}

TEST(ProfileAnswers, ALabelOrAScoreIsNoCorrection) {
    const std::string run =
        R"({"id":"r","run_type":"llm","inputs":{"messages":[{"role":"user","content":"Hi"}]},"outputs":{"choices":[{"message":{"role":"assistant","content":"Yo"}}]},"start_time":"2025-06-01T00:00:00","end_time":"2025-06-01T00:00:01"})";
    const auto judged = [&](const std::string& correction, const std::string& source) {
        ProfileDesk desk("langsmith");
        desk.with(R"({"run_id":"r","key":"correctness","correction":)" + correction +
                  R"(,"feedback_source":{"type":")" + source + R"("}})")
            .map({run});
        EXPECT_TRUE(desk.row().corrections.empty()) << correction;
        EXPECT_NE(desk.field("feedback"), "none") << "it is kept as what it is";
        return desk.row().ambiguous;
    };
    EXPECT_THAT(judged(R"({"value":"incorrect"})", "app"), ElementsAre("a correction that holds no words"));
    EXPECT_THAT(judged(R"({"score":1.0,"label":"good"})", "app"),
                ElementsAre("a correction that holds no words"));
    EXPECT_THAT(judged(R"({"score":1.0,"answer":"good"})", "app"),
                ElementsAre("a correction that holds no words"));
    EXPECT_THAT(judged(R"({"desired":"Better"})", "auto_eval"),
                ElementsAre("a correction by a judge or a program"));
    for (const std::string words : {R"("Better")", R"({"desired":"Better"})", R"({"answer":"Better"})",
                                    R"({"output":{"role":"assistant","content":"Better"}})"}) {
        ProfileDesk desk("langsmith");
        desk.with(R"({"run_id":"r","key":"k","correction":)" + words +
                  R"(,"feedback_source":{"type":"app"}})")
            .map({run});
        ASSERT_EQ(desk.row().corrections.size(), 1U) << words;
        EXPECT_EQ(desk.row().corrections[0].text, "Better");
    }
}

TEST(ProfileAnswers, AnExpectationOfMlflowIsAnAnswerByItsNameAlone) {
    const auto mapped = [](const std::string& assessment) {
        ProfileDesk desk("mlflow");
        desk.map(
            {R"({"info":{"trace_id":"tr","assessments":[)" + assessment +
             R"(]},"data":{"spans":[{"span_id":"s","start_time_unix_nano":1748737273000000000,"attributes":{"mlflow.spanType":"\"LLM\"","mlflow.spanInputs":"\"Hi\"","mlflow.spanOutputs":"\"Yo\""}}]}})"});
        return desk.row();
    };
    const auto safe = mapped(
        R"({"assessment_name":"is_safe","source":{"source_type":"HUMAN"},"expectation":{"value":"yes"}})");
    EXPECT_TRUE(safe.corrections.empty());
    EXPECT_THAT(safe.ambiguous, ElementsAre("a correction that holds no words"));
    EXPECT_THAT(safe.entry.feedback, testing::HasSubstr(R"("name":"is_safe","value":null,"label":"yes")"));
    const auto judge = mapped(
        R"({"assessment_name":"expected_response","source":{"source_type":"CODE"},"expectation":{"value":"yes"}})");
    EXPECT_TRUE(judge.corrections.empty());
    EXPECT_THAT(judge.ambiguous, ElementsAre("a correction by a judge or a program"));
}

TEST(ProfileAnswers, TheOwnerOfLitellmsKeyIsNoUser) {
    const auto mapped = [](const std::string& users) {
        ProfileDesk desk("litellm");
        desk.map(
            {R"({"id":"i","call_type":"acompletion","startTime":1748737273.0,"model":"m","messages":"Hi","response":{"choices":[{"message":{"role":"assistant","content":"Yo"}}]},)" +
             users + "}"});
        EXPECT_EQ(desk.extra("/user"), R"("default_user_id")") << "kept, as what it is";
        return desk.row().rawUser;
    };
    EXPECT_EQ(
        mapped(
            R"("end_user":"","user":"default_user_id","metadata":{"user_api_key_user_id":"default_user_id"})"),
        std::nullopt);
    EXPECT_EQ(mapped(R"("end_user":"ada","user":"default_user_id","metadata":{})"), "ada");
    EXPECT_EQ(
        mapped(R"("end_user":"","user":"default_user_id","metadata":{"user_api_key_end_user_id":"ada"})"),
        "ada");
}

TEST(ProfileAnswers, ALogprobThatIsNoNumberIsNone) {
    const std::string profile =
        R"({"profile":"p","map":{"request_id":"/id","prompt":"/q","response":"/a","response_logprob":"/lp"}})";
    for (const std::string logprob : {R"("")", R"("none")", "1e999"}) {
        ProfileDesk desk(profile);
        desk.map({R"({"id":"1","q":"Hi","a":"Yo","lp":)" + logprob + "}"});
        EXPECT_EQ(desk.row().entry.responseLogprob, std::nullopt) << logprob;
    }
    ProfileDesk desk(profile);
    desk.map({R"({"id":"1","q":"Hi","a":"Yo","lp":"-0.5"})"});
    EXPECT_EQ(desk.row().entry.responseLogprob, -0.5);
}

TEST(ProfileAnswers, ASystemTurnBesideTheMessagesIsOne) {
    ProfileDesk desk("langfuse-blob");
    desk.map(
        {R"({"id":"o","type":"GENERATION","trace_id":"t","start_time":"2025-06-01 00:00:00","input":"{\"system\": \"Be brief\", \"messages\": [{\"role\": \"user\", \"content\": \"q\"}]}","output":"a"})"});
    EXPECT_EQ(desk.field("messages"),
              R"([{"role":"system","content":"Be brief"},{"role":"user","content":"q"}])");
}

TEST(ProfileAnswers, WhatStandsBesideAnAnswerIsKept) {
    ProfileDesk openai("openai");
    openai.map(
        {R"({"id":"r","ts":"2025-06-01T00:00:00Z","request":{"messages":[{"role":"user","content":"Hi"}]},"response":{"choices":[{"index":0,"message":{"role":"assistant","content":"Yo","annotations":[{"url":"u"}],"audio":{"transcript":"Yo!"}}}]}})"});
    EXPECT_EQ(openai.field("response"), R"("Yo")");
    EXPECT_EQ(openai.extra("/response/choices/0/message/annotations"), R"([{"url":"u"}])");
    EXPECT_EQ(openai.extra("/response/choices/0/message/audio"), R"({"transcript":"Yo!"})");
    EXPECT_EQ(openai.extra("/response/choices/0/message/content"), "none") << "no copies";
    ProfileDesk anthropic("anthropic");
    anthropic.map(
        {R"({"id":"r","ts":"2025-06-01T00:00:00Z","request":{"model":"claude","max_tokens":1,"messages":[{"role":"user","content":"Hi"}]},"response":{"id":"m","type":"message","role":"assistant","model":"claude","stop_reason":"end_turn","content":[{"type":"text","text":"Yo","citations":[{"cited_text":"c"}]}]}})"});
    EXPECT_EQ(anthropic.field("response"), R"("Yo")");
    EXPECT_EQ(anthropic.extra("/response/content/0/citations"), R"([{"cited_text":"c"}])");
    EXPECT_EQ(anthropic.extra("/response/content/0"), "none") << "its words are in the row";
    ProfileDesk langsmith("langsmith");
    langsmith.map(
        {R"({"id":"r","run_type":"llm","inputs":{"messages":[{"role":"user","content":"Hi"}]},"outputs":{"parts":[{"text":"Yo"}],"role":"model","safety":"low"},"start_time":"2025-06-01T00:00:00","end_time":"2025-06-01T00:00:01"})"});
    EXPECT_EQ(langsmith.field("response"), R"("Yo")");
    EXPECT_EQ(langsmith.extra("/outputs/safety"), R"("low")");
}

TEST(ProfileAnswers, FurtherGenerationsAreAlternatives) {
    const auto mapped = [](const std::string& generations) {
        ProfileDesk desk("langsmith");
        desk.map(
            {R"({"id":"r","run_type":"llm","inputs":{"messages":[{"role":"user","content":"Hi"}]},"outputs":{"generations":)" +
             generations + R"(},"start_time":"2025-06-01T00:00:00","end_time":"2025-06-01T00:00:01"})"});
        EXPECT_EQ(desk.field("response"), R"("one")");
        return desk.extra("output_alternatives");
    };
    const std::string two =
        R"({"text":"one","message":{"lc":1,"type":"constructor","id":["AIMessage"],"kwargs":{"content":"one","response_metadata":{"a":1}}}},)"
        R"({"text":"two","message":{"lc":1,"type":"constructor","id":["AIMessage"],"kwargs":{"content":"two"}}})";
    const std::string said = R"([{"role":"assistant","content":"two"}])";
    EXPECT_EQ(mapped("[[" + two + "]]"), said);
    EXPECT_EQ(mapped("[" + two + "]"), said);
    EXPECT_EQ(mapped(R"([[{"text":"one"},{"text":"two"}]])"), said);
    EXPECT_EQ(mapped(R"([[{"text":"one"}]])"), "none");
}

TEST(ProfileAnswers, AFlatCallIsACall) {
    ProfileDesk desk("langfuse-blob");
    desk.map(
        {R"({"id":"o","type":"GENERATION","trace_id":"t","start_time":"2025-06-01 00:00:00","input":"q","output":"","tool_calls":["{\"id\": \"c1\", \"name\": \"f\", \"arguments\": \"{}\"}"]})"});
    EXPECT_EQ(
        desk.field("output"),
        R"({"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}]})");
}

TEST(ProfileAnswers, TheEndOfARunMayComeBeforeItsBegin) {
    const std::string begin =
        R"({"post":[{"id":"r","run_type":"llm","inputs":{"messages":[{"role":"user","content":"Hi"}]},"start_time":"2025-06-01T00:00:00"}]})";
    const std::string end =
        R"({"patch":[{"id":"r","outputs":{"choices":[{"message":{"role":"assistant","content":"Yo"}}]},"end_time":"2025-06-01T00:00:01"}]})";
    for (const auto& order : {std::vector{begin, end}, std::vector{end, begin}}) {
        ProfileDesk desk("langsmith");
        desk.map(order);
        ASSERT_EQ(desk.rowCount(), 1U);
        EXPECT_EQ(desk.field("response"), R"("Yo")");
        EXPECT_EQ(desk.field("prompt"), R"("Hi")");
        EXPECT_TRUE(desk.skipped().empty());
    }
    ProfileDesk alone("langsmith");
    alone.map({end});
    EXPECT_EQ(alone.rowCount(), 0U);
    EXPECT_THAT(alone.skipped(), ElementsAre("the begin of the run was not seen"));
    ProfileDesk twice("langsmith");
    twice.map({begin, begin, end});
    EXPECT_EQ(twice.rowCount(), 1U);
    EXPECT_THAT(twice.skipped(), ElementsAre("the run was begun more than once"));
}

TEST(ProfileAnswers, ARoleIsTheSameInCapitals) {
    ProfileDesk desk("lmsys");
    desk.map(
        {R"({"conversation_id":"l","conversation":[{"role":"System","content":"S"},{"role":"HUMAN","content":"A"},)"
         R"({"role":"Assistant","content":"B"}]})"});
    ASSERT_EQ(desk.rowCount(), 1U);
    EXPECT_EQ(desk.field("messages"), R"([{"role":"system","content":"S"},{"role":"user","content":"A"}])");
    EXPECT_EQ(desk.field("response"), R"("B")");
}

TEST(ProfileAnswers, ATimeThatIsNoneIsToldApartFromNoTime) {
    const auto record = [](const std::string& ts) {
        return R"({"conversation_hash":"w","conversation":[{"role":"user","content":"A"},)"
               R"({"role":"assistant","content":"B"}])" +
               ts + "}";
    };
    ProfileDesk desk("wildchat");
    desk.map({record(""), record(R"(,"timestamp":"")"), record(R"(,"timestamp":"soon")")});
    EXPECT_THAT(desk.skipped(),
                ElementsAre("missing_field: ts", "missing_field: ts", "bad_ts: no time that can be read"));
}

} // namespace
} // namespace goldpan::profiles
