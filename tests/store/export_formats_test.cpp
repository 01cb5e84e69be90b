// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows each format takes, and what it counts. The bytes of a row: tests/core/export_formats_test.cpp.
#include "tests/store/support/export_desk.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace goldpan::exporting {
namespace {

using test::entry;
using test::tagged;
using Json = nlohmann::ordered_json;

class ExportFormat : public test::ExportDesk {
protected:
    void decide(std::string_view id, ReviewState state) {
        ASSERT_TRUE(m_store.store().writes().transact([&](store::WriteTransaction& transaction) {
            return transaction.setDecision(m_store.row(id), state, std::nullopt);
        }));
    }

    [[nodiscard]] std::vector<Json> rows(std::string_view name) const {
        std::vector<Json> out;
        std::istringstream lines(test::readMaybeGzip(file(name)));
        for (std::string line; std::getline(lines, line);) {
            out.push_back(Json::parse(line));
        }
        return out;
    }
};

/// "user text>completion text:label" of each row.
std::string labels(const std::vector<Json>& rows) {
    std::string out;
    for (const auto& row : rows) {
        out += row["prompt"].back()["content"].get<std::string>() + ">" +
               row["completion"][0]["content"].get<std::string>() + (row["label"] ? ":good " : ":bad ");
    }
    return out;
}

TEST_F(ExportFormat, KtoTakesEveryDecisionByItsState) {
    m_store.add({entry("accepted"), tagged("accepted_negative", {"user_negative"}), entry("corrected"),
                 tagged("corrected_negative", {"user_negative"}), tagged("open_negative", {"user_negative"}),
                 tagged("open", {"x"}), entry("plain"), tagged("deferred_negative", {"user_negative"}),
                 entry("deferred"), tagged("discarded_negative", {"user_negative"})});
    for (const auto* id : {"accepted", "accepted_negative"}) {
        decide(id, ReviewState::accepted);
    }
    correct("corrected", "gold");
    correct("corrected_negative", "gold");
    decide("deferred_negative", ReviewState::deferred);
    decide("deferred", ReviewState::deferred);
    decide("discarded_negative", ReviewState::discarded);
    const auto report = ran({.format = Format::kto}, file("x.jsonl"));
    EXPECT_EQ(labels(rows("x.jsonl")), "prompt of accepted>response of accepted:good "
                                       "prompt of accepted_negative>response of accepted_negative:good "
                                       "prompt of corrected>gold:good "
                                       "prompt of corrected_negative>gold:good "
                                       "prompt of corrected_negative>response of corrected_negative:bad "
                                       "prompt of open_negative>response of open_negative:bad "
                                       "prompt of deferred_negative>response of deferred_negative:bad ");
    EXPECT_EQ(report.rows, 7);
    EXPECT_EQ(report.excluded.at("no_label"), 2) << "open and discarded_negative: tagged, nothing to say";
    const auto manifest = Json::parse(text("x.jsonl.manifest.json"));
    EXPECT_EQ(manifest["request_ids"].size(), 7U) << "one a line";
    EXPECT_EQ(manifest["request_ids"][4], "corrected_negative");
    EXPECT_EQ(m_store.ids("batch:1", "log"),
              "accepted accepted_negative corrected corrected_negative open_negative deferred_negative")
        << "a row is in the batch once";
    EXPECT_TRUE(verifyBatch(file("x.jsonl"))->problems.empty());
    EXPECT_EQ(ran({.format = Format::kto, .tags = {"user_negative"}}, file("y.jsonl")).rows, 5);
    EXPECT_EQ(ran({.format = Format::kto, .tags = {"x"}}, file("y.jsonl")).excluded.at("no_tag"), 6);
}

TEST_F(ExportFormat, ATurnThatIsNotToBeLearnedStaysSoOrItsRowStaysOut) {
    LogEntry row = tagged("a", {"t"});
    row.prompt = "three";
    row.messages = R"([{"role":"user","content":"one","name":"ana"},)"
                   R"({"role":"assistant","content":"two","weight":0},{"role":"user","content":"three"}])";
    LogEntry learned = tagged("b", {"t"});
    learned.prompt = "three";
    learned.messages =
        R"([{"role":"user","content":"one","weight":0},)"
        R"({"role":"assistant","content":"two","weight":1},{"role":"user","content":"three"}])";
    m_store.add({row, learned});
    correct("a", "gold");
    correct("b", "gold");
    for (const auto format : {Format::openai, Format::mistral}) {
        ASSERT_EQ(ran({.format = format}, file("x.jsonl")).rows, 2);
        EXPECT_EQ(rows("x.jsonl").at(0)["messages"][1].dump(),
                  R"({"role":"assistant","content":"two","weight":0})");
        EXPECT_EQ(text("x.jsonl").find("\"weight\""), text("x.jsonl").rfind("\"weight\"")) << "once";
    }
    for (const auto format : {Format::sft, Format::sharegpt, Format::alpaca}) {
        const auto report = ran({.format = format}, file("x.jsonl"));
        EXPECT_EQ(report.rows, 1) << formatName(format);
        EXPECT_EQ(report.invalidWhy.at("a"), "a turn that nothing is to be learned from (weight 0)");
    }
    for (const auto format : {Format::promptCompletion, Format::dpo, Format::kto, Format::openaiDpo}) {
        EXPECT_EQ(ran({.format = format}, file("x.jsonl")).rows, 2) << formatName(format);
    }
}

TEST_F(ExportFormat, PreferencesNeedTwoDifferentAnswers) {
    LogEntry silent = tagged("silent", {"t"});
    silent.response.clear();
    m_store.add({tagged("a", {"t"}), tagged("same", {"t"}), silent});
    correct("a", "gold");
    correct("same", "response of same");
    correct("silent", "gold");
    for (const auto format : {Format::dpo, Format::openaiDpo}) {
        const auto report = ran({.format = format}, file("x.jsonl"));
        EXPECT_EQ(report.rows, 1);
        EXPECT_EQ(report.excludedIds.at("identical"), std::vector<std::string>{"same"});
        EXPECT_EQ(report.invalidWhy.at("silent"), "the response is empty");
        EXPECT_FALSE(report.warned.contains("identical"));
    }
    EXPECT_EQ(ran({}, file("x.jsonl")).rows, 3) << "sft looks at no response";
}

TEST_F(ExportFormat, KtoNeverCallsOneTextGoodAndBad) {
    m_store.add({tagged("both", {"user_negative"}), entry("one")});
    correct("both", "response of both");
    correct("one", "response of one");
    const auto report = ran({.format = Format::kto}, file("x.jsonl"));
    EXPECT_EQ(labels(rows("x.jsonl")), "prompt of one>response of one:good ");
    EXPECT_EQ(report.excludedIds.at("identical"), std::vector<std::string>{"both"});
    EXPECT_EQ(report.warned.at("identical"), 1);
}

TEST_F(ExportFormat, EveryTextThatLeavesIsRedactedAgain) {
    LogEntry leak = tagged("a", {"user_negative"});
    leak.prompt = "write to ann@example.org"; // as an older rule set may have left it
    leak.response = "he is bob@example.org";
    leak.messages =
        R"([{"role":"system","content":"boss is cy@example.org"},{"role":"user","content":"write to ann@example.org"}])";
    leak.tools =
        R"([{"type":"function","function":{"name":"f","description":"asks dan@example.org","parameters":{}}}])";
    m_store.add({leak});
    correct("a", "gold");
    for (const auto format : kFormats) {
        const auto report = ran({.format = format, .toolRows = true}, file("x.jsonl"));
        if (format == Format::alpaca) {
            EXPECT_EQ(report.invalidWhy.at("a"), "alpaca: tools, which it has no place for");
            continue;
        }
        EXPECT_GE(report.rows, 1) << formatName(format);
        EXPECT_EQ(text("x.jsonl").find("example.org"), std::string::npos) << formatName(format);
        EXPECT_NE(text("x.jsonl").find("boss is [EMAIL]"), std::string::npos) << formatName(format);
    }
    EXPECT_EQ(text("x.jsonl.manifest.json").find("example.org"), std::string::npos);
}

TEST_F(ExportFormat, ResponsesWithToolCallsComeWithToolRows) {
    LogEntry call = tagged("a", {"user_negative"});
    call.response.clear();
    call.output = R"({"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function",)"
                  R"("function":{"name":"f","arguments":"{\"n\":1}"}}]})";
    LogEntry picture = tagged("b", {"user_negative"});
    picture.output = R"({"role":"assistant","content":[{"type":"image_url","image_url":{"url":"x"}}]})";
    m_store.add({call, picture});
    correct("a", "gold");
    auto report = ran({.format = Format::dpo}, file("x.jsonl"));
    EXPECT_EQ(report.rows, 0);
    EXPECT_EQ(report.invalidWhy.at("a"),
              "a response with tool calls, which only an export with tool rows takes");
    report = ran({.format = Format::dpo, .toolRows = true}, file("x.jsonl"));
    EXPECT_EQ(rows("x.jsonl").at(0)["rejected"].dump(),
              R"([{"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function",)"
              R"("function":{"name":"f","arguments":{"n":1}}}]}])");
    report = ran({.format = Format::kto, .toolRows = true}, file("x.jsonl"));
    EXPECT_EQ(report.rows, 2) << "the correction and the call";
    EXPECT_EQ(report.invalidWhy.at("b"), "a response that holds more than text");
    EXPECT_EQ(Json::parse(text("x.jsonl.manifest.json"))["invalid_why"]["b"],
              "a response that holds more than text");
}

TEST_F(ExportFormat, ToolsLeaveWithToolRowsOnlyWhereOneSchemaIsInferred) {
    LogEntry row = tagged("a", {"t"});
    row.tools = R"([{"type":"function","function":{"name":"f","description":"d","parameters":{}}}])";
    LogEntry none = tagged("b", {"t"});
    none.tools = "[]";
    m_store.add({row, none});
    correct("a", "gold");
    correct("b", "gold");
    for (const auto format : {Format::sft, Format::promptCompletion, Format::dpo}) {
        ran({.format = format}, file("x.jsonl"));
        EXPECT_FALSE(rows("x.jsonl").at(0).contains("tools")) << formatName(format);
        ran({.format = format, .toolRows = true}, file("x.jsonl"));
        EXPECT_TRUE(rows("x.jsonl").at(0).contains("tools")) << formatName(format);
        EXPECT_FALSE(rows("x.jsonl").at(1).contains("tools")) << "an empty list is none";
    }
    for (const auto format : {Format::openai, Format::mistral, Format::sharegpt}) {
        ran({.format = format}, file("x.jsonl"));
        EXPECT_TRUE(rows("x.jsonl").at(0).contains("tools")) << formatName(format);
    }
}

TEST_F(ExportFormat, RowsThatAreLeftOutAreNamedWithTheReason) {
    LogEntry row = tagged("a", {"t"});
    row.messages = R"([{"role":"system","content":"one"},{"role":"system","content":"two"},)"
                   R"({"role":"user","content":"prompt of a"}])";
    m_store.add({row, tagged("b", {"t"})});
    correct("a", "gold");
    correct("b", "gold");
    const auto report = ran({.format = Format::mistral}, file("x.jsonl"));
    EXPECT_EQ(report.rows, 1);
    EXPECT_EQ(report.excludedIds.at("invalid"), std::vector<std::string>{"a"});
    EXPECT_EQ(Json::parse(text("x.jsonl.manifest.json"))["invalid_why"]["a"], "mistral: two system messages");
    EXPECT_EQ(ran({.format = Format::openai}, file("x.jsonl")).rows, 2) << "OpenAI takes both";
}

TEST_F(ExportFormat, EveryFormatIsWrittenGzippedAndAsAFolder) {
    m_store.add({tagged("a", {"t"})});
    correct("a", "gold");
    for (const auto format : kFormats) {
        const std::string name(formatName(format));
        ran({.format = format}, file(name + ".jsonl.gz"));
        ran({.format = format}, file(name + "/"));
        EXPECT_EQ(test::readMaybeGzip(file(name + ".jsonl.gz")), text(name + "/data/train.jsonl")) << name;
        EXPECT_FALSE(text(name + "/data/train.jsonl").empty()) << name;
        EXPECT_TRUE(verifyBatch(file(name + ".jsonl.gz"))->problems.empty()) << name;
        EXPECT_TRUE(verifyBatch(file(name))->problems.empty()) << name;
        const auto spec = specFromText(Json::parse(text(name + "/manifest.json"))["spec"].dump());
        ASSERT_TRUE(spec) << name;
        EXPECT_EQ(spec->format, format);
        const bool isLlamaFactorys = format == Format::sharegpt || format == Format::alpaca;
        EXPECT_EQ(std::filesystem::exists(file(name + "/dataset_info.json")), isLlamaFactorys) << name;
        EXPECT_EQ(text(name + "/README.md").find("## Training") == std::string::npos, format == Format::log);
    }
}

} // namespace
} // namespace goldpan::exporting
