// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One row in every shape, and the rows that a shape cannot hold. The lesson's own row: sft_format_test.
#include "core/base/files.h"
#include "core/exporting/formats/format.h"
#include "core/exporting/formats/trainer_snippets.h"
#include "tests/support/places.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace goldpan::exporting {
namespace {

using Json = nlohmann::ordered_json;

Message said(std::string role, std::string text) {
    return {.role = std::move(role), .text = std::move(text)};
}

TrainingRow plainRow() {
    return {.conversation = {said("system", "Be kind."), said("user", "one"), said("assistant", "two"),
                             said("user", "three")},
            .answer = said("assistant", "gold"),
            .rejected = said("assistant", "lead")};
}

constexpr const char* kTools =
    R"([{"type":"function","function":{"name":"rain","description":"Rain?","parameters":{"type":"object"}}}])";

TrainingRow toolRow() {
    return {
        .conversation =
            {said("user", "weather?"),
             {.role = "assistant",
              .toolCalls =
                  R"([{"index":0,"id":"call_1","type":"function","function":{"name":"rain","arguments":"{\"in\": \"Rome\",\n\"days\":2}"}}])"},
             {.role = "tool", .text = "none", .name = "rain", .toolCallId = "call_1"}},
        .tools = kTools,
        .answer = said("assistant", "gold"),
        .rejected = said("assistant", "lead")};
}

/// The line, or what was refused.
std::string lineOf(Format format, const TrainingRow& row) {
    const auto line = traitsOf(format).line(row);
    return line ? *line : line.error();
}

TEST(ExportFormats, NamesAreTheirOwn) {
    for (const auto format : kFormats) {
        EXPECT_EQ(formatFromName(formatName(format)), format);
        EXPECT_EQ(traitsOf(format).format, format);
        EXPECT_EQ(traitsOf(format).line == nullptr, format == Format::log);
    }
    EXPECT_EQ(formatFromName("SFT"), std::nullopt);
    EXPECT_EQ(formatFromName(""), std::nullopt);
}

TEST(ExportFormats, ANameStaysWhereThereIsAKeyForIt) {
    TrainingRow row = plainRow();
    row.conversation[1].name = "ana";
    const std::string named = R"({"role": "user", "content": "one", "name": "ana"})";
    for (const auto format : {Format::openai, Format::openaiDpo, Format::sft}) {
        EXPECT_NE(lineOf(format, row).find(named), std::string::npos) << formatName(format);
    }
    for (const auto format : {Format::promptCompletion, Format::mistral, Format::sharegpt}) {
        EXPECT_EQ(lineOf(format, row), lineOf(format, plainRow())) << formatName(format);
    }
    for (const std::string& name :
         {std::string("Ana B"), std::string("a|b"), std::string("<a>"), std::string(65, 'a')}) {
        row.conversation[1].name = name;
        EXPECT_EQ(lineOf(Format::openai, row), "a turn with a name that it does not take");
    }
    row.conversation[1].name =
        "\u8d75\u94b1\u5b59\u674e\u5468\u5434\u90d1\u738b\u51af\u9648\u891a\u536b\u848b"
        "\u6c88\u97e9\u6768\u6731\u79e6\u5c24\u8bb8\u4f55\u5415"; // 22 characters of three bytes
    EXPECT_NE(lineOf(Format::openai, row).find(row.conversation[1].name), std::string::npos);
}

TEST(ExportFormats, PlainConversations) {
    const std::string system = R"({"role": "system", "content": "Be kind."})";
    const std::string asked =
        "[" + system +
        R"(, {"role": "user", "content": "one"}, )"
        R"({"role": "assistant", "content": "two"}, {"role": "user", "content": "three"}])";
    const std::string gold = R"({"role": "assistant", "content": "gold"})";
    const std::string lead = R"({"role": "assistant", "content": "lead"})";
    const std::string dialogue = asked.substr(0, asked.size() - 1) + ", " + gold + "]";
    EXPECT_EQ(lineOf(Format::promptCompletion, plainRow()),
              "{\"prompt\": " + asked + ", \"completion\": [" + gold + "]}");
    EXPECT_EQ(lineOf(Format::dpo, plainRow()),
              "{\"prompt\": " + asked + ", \"chosen\": [" + gold + "], \"rejected\": [" + lead + "]}");
    EXPECT_EQ(lineOf(Format::kto, plainRow()),
              "{\"prompt\": " + asked + ", \"completion\": [" + gold + "], \"label\": true}");
    EXPECT_EQ(lineOf(Format::openai, plainRow()), "{\"messages\": " + dialogue + "}");
    EXPECT_EQ(lineOf(Format::mistral, plainRow()), "{\"messages\": " + dialogue + "}");
    EXPECT_EQ(lineOf(Format::openaiDpo, plainRow()),
              "{\"input\": {\"messages\": " + asked +
                  ", \"tools\": [], \"parallel_tool_calls\": true}, \"preferred_output\": [" + gold +
                  "], \"non_preferred_output\": [" + lead + "]}");
    EXPECT_EQ(lineOf(Format::sharegpt, plainRow()),
              R"({"conversations": [{"from": "human", "value": "one"}, {"from": "gpt", "value": "two"}, )"
              R"({"from": "human", "value": "three"}, {"from": "gpt", "value": "gold"}], )"
              R"("system": "Be kind.", "tools": ""})");
    EXPECT_EQ(lineOf(Format::alpaca, plainRow()),
              R"({"instruction": "three", "input": "", "output": "gold", "system": "Be kind.", )"
              R"("history": [["one", "two"]]})");
    auto bad = plainRow();
    bad.label = false;
    EXPECT_TRUE(lineOf(Format::kto, bad).ends_with("\"label\": false}"));
}

TEST(ExportFormats, ToolCallsByEachTargetsNorm) {
    const auto dpo = Json::parse(lineOf(Format::dpo, toolRow()));
    const auto& call = dpo["prompt"][1]["tool_calls"][0];
    EXPECT_EQ(call.dump(), R"({"id":"call_1","type":"function","function":{"name":"rain",)"
                           R"("arguments":{"in":"Rome","days":2}}})");
    EXPECT_EQ(dpo["tools"].dump(), kTools);
    EXPECT_TRUE(dpo["prompt"][1]["content"].is_null());
    const std::string asText = "{\"in\": \"Rome\",\n\"days\":2}";
    const auto openai = Json::parse(lineOf(Format::openai, toolRow()));
    EXPECT_EQ(openai["messages"][1]["tool_calls"][0]["function"]["arguments"], asText) << "as it was written";
    EXPECT_EQ(openai["messages"][2]["tool_call_id"], "call_1");
    EXPECT_EQ(openai["tools"].dump(), kTools);
    const auto mistral = Json::parse(lineOf(Format::mistral, toolRow()));
    const std::string shortId = mistral["messages"][1]["tool_calls"][0]["id"];
    EXPECT_EQ(shortId.size(), 9U);
    EXPECT_EQ(mistral["messages"][2]["tool_call_id"], shortId);
    EXPECT_EQ(mistral["messages"][1]["tool_calls"][0]["function"]["arguments"], asText);
    const auto sharegpt = Json::parse(lineOf(Format::sharegpt, toolRow()));
    EXPECT_EQ(sharegpt["conversations"][1]["from"], "function_call");
    EXPECT_EQ(sharegpt["conversations"][1]["value"],
              R"({"name": "rain", "arguments": {"in": "Rome", "days": 2}})");
    EXPECT_EQ(sharegpt["conversations"][2]["from"], "observation");
    EXPECT_EQ(Json::parse(sharegpt["tools"].get<std::string>()).dump(), kTools)
        << "a text, so that all rows agree";
    EXPECT_EQ(lineOf(Format::alpaca, toolRow()), "a tool turn");
}

TEST(ExportFormats, ArgumentsThatAreAnObjectInTheLog) {
    auto row = toolRow();
    row.conversation[1].toolCalls =
        R"([{"id":"abcdef123","function":{"name":"rain","arguments":{"n":1e400}}}])";
    row.conversation[2].toolCallId = "abcdef123";
    EXPECT_EQ(
        Json::parse(lineOf(Format::mistral, row))["messages"][1]["tool_calls"].dump(),
        R"([{"id":"abcdef123","type":"function","function":{"name":"rain","arguments":"{\"n\":1e400}"}}])")
        << "text where text is the norm, and an id that fits is kept";
    row.conversation[1].toolCalls =
        R"([{"id":"abcdef123","function":{"name":"rain","arguments":"\"{\\\"n\\\":1}\""}}])";
    EXPECT_EQ(lineOf(Format::kto, row), "arguments of a tool call that are no JSON object")
        << "encoded twice";
    EXPECT_EQ(lineOf(Format::sharegpt, row), "arguments of a tool call that are no JSON object");
    EXPECT_TRUE(lineOf(Format::openai, row).starts_with("{")) << "text of any kind";
}

struct Refusal {
    std::vector<Message> turns;
    Format format;
    const char* why;
};

TEST(ExportFormats, RowsThatAShapeCannotHoldAreRefused) {
    const Message system = said("system", "s");
    const Message user = said("user", "u");
    const Message assistant = said("assistant", "a");
    Message calls{.role = "assistant",
                  .toolCalls = R"([{"id":"1","function":{"name":"f","arguments":"{}"}}])"};
    Message talks = calls;
    talks.text = "wait";
    Message two{.role = "assistant",
                .toolCalls = R"([{"id":"1","function":{"name":"f","arguments":"{}"}},)"
                             R"({"id":"2","function":{"name":"f","arguments":"{}"}}])"};
    Message noFunction{.role = "assistant", .toolCalls = R"([{"id":"1","custom":{"name":"f"}}])"};
    Message result{.role = "tool", .text = "r", .toolCallId = "1"};
    Message other{.role = "tool", .text = "r", .toolCallId = "2"};
    const Refusal cases[] = {
        {{system, system, user}, Format::mistral, "two system messages"},
        {{user, system}, Format::mistral, "a system message that is not the first"},
        {{said("developer", "d"), user}, Format::mistral, "a developer turn"},
        {{said("critic", "d"), user}, Format::openai, "a turn of an unknown role"},
        {{user, user}, Format::mistral, "user and assistant do not take turns"},
        {{assistant, user}, Format::mistral, "user and assistant do not take turns"},
        {{user, assistant}, Format::mistral, "the last turn is the assistant's"},
        {{user, talks, result}, Format::mistral, "a turn with both text and tool calls"},
        {{user, calls, other}, Format::mistral, "a tool turn that answers no call"},
        {{user, two, result}, Format::openai, "a tool call that is not answered"},
        {{user, calls, user}, Format::openai, "a tool call that is not answered"},
        {{user, result}, Format::openai, "a tool turn that answers no call"},
        {{user, said("assistant", ""), user}, Format::openai, "a turn that says nothing"},
        {{user, said("assistant", ""), user}, Format::mistral, "a turn that says nothing"},
        {{user, noFunction}, Format::dpo, "a tool call that calls no function"},
        {{system, system, user}, Format::sharegpt, "two system messages"},
        {{user, user}, Format::sharegpt, "turns of one side in a row"},
        {{user, two, result, other}, Format::sharegpt, "turns of one side in a row"},
        {{user, talks, result}, Format::sharegpt, "a turn with both text and tool calls"},
        {{user, assistant}, Format::sharegpt, "the last turn is the assistant's"},
        {{user, calls, user}, Format::alpaca, "user and assistant do not take turns"},
    };
    for (const auto& item : cases) {
        EXPECT_EQ(lineOf(item.format, {.conversation = item.turns, .answer = said("assistant", "gold")}),
                  item.why)
            << formatName(item.format);
    }
    TrainingRow tools{.conversation = {user}, .tools = kTools, .answer = said("assistant", "gold")};
    EXPECT_EQ(lineOf(Format::alpaca, tools), "tools, which it has no place for");
    tools.tools = R"([{"type":"function","function":{"name":"f","parameters":{}}}])";
    EXPECT_EQ(lineOf(Format::mistral, tools), "a tool without name, description or parameters");
}

TEST(ExportFormats, ParallelCallsStayTogether) {
    TrainingRow row{.conversation = {said("user", "u"),
                                     {.role = "assistant",
                                      .toolCalls = R"([{"id":"1","function":{"name":"f","arguments":"{}"}},)"
                                                   R"({"id":"2","function":{"name":"g","arguments":"{}"}}])"},
                                     {.role = "tool", .text = "r", .toolCallId = "2"},
                                     {.role = "tool", .text = "r", .toolCallId = "1"}},
                    .answer = said("assistant", "gold")};
    for (const auto format : {Format::openai, Format::mistral, Format::dpo}) {
        EXPECT_TRUE(lineOf(format, row).starts_with("{")) << lineOf(format, row);
    }
    row.conversation.resize(2);
    row.conversation.push_back({.role = "function", .text = "both", .name = "f"});
    EXPECT_EQ(Json::parse(lineOf(Format::sharegpt, row))["conversations"][1]["value"],
              R"([{"name": "f", "arguments": {}}, {"name": "g", "arguments": {}}])");
}

TEST(ExportFormats, LlamaFactoryIsToldWhereItsColumnsAre) {
    const auto info = Json::parse(
        llamaFactoryInfo(Format::alpaca, {{"train", "data/train.jsonl"}, {"validation", "data/v.jsonl"}}));
    EXPECT_EQ(info["goldpan"]["file_name"], "data/train.jsonl");
    EXPECT_EQ(info["goldpan_validation"]["file_name"], "data/v.jsonl");
    const auto row = Json::parse(lineOf(Format::alpaca, plainRow()));
    for (const auto& [column, key] : info["goldpan"]["columns"].items()) {
        EXPECT_TRUE(row.contains(key.get<std::string>())) << column;
    }
    const auto turns =
        Json::parse(llamaFactoryInfo(Format::sharegpt, {{"train", "data/train.jsonl"}}))["goldpan"];
    EXPECT_EQ(turns["formatting"], "sharegpt");
    EXPECT_EQ(turns["tags"]["function_tag"], "function_call");
    EXPECT_EQ(llamaFactoryInfo(Format::sft, {{"train", "x"}}), "");
}

TEST(ExportFormats, TheGuideTellsOfEach) {
    const auto guide = readFile(test::sourceFile("resources/docs/formats.md"));
    ASSERT_TRUE(guide);
    for (const auto format : kFormats) {
        EXPECT_NE(guide->find("\n| `" + std::string(formatName(format)) + "` |"), std::string::npos)
            << formatName(format);
    }
}

TEST(ExportFormats, EveryTrainingFormatSaysHowItIsRead) {
    for (const auto format : kFormats) {
        const auto text = trainerSnippets(format, {});
        EXPECT_EQ(text.empty(), format == Format::log) << formatName(format);
        for (const auto* trainer : {"Axolotl", "Unsloth", "torchtune"}) {
            EXPECT_EQ(text.find(trainer) == std::string::npos, format == Format::log) << formatName(format);
        }
    }
}

TEST(ExportFormats, TrainersAreToldOfTheValidationFileAndOfTools) {
    const BatchContent both{.hasValidation = true, .hasTools = true};
    const auto sft = trainerSnippets(Format::sft, both);
    EXPECT_NE(sft.find("train_dataset=data, eval_dataset=held_out)"), std::string::npos);
    EXPECT_NE(sft.find("test_datasets:\n- path: data/validation.jsonl\n"), std::string::npos);
    EXPECT_NE(sft.find("apply_chat_template(row[\"messages\"], tools=row.get(\"tools\"), tokenize=False)"),
              std::string::npos);
    EXPECT_EQ(sft.find("torchtune.datasets"), std::string::npos) << "it has no place for tools";
    EXPECT_NE(trainerSnippets(Format::mistral, both).find("  eval_instruct_data: data/validation.jsonl\n"),
              std::string::npos);
    const auto plain = trainerSnippets(Format::sft, {});
    EXPECT_EQ(plain.find("validation"), std::string::npos);
    EXPECT_EQ(plain.find("tools"), std::string::npos);
    EXPECT_NE(plain.find("torchtune.datasets"), std::string::npos);
}

} // namespace
} // namespace goldpan::exporting
