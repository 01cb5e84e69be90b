// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that are the model's own data, beside those that a service wrote.
#include "core/base/json_text.h"
#include "tests/core/support/profile_desk.h"

#include <gtest/gtest.h>

namespace goldpan::profiles {
namespace {

TEST(ProfileAnswers, AnAnswerThatIsDataIsItsJson) {
    const auto inEach = [](const std::string& said) {
        std::vector<ProfileDesk> desks;
        desks.emplace_back("langfuse-blob")
            .map(
                {R"({"id":"o","type":"GENERATION","trace_id":"t","start_time":"2025-06-01 00:00:00","input":"Hi","output":)" +
                 said + "}"});
        desks.emplace_back("langfuse-trace")
            .map(
                {R"({"trace":{"id":"t"},"observations":[{"id":"a","traceId":"t","type":"GENERATION","startTime":"2025-06-01T00:00:00Z","input":"Hi","output":)" +
                 said + "}]}"});
        desks.emplace_back("openinference")
            .map(
                {R"({"name":"n","context":{"trace_id":"t","span_id":"s"},"span_kind":"LLM","start_time":"2025-06-01T00:00:00Z","attributes":{"input.value":"Hi","output.value":)" +
                 said + "}}"});
        std::string attribute;
        appendJsonString(attribute, said);
        desks.emplace_back("mlflow").map(
            {R"({"info":{"trace_id":"tr"},"data":{"spans":[{"span_id":"s","start_time_unix_nano":1748737273000000000,"attributes":{"mlflow.spanType":"\"LLM\"","mlflow.spanInputs":"\"Hi\"","mlflow.spanOutputs":)" +
             attribute + "}}]}}"});
        desks.emplace_back("langsmith")
            .map(
                {R"({"id":"r","run_type":"llm","inputs":{"messages":[{"role":"user","content":"Hi"}]},"outputs":{"output":)" +
                 said + R"(},"start_time":"2025-06-01T00:00:00","end_time":"2025-06-01T00:00:01"})"});
        return desks;
    };
    for (const std::string said :
         {R"({"answer":42})",
          R"({"type":"invoice","total":3})",
          R"([{"name":"Ann","age":3},{"name":"Bo"}])",
          R"({"content":{"a":1}})",
          R"({"name":"Ann","ok":null})",
          R"({"reasoning":"r","score":4})",
          R"({"content":"c","score":4})",
          R"({"text":null,"label":"spam"})",
          R"({"message":"m","intent":"greet"})",
          R"({"refusal":null,"verdict":"ok"})",
          R"({"parts":["a"],"total":2})",
          R"([{"text":"a","score":1}])",
          R"({"delta":5,"trend":"up"})",
          R"({"usage":"twice a day","dose":"5 mg"})",
          R"({"question":"Which?","choices":["A","B"],"answer":"B"})",
          R"({"question":"Which?","choices":[{"text":"A"},{"text":"B"}],"answer":"B"})",
          R"({"question":"Which?","choices":[{"text":"A","index":0},{"text":"B","index":1}]})",
          R"({"question":"Which?","choices":[],"usage":{"n":1}})",
          R"({"output":[]})",
          R"({"output":[],"total":0})",
          R"({"candidates":["Alice","Bob"],"best":"Bob"})",
          R"({"candidates":["Alice","Bob"]})",
          R"({"generations":[{"text":"1990","born":3}],"trend":"up"})",
          R"({"usage":{"n":1},"output":"x","score":1})",
          R"({"delta":{"content":"x"},"trend":"up"})",
          R"({"finish_reason":"x","content":"c","race":1})"}) {
        for (const auto& desk : inEach(said)) {
            ASSERT_EQ(desk.rowCount(), 1U) << said;
            EXPECT_EQ(desk.row().entry.response, said);
            EXPECT_EQ(desk.field("output"), "none");
        }
    }
    for (const std::string said : {"{}", "[]"}) {
        const auto desks = inEach(said);
        for (std::size_t i = 0; i + 1 < desks.size(); ++i) {
            ASSERT_EQ(desks[i].rowCount(), 1U) << said << i;
            EXPECT_EQ(desks[i].row().entry.response, said);
        }
    }
    for (const std::string said :
         {R"({"role":"assistant","content":null})", R"({"choices":[],"usage":{"n":1}})", R"([[]])",
          R"({"id":"r","object":"response","output":[]})"}) {
        for (const auto& desk : inEach(said)) {
            EXPECT_TRUE(desk.rowCount() == 0 || desk.row().entry.response.empty()) << said;
        }
    }
    for (const std::string said :
         {R"({"output":"Yo","usage":{"n":1},"id":"i","service_tier":"x"})",
          R"({"choices":[{"text":"Yo","index":0}],"object":"text_completion"})",
          R"({"text":"Yo","finishReason":"stop","warnings":[]})", R"({"delta":{"content":"Yo"},"index":0})",
          R"({"generations":[[{"text":"Yo","generation_info":null}]],"llm_output":null,"run":null})"}) {
        for (const auto& desk : inEach(said)) {
            ASSERT_EQ(desk.rowCount(), 1U) << said;
            EXPECT_EQ(desk.row().entry.response, "Yo") << "a service wrote what is around: " << said;
        }
    }
    ProfileDesk bare("langsmith");
    bare.map(
        {R"({"id":"r","run_type":"llm","inputs":{"messages":[{"role":"user","content":"Hi"}]},)"
         R"("outputs":{"answer":42},"start_time":"2025-06-01T00:00:00","end_time":"2025-06-01T00:00:01"})"});
    EXPECT_EQ(bare.row().entry.response, R"({"answer":42})");
}

} // namespace
} // namespace goldpan::profiles
