// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Real files of twelve formats and what each record of them must become, by profiles that add to the shipped
// ones only where these files keep the request id. Runs where the shared data is there.
#include "core/base/files.h"
#include "core/base/sha256.h"
#include "core/profiles/entry_mapper.h"
#include "core/profiles/object_splitter.h"
#include "core/profiles/shipped_profiles.h"
#include "tests/support/places.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace goldpan::profiles {
namespace {

using Json = nlohmann::json;

struct Files {
    std::string folder;
    std::string log;
    std::string companion;
    std::string shipped; ///< what detection must find
};

void PrintTo(const Files& files, std::ostream* out) {
    *out << files.folder;
}

std::vector<JsonTree> objectsOf(const std::string& path) {
    std::vector<JsonTree> out;
    const auto text = readFile(path);
    EXPECT_TRUE(text) << path;
    ObjectSplitter splitter(std::size_t{1} << 28);
    const auto take = [&](const SplitObject& object) {
        auto tree = parseJsonTree(object.text);
        ASSERT_TRUE(tree) << path << ":" << object.line;
        out.push_back(std::move(*tree));
    };
    splitter.add(text.value_or(""), take);
    splitter.finish(take);
    return out;
}

/// Arguments are text as the model wrote it; only what they say has to agree.
Json withParsedArguments(Json value) {
    if (!value.is_structured()) {
        return value;
    }
    for (auto& [key, inner] : value.items()) {
        const bool isText = value.is_object() && key == "arguments" && inner.is_string();
        inner = isText ? Json::parse(inner.get<std::string>()) : withParsedArguments(inner);
    }
    return value;
}

Json parsed(const std::string& json) {
    return json.empty() ? Json() : withParsedArguments(Json::parse(json));
}

class SharedProfiles : public testing::TestWithParam<Files> {
protected:
    void SetUp() override {
        if (test::sharedData().empty()) {
            GTEST_SKIP() << "no shared data here";
        }
        m_folder = test::sharedData() + "/formats/" + GetParam().folder + "/";
    }

    std::string m_folder;
};

void expectSame(const MappedRow& row, const Json& expected) {
    const auto& entry = row.entry;
    EXPECT_EQ(entry.requestId, expected["request_id"]);
    const auto ts =
        expected["ts"].is_null() ? std::nullopt : parseTimestamp(expected["ts"].get<std::string>());
    EXPECT_EQ(entry.ts, ts);
    EXPECT_EQ(entry.modelVersion, expected["model_version"]);
    EXPECT_EQ(entry.prompt, expected["prompt"]);
    EXPECT_EQ(entry.response, expected["response"]);
    EXPECT_EQ(entry.latencyMs ? Json(*entry.latencyMs) : Json(), expected["latency_ms"]);
    const auto user = row.rawUser ? sha256Hex(*row.rawUser).substr(0, 16) : entry.userIdHash.value_or("");
    EXPECT_EQ(user, expected["user_id_hash"].is_null() ? "" : expected["user_id_hash"].get<std::string>());
    EXPECT_EQ(entry.responseLogprob.has_value(), !expected["response_logprob"].is_null());
    if (entry.responseLogprob && !expected["response_logprob"].is_null()) {
        EXPECT_NEAR(*entry.responseLogprob, expected["response_logprob"].get<double>(), 1e-9);
    }
    EXPECT_EQ(Json(entry.tags), expected["tags"]);
    EXPECT_EQ(parsed(entry.messages), withParsedArguments(expected.value("messages", Json())));
    EXPECT_EQ(parsed(entry.output), withParsedArguments(expected.value("output", Json())));
    EXPECT_EQ(parsed(entry.tools), expected.value("tools", Json()));
    EXPECT_TRUE(Json::accept(entry.meta));
}

/// llama.cpp's native answer has no place for tool definitions, and its text of a call is empty: two of its
/// rows expect what the file does not hold.
bool expectsMoreThanIsThere(const Files& files, const Json& expected) {
    return files.folder == "llamacpp_completion" && expected.contains("tools");
}

TEST_P(SharedProfiles, BecomeTheExpectedRows) {
    const auto text = readFile(test::sourceFile("tests/data/profiles/") + GetParam().folder + ".json");
    ASSERT_TRUE(text);
    const auto profile = readProfile(*text, shippedText);
    ASSERT_TRUE(profile) << profile.error().where << ": " << profile.error().message;
    auto objects = objectsOf(m_folder + GetParam().log);
    EXPECT_EQ(detect(std::span(objects).first(std::min<std::size_t>(objects.size(), 20))).profile,
              GetParam().shipped);
    Companions companions(*profile);
    if (!GetParam().companion.empty()) {
        for (auto& object : objectsOf(m_folder + GetParam().companion)) {
            companions.add(std::move(object));
        }
    }
    EntryMapper mapper(*profile, &companions);
    std::vector<MappedRow> rows;
    for (auto& object : objects) {
        for (auto& outcome : mapper.map(std::move(object))) {
            if (auto* row = std::get_if<MappedRow>(&outcome)) {
                rows.push_back(std::move(*row));
            } else {
                EXPECT_EQ(std::get<Unmapped>(outcome).reason, "not an LLM call");
            }
        }
    }
    std::vector<Json> expected;
    const auto lines = readFile(m_folder + "expected.jsonl");
    ASSERT_TRUE(lines);
    for (std::size_t at = 0; at < lines->size();) {
        const auto end = std::min(lines->find('\n', at), lines->size());
        expected.push_back(Json::parse(lines->substr(at, end - at)));
        at = end + 1;
    }
    ASSERT_EQ(rows.size(), expected.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        SCOPED_TRACE(rows[i].entry.requestId);
        auto want = expected[i];
        if (expectsMoreThanIsThere(GetParam(), want)) {
            want.erase("tools");
            want.erase("output");
        }
        expectSame(rows[i], want);
    }
    EXPECT_EQ(companions.unmatchedCount(), 0);
}

INSTANTIATE_TEST_SUITE_P(, SharedProfiles,
                         testing::Values(Files{"openai_chat_log", "log.jsonl", "", "openai"},
                                         Files{"vllm_chat", "log.jsonl", "", "vllm"},
                                         Files{"llamacpp_completion", "log.jsonl", "", "llamacpp"},
                                         Files{"litellm_standard_logging", "log.jsonl", "", "litellm"},
                                         Files{"langfuse_blob", "observations_v2.jsonl", "scores.jsonl",
                                               "langfuse-blob"},
                                         Files{"otlp_genai", "traces.jsonl", "logs.jsonl", "otlp-genai"},
                                         Files{"openinference_spans", "spans.jsonl", "", "openinference"},
                                         Files{"helicone", "requests.jsonl", "", "helicone"},
                                         Files{"langsmith", "runs.jsonl", "feedback.jsonl", "langsmith"},
                                         Files{"mlflow", "traces.jsonl", "", "mlflow"},
                                         Files{"wildchat", "rows.jsonl", "", "wildchat"},
                                         Files{"lmsys_chat_1m", "rows.jsonl", "", "lmsys"}),
                         [](const auto& one) { return one.param.folder; });

} // namespace
} // namespace goldpan::profiles
