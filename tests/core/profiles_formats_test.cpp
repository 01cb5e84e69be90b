// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One small log of each format that holds calls or conversations, with what is particular to it.
#include "tests/core/support/profile_desk.h"

#include <gmock/gmock.h>

namespace goldpan::profiles {
namespace {

using testing::ElementsAre;

const std::string kHi = R"([{"role":"user","content":"Hi"}])";
const std::string kYo =
    R"("choices":[{"index":0,"message":{"role":"assistant","content":"Yo"},"finish_reason":"stop"}])";

TEST(ProfileFormats, OpenAiChat) {
    ProfileDesk desk("openai");
    desk.map(
        {R"({"request":{"model":"a","user":"u1","messages":)" + kHi +
         R"(,"temperature":0.5,"stop":null,"metadata":{}},"response":{"id":"c1","created":1748737273,"model":"b",)" +
         kYo + R"(,"usage":{"total_tokens":3}}})"});
    EXPECT_EQ(desk.field("request_id"), R"("c1")");
    EXPECT_EQ(desk.field("ts"), R"("2025-06-01T00:21:13")");
    EXPECT_EQ(desk.field("model_version"), R"("b")");
    EXPECT_EQ(desk.field("prompt"), R"("Hi")");
    EXPECT_EQ(desk.field("response"), R"("Yo")");
    EXPECT_EQ(desk.field("latency_ms"), "null");
    EXPECT_EQ(desk.row().rawUser, "u1");
    EXPECT_EQ(desk.field("messages"), "none") << "one plain question is the prompt";
    EXPECT_EQ(desk.meta("usage"), R"({"total_tokens":3})");
    EXPECT_EQ(desk.meta("finish_reason"), R"("stop")");
    EXPECT_EQ(desk.extra("/request/temperature"), "0.5");
    EXPECT_EQ(desk.extra("/request/model"), R"("a")");
    EXPECT_EQ(desk.extra("/request/stop"), "none") << "what holds nothing is not kept";
}

TEST(ProfileFormats, OpenAiSeveralChoicesAndLogprobs) {
    ProfileDesk desk("openai");
    desk.map(
        {R"({"request":{"messages":)" + kHi + R"(},"response":{"id":"c1","created":1,"model":"b","choices":[
        {"message":{"role":"assistant","content":"one"},"logprobs":{"content":[{"token":"o","logprob":-1},{"token":"ne","logprob":-3}]}},
        {"message":{"role":"assistant","content":"two"}}]}})"});
    EXPECT_EQ(desk.field("response_logprob"), "-2.0");
    EXPECT_EQ(desk.meta("logprob"), R"({"mean":-2.0,"sum":-4.0,"min":-3.0,"n":2})");
    EXPECT_EQ(desk.extra("output_alternatives"), R"([{"role":"assistant","content":"two"}])");
    EXPECT_THAT(desk.row().ambiguous, ElementsAre("several answers, of which the first counts"));
    EXPECT_FALSE(desk.row().entry.meta.contains("token\""))
        << "pieces of the text are no place to hide it in";
}

TEST(ProfileFormats, OpenAiResponses) {
    ProfileDesk desk("openai");
    desk.map(
        {R"({"request":{"instructions":"Be brief.","input":[{"type":"message","role":"user","content":[{"type":"input_text","text":"Rain?"}]},
        {"type":"function_call","call_id":"f1","name":"sky","arguments":"{}"},{"type":"function_call_output","call_id":"f1","output":"wet"}]},
        "response":{"id":"r1","created_at":10,"completed_at":12,"model":"m","output":[{"type":"reasoning","summary":[{"text":"hm"}]},
        {"type":"message","role":"assistant","content":[{"type":"output_text","text":"Yes.","logprobs":[{"logprob":-0.5}]}]}]}})"});
    EXPECT_EQ(
        desk.field("messages"),
        R"([{"role":"system","content":"Be brief."},{"role":"user","content":"Rain?"},)"
        R"({"role":"assistant","content":null,"tool_calls":[{"id":"f1","type":"function","function":{"name":"sky","arguments":"{}"}}]},)"
        R"({"role":"tool","content":"wet","tool_call_id":"f1"}])");
    EXPECT_EQ(desk.field("response"), R"("Yes.")");
    EXPECT_EQ(desk.field("output"), R"({"role":"assistant","content":"Yes.","reasoning":"hm"})");
    EXPECT_EQ(desk.field("latency_ms"), "2000");
    EXPECT_EQ(desk.field("response_logprob"), "-0.5");
}

TEST(ProfileFormats, AStreamedAnswerAsTextInTheLog) {
    ProfileDesk desk("openai");
    desk.map(
        {R"({"request_id":"q","ts":"2025-06-01T00:00:00Z","request":{"messages":)" + kHi +
         R"(},"response":"data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Y\"}}]}\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"o\"}}]}\n\ndata: [DONE]\n"})"});
    EXPECT_EQ(desk.field("response"), R"("Yo")");
}

TEST(ProfileFormats, AStreamedAnswerAsAListOfItsChunks) {
    const auto chunk = [](const std::string& choices) {
        return R"({"id":"c","object":"chat.completion.chunk","created":1748737273,"model":"m","choices":)" +
               choices + "}";
    };
    const auto words = [&](const std::string& delta) {
        return chunk(R"([{"index":0,"delta":)" + delta + "}]");
    };
    const std::string cut =
        words(R"({"role":"assistant","content":"Y"})") + "," + words(R"({"content":"o"})");
    const std::string whole =
        cut + "," + chunk(R"([{"index":0,"delta":{},"finish_reason":"stop"}])") + "," + chunk("[]");
    const auto mapped = [](const std::string& profile, const std::string& before, const std::string& body) {
        ProfileDesk desk(profile);
        desk.map({"{" + before + body + "}"});
        return desk;
    };
    const std::string litellm =
        R"("id":"l","call_type":"acompletion","startTime":1748737273.0,"endTime":1748737274.0,"metadata":{},"messages":)" +
        kHi + R"(,"response":)";
    const std::string helicone =
        R"("request_id":"h","request_created_at":"2025-06-01T00:00:00Z","request_body":{"messages":)" + kHi +
        R"(},"response_body":)";
    const std::string openai =
        R"("request_id":"q","ts":"2025-06-01T00:00:00Z","request":{"messages":)" + kHi + R"(},"response":)";
    for (const auto& [profile, before] :
         {std::pair("litellm", litellm), std::pair("helicone", helicone), std::pair("openai", openai)}) {
        std::string asText;
        appendJsonString(asText, "[" + whole + "]");
        for (const auto& body : {"[" + whole + "]", asText}) {
            const auto desk = mapped(profile, before, body);
            ASSERT_EQ(desk.rowCount(), 1U) << profile;
            EXPECT_EQ(desk.field("response"), R"("Yo")") << profile;
            EXPECT_EQ(desk.row().entry.modelVersion, "m") << profile;
            EXPECT_EQ(desk.meta("finish_reason"), R"("stop")") << profile;
        }
        EXPECT_THAT(mapped(profile, before, "[" + cut + "]").skipped(),
                    ElementsAre("the stream ended before the answer did"));
    }
}

TEST(ProfileFormats, VllmAndLlamaCpp) {
    ProfileDesk vllm("vllm");
    vllm.map(
        {R"({"request_id":"v","arrival":1748737273.813,"e2e_ms":12.6,"request":{"messages":)" + kHi +
         R"(},"response":{"model":"m","prompt_logprobs":[1],"choices":[{"message":{"content":"Yo","reasoning_content":"hm"}}]}})"});
    EXPECT_EQ(vllm.field("ts"), R"("2025-06-01T00:21:13.813000")");
    EXPECT_EQ(vllm.field("latency_ms"), "13");
    EXPECT_EQ(vllm.field("output"), R"({"role":"assistant","content":"Yo","reasoning":"hm"})");
    EXPECT_EQ(vllm.extra("/response/prompt_logprobs"), "none");
    ProfileDesk llama("llamacpp");
    llama.map(
        {R"({"id":"l","ts":"2025-06-01","request":{"prompt":"Hi"},"response":{"content":"Yo","model":"m","timings":{"prompt_ms":10.4,"predicted_ms":20.3},
        "completion_probabilities":[{"content":"Yo","probs":[{"tok_str":"Yo","prob":0.5}]}]}})"});
    EXPECT_EQ(llama.field("latency_ms"), "31");
    EXPECT_NEAR(*llama.row().entry.responseLogprob, -0.6931471805599453, 1e-12);
}

TEST(ProfileFormats, AnthropicAndGemini) {
    ProfileDesk claude("anthropic");
    claude.map(
        {R"({"request":{"system":[{"type":"text","text":"Sys"}],"messages":[{"role":"user","content":"Hi"},
        {"role":"assistant","content":[{"type":"text","text":"Look"},{"type":"tool_use","id":"t","name":"f","input":{"a":1}}]},
        {"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":[{"type":"text","text":"res"}]},{"type":"text","text":"so?"}]}],
        "tools":[{"name":"f","input_schema":{"type":"object"}}]},
        "response":{"id":"m1","model":"c","content":[{"type":"thinking","thinking":"hm"},{"type":"text","text":"Done"}],"stop_reason":"end_turn"}})"});
    EXPECT_EQ(
        claude.field("messages"),
        R"([{"role":"system","content":"Sys"},{"role":"user","content":"Hi"},)"
        R"({"role":"assistant","content":"Look","tool_calls":[{"id":"t","type":"function","function":{"name":"f","arguments":"{\"a\":1}"}}]},)"
        R"({"role":"tool","content":"res","tool_call_id":"t"},{"role":"user","content":"so?"}])");
    EXPECT_EQ(claude.field("prompt"), R"("so?")");
    EXPECT_EQ(claude.field("ts"), "null");
    EXPECT_EQ(claude.field("tools"),
              R"([{"type":"function","function":{"name":"f","parameters":{"type":"object"}}}])");
    ProfileDesk gemini("gemini");
    gemini.map(
        {R"({"request":{"systemInstruction":{"parts":[{"text":"Sys"}]},"contents":[{"role":"user","parts":[{"text":"Hi"}]},
        {"role":"model","parts":[{"functionCall":{"name":"f","args":{"a":1}}}]},{"role":"user","parts":[{"functionResponse":{"name":"f","response":{"r":2}}}]}],
        "tools":[{"functionDeclarations":[{"name":"f"}]}]},
        "response":{"responseId":"g","modelVersion":"gm","candidates":[{"content":{"role":"model","parts":[{"text":"hm","thought":true},{"text":"Yo"}]},"avgLogprobs":-0.25}]}})"});
    EXPECT_EQ(
        gemini.field("messages"),
        R"([{"role":"system","content":"Sys"},{"role":"user","content":"Hi"},)"
        R"({"role":"assistant","content":null,"tool_calls":[{"type":"function","function":{"name":"f","arguments":"{\"a\":1}"}}]},)"
        R"({"role":"tool","content":"{\"r\":2}","name":"f"}])");
    EXPECT_EQ(gemini.field("output"), R"({"role":"assistant","content":"Yo","reasoning":"hm"})");
    EXPECT_EQ(gemini.field("response_logprob"), "-0.25");
}

TEST(ProfileFormats, LiteLlm) {
    ProfileDesk desk("litellm");
    desk.map(
        {R"({"id":"x","call_type":"acompletion","status":"success","startTime":"2025-01-24 09:20:46.847371","endTime":"2025-01-24 09:20:47.847371",
        "response_time":0.1,"model":"m","end_user":"","messages":"Say hi","response":{"model":"m2",)" +
             kYo + R"(},"metadata":{"user_api_key_hash":"k"}})",
         R"({"id":"y","call_type":"acompletion","status":"failure","startTime":1,"response":null,"metadata":{}})",
         R"({"id":"z","call_type":"aembedding","status":"success","startTime":1,"response":{},"metadata":{}})"});
    EXPECT_EQ(desk.field("prompt"), R"("Say hi")");
    EXPECT_EQ(desk.field("latency_ms"), "1000")
        << "the end counts: of a stream response_time is the first token's";
    EXPECT_FALSE(desk.row().rawUser) << "an empty string is nobody";
    EXPECT_EQ(desk.extra("/metadata"), R"({"user_api_key_hash":"k"})");
    EXPECT_THAT(desk.skipped(), ElementsAre("the call failed", "not an LLM call"));
}

TEST(ProfileFormats, LiteLlmSpendLogs) {
    ProfileDesk desk("litellm-spend");
    desk.map(
        {R"({"request_id":"s1","call_type":"acompletion","startTime":"2025-01-24T09:20:46Z","endTime":"2025-01-24T09:20:47Z","model":"m","user":"","end_user":"e",
        "spend":0.01,"request_tags":"[\"a\"]","metadata":"{\"k\":1}","messages":"[{\"role\":\"user\",\"content\":\"Hi\"}]",
        "response":"{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"Yo\"}}]}"})",
         R"({"request_id":"s2","startTime":"2025-01-24T09:20:46Z","spend":0,"messages":"{}","response":"{}","metadata":"{}"})"});
    EXPECT_EQ(desk.field("response"), R"("Yo")");
    EXPECT_EQ(desk.row().rawUser, "e");
    EXPECT_EQ(desk.extra("/metadata"), R"({"k":1})");
    EXPECT_EQ(desk.meta("cost_usd"), "0.01");
    ASSERT_EQ(desk.skipped().size(), 1U);
    EXPECT_TRUE(desk.skipped()[0].starts_with("no content was recorded")) << desk.skipped()[0];
}

TEST(ProfileFormats, HeliconeFeedbackOfNobodyIsNone) {
    const auto row = [](const std::string& id, const std::string& rating, int status) {
        return R"({"request_id":")" + id +
               R"(","request_created_at":"2025-06-01T00:00:00Z","delay_ms":7,"response_status":)" +
               std::to_string(status) + R"(,"request_body":{"messages":)" + kHi + R"(},"response_body":{)" +
               kYo + R"(},"response_model":"","request_model":"m","feedback_rating":)" + rating + "}";
    };
    ProfileDesk desk("helicone");
    desk.map({row("a", "false", 200), row("b", "null", 200), row("c", "true", 200), row("d", "null", 500)});
    ASSERT_EQ(desk.rowCount(), 3U);
    EXPECT_EQ(desk.field("tags", 0), R"(["user_negative"])");
    EXPECT_EQ(desk.field("feedback", 0), R"([{"name":"feedback_rating","value":false,"source":"user"}])");
    EXPECT_EQ(desk.field("model_version", 0), R"("m")") << "an empty name is none";
    EXPECT_EQ(desk.field("feedback", 1), "none");
    EXPECT_EQ(desk.field("tags", 2), "[]");
    EXPECT_THAT(desk.skipped(), ElementsAre("the call failed"));
}

TEST(ProfileFormats, ChatDataSets) {
    ProfileDesk wild("wildchat");
    wild.map(
        {R"({"conversation_hash":"w","model":"m","timestamp":"2025-06-01 00:00:00+00:00","hashed_ip":"0123456789abcdef0123","country":"X","conversation":[
        {"role":"user","content":"A","hashed_ip":"0123456789abcdef0123","timestamp":null},{"role":"assistant","content":"B","timestamp":"2025-06-01T00:00:02+00:00"},
        {"role":"user","content":"C"},{"role":"assistant","content":"D","timestamp":"2025-06-01T00:00:09+00:00"}]})"});
    EXPECT_EQ(wild.field("prompt"), R"("C")");
    EXPECT_EQ(wild.field("response"), R"("D")");
    EXPECT_EQ(
        wild.field("messages"),
        R"([{"role":"user","content":"A"},{"role":"assistant","content":"B"},{"role":"user","content":"C"}])");
    EXPECT_EQ(wild.field("user_id_hash"), R"("0123456789abcdef")");
    EXPECT_FALSE(wild.row().entry.meta.contains("hashed_ip"));
    ProfileDesk lmsys("lmsys");
    lmsys.map(
        {R"({"conversation_id":"l","model":"m","conversation":[{"role":"user","content":"A"},{"role":"assistant","content":"B"}]})",
         R"({"conversation_id":"l2","model":"m","conversation":[{"role":"user","content":"A"}]})"});
    EXPECT_EQ(lmsys.field("ts"), "null");
    EXPECT_EQ(lmsys.field("latency_ms"), "null");
    EXPECT_THAT(lmsys.skipped(), ElementsAre("the conversation ends without an answer"));
    ProfileDesk share("sharegpt");
    share.map(
        {R"({"id":"g","system":"S","tools":"[{\"name\":\"f\"}]","conversations":[{"from":"human","value":"A"},{"from":"function_call","value":"{\"name\":\"f\",\"arguments\":{\"a\":1}}"},
        {"from":"observation","value":"wet"},{"from":"gpt","value":"B"}]})"});
    EXPECT_EQ(
        share.field("messages"),
        R"([{"role":"system","content":"S"},{"role":"user","content":"A"},)"
        R"({"role":"assistant","content":null,"tool_calls":[{"type":"function","function":{"name":"f","arguments":"{\"a\":1}"}}]},{"role":"tool","content":"wet"}])");
    ProfileDesk hf("hf-messages");
    hf.map({R"({"messages":[{"role":"user","content":"A"},{"role":"assistant","content":"B"}]})",
            R"({"messages":[{"role":"user","content":"A"},{"role":"assistant","content":"C"}]})"});
    EXPECT_EQ(hf.row(0).entry.requestId.size(), 16U);
    EXPECT_NE(hf.row(0).entry.requestId, hf.row(1).entry.requestId);
}

TEST(ProfileFormats, AStreamWithItsRequestBesideIt) {
    ProfileDesk desk("sse");
    desk.with(R"({"model":"m","messages":)" + kHi + "}")
        .map({R"({"stream":true,"finished":true,"response":{"id":"c","created":1748737273,"model":"m2",)" +
              kYo + "}}"});
    EXPECT_EQ(desk.field("prompt"), R"("Hi")");
    EXPECT_EQ(desk.field("ts"), R"("2025-06-01T00:21:13")");
    ProfileDesk alone("sse");
    alone.map({R"({"stream":true,"finished":true,"response":{"id":"c",)" + kYo + "}}",
               R"({"stream":true,"finished":false,"response":{"id":"d",)" + kYo + "}}"});
    EXPECT_THAT(alone.row().ambiguous, ElementsAre("there is no question beside the answer"));
    EXPECT_THAT(alone.skipped(), ElementsAre("the stream ended before the answer did"));
}

TEST(ProfileFormats, ADefinitionAmongTheMessagesIsNone) {
    ProfileDesk desk("openai");
    desk.map(
        {R"({"id":"i","ts":"2025-06-01","request":{"messages":[{"role":"user","content":"Hi"},{"role":"tool","content":{"type":"function","function":{"name":"f","parameters":{}}}}]},"response":{)" +
         kYo + "}}"});
    EXPECT_EQ(desk.field("messages"), "none");
    EXPECT_EQ(desk.field("tools"), R"([{"type":"function","function":{"name":"f","parameters":{}}}])");
}

TEST(ProfileFormats, TrapsOfReading) {
    ProfileDesk desk("openai");
    const auto row = [](const std::string& messages, const std::string& answer) {
        return R"({"id":"i","ts":"2025-06-01T00:00:00","request":{"messages":)" + messages +
               R"(},"response":{"model":"","choices":[{"message":)" + answer + "}]}}";
    };
    desk.map(
        {row(kHi,
             R"({"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"\"{}\""}}]})"),
         row(R"([{"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}])",
             R"({"content":"x","refusal":"no"})"),
         row(R"([{"role":"user","content":[{"type":"text","text":"see"},{"type":"image_url","image_url":{"url":"u"}}]}])",
             R"({"content":"x"})"),
         R"({"id":"","request":{"messages":)" + kHi +
             R"(},"response":{"choices":[{"message":{"content":"x"}}]}})"});
    EXPECT_EQ(desk.field("response"), R"("")") << "a bare tool call";
    EXPECT_THAT(desk.row().ambiguous, ElementsAre("tool arguments that are encoded twice"));
    EXPECT_EQ(desk.field("model_version"), R"("")");
    EXPECT_EQ(desk.field("prompt", 1), R"("a\nb")");
    EXPECT_EQ(desk.field("output", 1), R"({"role":"assistant","content":"x","refusal":"no"})");
    EXPECT_EQ(desk.field("prompt", 2), R"("see")");
    EXPECT_EQ(
        desk.field("messages", 2),
        R"([{"role":"user","content":[{"type":"text","text":"see"},{"type":"image_url","image_url":{"url":"u"}}]}])");
    EXPECT_THAT(desk.skipped(), ElementsAre("missing_field: ts"));
}

TEST(ProfileFormats, ARequestAloneIsNoStream) {
    const auto request =
        parseJsonTree(R"({"stream":true,"model":"m","messages":[{"role":"user","content":"Hi"}]})");
    ASSERT_TRUE(request);
    EXPECT_NE(detect({&*request, 1}).profile, "sse");
}

TEST(ProfileFormats, TheLatencyOfAConversationIsThatOfItsLastAnswer) {
    ProfileDesk desk("wildchat");
    desk.map(
        {R"({"conversation_hash":"h","timestamp":"2025-06-01T00:00:00Z","conversation":[{"role":"user","content":"A"},)"
         R"({"role":"assistant","content":"B","timestamp":"2025-06-01T00:00:01Z"},{"role":"user","content":"C"},)"
         R"({"role":"assistant","content":"D","timestamp":"2025-06-01T00:00:03Z"}]})"});
    EXPECT_EQ(desk.field("latency_ms"), "3000");
}

TEST(ProfileFormats, AStreamInTheLogThatIsNotWholeIsNoAnswer) {
    const std::string chunk =
        R"(data: {\"id\":\"c\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Yo\"}}]}\n\n)";
    const auto logged = [&](const std::string& events) {
        return R"({"request":{"messages":)" + kHi + R"(},"response":")" + events + R"("})";
    };
    ProfileDesk desk("openai");
    desk.map({logged(chunk + R"(data: [DONE]\n\n)"), logged(chunk),
              logged(chunk + R"(data: {bro\n\ndata: [DONE]\n\n)"),
              logged(chunk + R"(data: [DONE]\n\n)" + chunk + R"(data: [DONE]\n\n)"),
              logged(chunk + R"(data: {\"error\":{\"code\":503}}\n\ndata: [DONE]\n\n)")});
    ASSERT_EQ(desk.rowCount(), 1U);
    EXPECT_EQ(desk.field("response"), R"("Yo")");
    EXPECT_THAT(desk.skipped(),
                ElementsAre("the stream ended before the answer did", "an event of the stream is no JSON",
                            "several streamed answers stand in one response",
                            "the stream ended with an error"));
}

} // namespace
} // namespace goldpan::profiles
