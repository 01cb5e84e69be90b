// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/formats/format.h"
#include "tests/support/places.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace goldpan::exporting {
namespace {

using Json = nlohmann::ordered_json;

std::string sftRow(const std::vector<Message>& conversation, const std::string& correction,
                   const std::string& tools = {}) {
    const auto line = traitsOf(Format::sft)
                          .line({.conversation = conversation,
                                 .tools = tools,
                                 .answer = {.role = "assistant", .text = correction}});
    return line ? *line : "refused: " + line.error();
}

/// The lines of a shared file; none where it is not there.
std::vector<std::string> sharedLines(const std::string& name) {
    const auto folder = test::sharedData();
    std::istringstream text(folder.empty() ? "" : test::readMaybeGzip(folder + "/logs/" + name));
    std::vector<std::string> out;
    for (std::string line; std::getline(text, line);) {
        out.push_back(line);
    }
    return out;
}

TEST(SftRow, IsWrittenAsPythonWritesIt) {
    const std::vector<Message> turns{{.role = "system", .text = "Be \"kind\""},
                                     {.role = "user", .text = "tab\there \x7F \xC3\xA9 \xE2\x80\xA8 \x01"}};
    EXPECT_EQ(sftRow(turns, "line\nfeed"),
              "{\"messages\": [{\"role\": \"system\", \"content\": \"Be \\\"kind\\\"\"}, "
              "{\"role\": \"user\", \"content\": \"tab\\there \x7F \xC3\xA9 \xE2\x80\xA8 \\u0001\"}, "
              "{\"role\": \"assistant\", \"content\": \"line\\nfeed\"}]}");
}

TEST(SftRow, KeepsToolTurnsAndTheirNumbers) {
    const std::vector<Message> turns{
        {.role = "user", .text = "weather?"},
        {.role = "assistant",
         .toolCalls =
             R"([{"id":"c1","function":{"name":"f","arguments":"{\"a\":1,\"b\":\"x, y: z\"}"},"n":1e400}])"},
        {.role = "tool", .text = "", .name = "f", .toolCallId = "c1"}};
    EXPECT_EQ(
        sftRow(turns, "Rain."),
        R"({"messages": [{"role": "user", "content": "weather?"}, )"
        R"({"role": "assistant", "content": null, "tool_calls": [{"id": "c1", "function": {"name": "f", )"
        R"("arguments": "{\"a\":1,\"b\":\"x, y: z\"}"}, "n": 1e400}]}, )"
        R"({"role": "tool", "content": "", "tool_call_id": "c1", "name": "f"}, )"
        R"({"role": "assistant", "content": "Rain."}]})");
}

TEST(SftRow, HoldsToolsBehindTheMessages) {
    EXPECT_EQ(sftRow({{.role = "user", .text = "x"}}, "y",
                     R"([{"type":"function","function":{"name":"f","parameters":{"n":1e400}}}])"),
              R"({"messages": [{"role": "user", "content": "x"}, {"role": "assistant", "content": "y"}], )"
              R"("tools": [{"type": "function", "function": {"name": "f", "parameters": {"n": 1e400}}}]})");
    EXPECT_EQ(sftRow({{.role = "user", .text = "x"}}, "y", R"({"name":"f"})"),
              "refused: tools that are no list of definitions");
}

TEST(SftRow, EqualsTheLessonsOwnFile) {
    const auto lines = sharedLines("expected/sft_user_negative+drift_window.jsonl.gz");
    if (lines.empty()) {
        GTEST_SKIP() << "the shared logs are not here";
    }
    for (const auto& line : lines) {
        const auto turns = parseMessages(Json::parse(line)["messages"].dump());
        ASSERT_TRUE(turns);
        const std::string correction = turns->back().text;
        EXPECT_EQ(sftRow({turns->begin(), turns->end() - 1}, correction), line);
    }
}

} // namespace
} // namespace goldpan::exporting
