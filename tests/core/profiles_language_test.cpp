// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The language of profiles: what is refused and where, and what one takes over from another.
#include "core/profiles/profile.h"
#include "core/profiles/shipped_profiles.h"

#include <gtest/gtest.h>

namespace goldpan::profiles {
namespace {

/// Where it is wrong, and how.
std::string problem(std::string_view json) {
    const auto profile = readProfile(json, shippedText);
    return profile ? "none" : profile.error().where + ": " + profile.error().message;
}

std::string inMap(std::string_view rule) {
    return problem(R"({"profile":"x","map":{"ts":)" + std::string(rule) + "}}");
}

TEST(ProfileLanguage, EveryShippedProfileIsGood) {
    EXPECT_GE(shippedTexts().size(), 20U);
    EXPECT_EQ(shippedProfiles().size(), shippedTexts().size());
    for (const auto& shipped : shippedTexts()) {
        const auto profile = shippedProfile(shipped.name);
        ASSERT_TRUE(profile) << shipped.name << ": " << profile.error().message << " "
                             << profile.error().where;
        EXPECT_EQ(profile->name, shipped.name);
        EXPECT_FALSE(profile->title.empty()) << shipped.name;
        EXPECT_FALSE(profile->detect.any.empty()) << shipped.name;
    }
    EXPECT_FALSE(shippedProfile("nosuch"));
}

TEST(ProfileLanguage, SaysWhereAndWhy) {
    EXPECT_EQ(problem("{\n  \"profile\": \"x\",\n  \"map\": {]\n}"),
              "line 3, column 11: the profile is no JSON");
    EXPECT_EQ(problem("{\"a\": 1e999, }"), "line 1, column 1: the profile is no JSON");
    EXPECT_EQ(problem("[]"), "/: an object is wanted here");
    EXPECT_EQ(problem(R"({"map":{}})"), "/: the key \"profile\" is missing");
    EXPECT_EQ(problem(R"({"profile":"x"})"), "/: the key \"map\" is missing");
    EXPECT_EQ(problem(R"({"profile":"x","map":{},"maps":{}})"), "/maps: this key is not known here");
    EXPECT_EQ(problem(R"({"profile":"x","map":{"request":"/id"}})"),
              "/map/request: no such field of a row: \"request\"");
    EXPECT_EQ(problem(R"({"profile":"x","map":{},"meta":{"trace":"/t"}})"),
              "/meta/trace: no such field of a row: \"trace\"");
    EXPECT_EQ(inMap(R"("id")"), "/map/ts: a pointer begins with /");
    EXPECT_EQ(inMap(R"({"time":"s"})"), "/map/ts: a rule has one of at, const, sum, diff, object and digest");
    EXPECT_EQ(inMap(R"({"at":"/a","const":1})"),
              "/map/ts: a rule has one of at, const, sum, diff, object and digest");
    EXPECT_EQ(inMap(R"([{"at":"/a"},{"at":"/b","time":"days"}])"),
              "/map/ts/1/time: a time is auto, auto-utc, iso, s, ms, us or ns");
    EXPECT_EQ(inMap(R"({"at":["/a",7]})"), "/map/ts/at/1: a string is wanted here");
    EXPECT_EQ(inMap(R"({"at":"/a","json":9})"), "/map/ts/json: a whole number from 1 to 5 is wanted here");
    EXPECT_EQ(inMap(R"({"at":"/a","round":1})"), "/map/ts/round: true or false is wanted here");
    EXPECT_EQ(inMap(R"({"at":"/a","as":"poem"})"), "/map/ts/as: no such shape: \"poem\"");
    EXPECT_EQ(inMap(R"({"at":"/a","hash":"md5"})"), "/map/ts/hash: a hash is sha256-16");
    EXPECT_EQ(inMap(R"({"diff":["/a"]})"), "/map/ts/diff: a diff is of two: the begin and the end");
    EXPECT_EQ(inMap(R"({"at":"/a","tiem":"s"})"), "/map/ts/tiem: this key is not known here");
}

TEST(ProfileLanguage, NothingIsRewrittenUnderItsRecords) {
    const auto prepared = [](const std::string& at) {
        return problem(R"({"profile":"x","map":{},"each":["/a/*","/b/*"],"prepare":[{"at":")" + at +
                       R"(","kv":true}]})");
    };
    const std::string refused = "/prepare/0: the records stand in this, and it would be rewritten under them";
    for (const std::string at : {"1/b", "1", "2/a", "2/a/*", "2/a/*/b", "2/*/0", "2/a/0/b/3"}) {
        EXPECT_EQ(prepared(at), refused) << at;
    }
    for (const std::string at : {"/b", "1/c", "2/c", "2/a/*/c", "2/a/*/b/*/c"}) {
        EXPECT_EQ(prepared(at), "none") << at;
    }
    EXPECT_EQ(problem(R"({"profile":"x","map":{},"join":[{"into":"m","prepare":[{"at":"1/a","json":1}]}]})"),
              "/join/0/prepare/0: in a join only the object itself is prepared");
}

TEST(ProfileLanguage, ALowScoreIsOnlyBadWhereTheFeedbackIsNamed) {
    EXPECT_EQ(problem(R"({"profile":"x","map":{},"tag":[{"add":"user_negative","when":{"max":0.5}}]})"),
              "/tag/0/when: name the feedback that is meant, or its source: a low score of something else "
              "may be good");
}

TEST(ProfileLanguage, ExtendsByALevel) {
    const auto profile = readProfile(
        R"({"profile":"mine","extends":"litellm","map":{"request_id":"/my/id","tools":null},"tag":[]})",
        shippedText);
    ASSERT_TRUE(profile) << profile.error().message;
    const auto base = *shippedProfile("litellm");
    EXPECT_EQ(profile->name, "mine");
    ASSERT_EQ(profile->rules("request_id").size(), 1U);
    EXPECT_EQ(profile->rules("request_id")[0].pointers[0].text(), "/my/id");
    EXPECT_TRUE(profile->rules("tools").empty()) << "null takes a field away";
    EXPECT_EQ(profile->rules("ts").size(), base.rules("ts").size()) << "the other fields stay";
    EXPECT_EQ(profile->where.size(), base.where.size());
    EXPECT_TRUE(profile->tag.empty()) << "a list is taken over whole or not at all";
}

TEST(ProfileLanguage, ExtendingIsBounded) {
    EXPECT_EQ(problem(R"({"profile":"x","extends":"nosuch","map":{}})"),
              "/extends: there is no profile \"nosuch\" to extend");
    const auto endless = [](std::string_view) {
        return std::optional<std::string>(R"({"profile":"y","extends":"y","map":{}})");
    };
    const auto profile = readProfile(R"({"profile":"x","extends":"y","map":{}})", endless);
    ASSERT_FALSE(profile);
    EXPECT_EQ(profile.error().message, "profiles extend each other over too many levels");
}

TEST(ProfileLanguage, DetectsByTheFirstObjectsAndSaysWhy) {
    const auto found = [](std::vector<std::string> texts) {
        std::vector<JsonTree> objects;
        for (const auto& text : texts) {
            objects.push_back(*parseJsonTree(text));
        }
        return detect(objects);
    };
    EXPECT_EQ(found({R"({"resourceSpans":[]})"}).profile, "otlp-genai");
    const auto langfuse = found({R"({"type":"SPAN","trace_id":"t","start_time":"x"})", R"({"a":1})"});
    EXPECT_EQ(langfuse.profile, "langfuse-blob");
    EXPECT_EQ(langfuse.reason, "/type, /trace_id, /start_time in 1 of the first 2 objects");
    EXPECT_EQ(
        found({R"({"request_id":"a","ts":"t","model_version":"m","prompt":"p","response":""})"}).profile,
        "lesson");
    EXPECT_EQ(
        found({R"({"request_id":"a","ts":null,"prompt":"","response":"","messages":[{"role":"user"}]})"})
            .profile,
        "lesson")
        << "a row that a profile made, come back from an export";
    EXPECT_EQ(found({R"({"messages":[{"role":"user","content":"x"}]})"}).profile, "hf-messages");
    const auto vllm =
        found({R"({"request":{"messages":[]},"response":{"choices":[],"prompt_logprobs":null}})"});
    EXPECT_EQ(vllm.profile, "vllm");
    EXPECT_EQ(vllm.others, std::vector<std::string>{"openai"});
    EXPECT_EQ(found({R"({"what":"else"})"}).profile, "");
    EXPECT_EQ(found({}).profile, "");
}

TEST(ProfileLanguage, OursAndOthersAreNotTakenForEachOther) {
    const auto found = [](const std::vector<std::string>& texts) {
        std::vector<JsonTree> objects;
        for (const auto& text : texts) {
            objects.push_back(*parseJsonTree(text));
        }
        return detect(objects);
    };
    const std::string exchange =
        R"("request":{"messages":[{"role":"user","content":"q"}]},"response":{"choices":[{"message":{"content":"a"}}]}})";
    const auto gateway = R"({"request_id":"a","model_version":"m","ts":"t",)" + exchange;
    EXPECT_EQ(found({gateway}).profile, "openai") << "a gateway that names its keys as ours are named";
    const std::string ours = R"({"request_id":"a","ts":"t","model_version":"m","prompt":"p","response":"r"})";
    const auto theirs = "{" + exchange;
    const auto mixed = found({theirs, ours, theirs, theirs});
    EXPECT_EQ(mixed.profile, "openai") << "one of four";
    EXPECT_EQ(mixed.reason,
              "/request/messages|/request/prompt, /response/choices|/response in 3 of the first 4 objects");
    EXPECT_EQ(mixed.others, std::vector<std::string>{"lesson"});
    EXPECT_EQ(found({ours, theirs, ours}).profile, "lesson");
    EXPECT_EQ(found({ours, R"({"a":1})", R"({"a":2})", R"({"a":3})"}).profile, "lesson")
        << "nothing else fits";
    EXPECT_EQ(
        found(
            {R"({"request_id":"o","prompt":"p","response":"r","latency_ms":1,"messages":[{"role":"user"}]})"})
            .profile,
        "")
        << "a row of ours that lacks two keys is quarantined, not read as something else";
    EXPECT_EQ(found({R"({"prompt":"p","prompt_id":"i","messages":[{"role":"user"}]})"}).profile,
              "hf-messages");
}

} // namespace
} // namespace goldpan::profiles
