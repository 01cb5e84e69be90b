// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Logs of other tools through an import job.
#include "core/ingest/mapped_rows.h"
#include "tests/core/support/import_desk.h"

#include <gmock/gmock.h>

#include <fstream>
#include <unistd.h>

namespace goldpan::ingest {
namespace {

std::string run(const std::string& id, const std::string& more = {}) {
    return R"({"id":")" + id +
           R"(","run_type":"llm","dotted_order":"x","start_time":"2025-06-01T00:00:00","end_time":"2025-06-01T00:00:01",)" +
           more +
           R"("inputs":{"messages":[{"role":"user","content":"Hi"}]},"outputs":{"choices":[{"message":{"content":"Yo"}}]}})";
}

const std::string kChain = R"({"id":"c","run_type":"chain","dotted_order":"x","inputs":{}})";

class ProfileImport : public ImportDesk {
protected:
    Result<void> importBy(const std::string& profile, const std::vector<std::string>& logs,
                          const std::vector<std::string>& companions = {}) {
        ProfileUse use{.companions = companions};
        if (!profile.empty()) {
            auto opened = openProfile(profile);
            EXPECT_TRUE(opened);
            use.profile = opened.value_or(nullptr);
        }
        return ImportJob(store, redactor)
            .run({.logs = logs, .jobs = 2, .operatorName = "ada", .keep = keep, .use = use}, report, progress,
                 stop.get_token());
    }
};

TEST_F(ProfileImport, EachLogByItsOwnProfile) {
    const auto runs = dir.writeGzip("runs.jsonl.gz", run("a") + "\n" + kChain + "\n" + run("b") + "\n");
    const auto ours = dir.write("ours.jsonl", row("c") + "\n");
    const auto chats = dir.write(
        "chats.json",
        R"([ {"conversation_id":"d","conversation":[{"role":"user","content":"A"},{"role":"assistant","content":"B"}]} ])");
    ASSERT_TRUE(importBy("", {runs, ours, chats}));
    ASSERT_EQ(store.sources.size(), 3U);
    EXPECT_EQ(store.sources[0].ids, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(store.sources[0].lines, (std::vector<std::int64_t>{1, 3}));
    EXPECT_EQ(store.sources[1].ids, std::vector<std::string>{"c"});
    EXPECT_EQ(store.sources[2].ids, std::vector<std::string>{"d"});
    ASSERT_EQ(report.profiled.size(), 2U);
    EXPECT_EQ(report.profiled[0].profile, "langsmith");
    EXPECT_EQ(report.profiled[0].tally.skipped.at("not an LLM call").lines, std::vector<std::int64_t>{2});
    EXPECT_EQ(report.profiled[1].profile, "lmsys");
    expectSum();
}

std::string halfOf(const std::string& id, bool isBegin) {
    return isBegin
               ? R"({"post":[{"id":")" + id +
                     R"(","run_type":"llm","inputs":{"messages":[{"role":"user","content":"Hi"}]},"start_time":"2025-06-01T00:00:00"}]})"
                     "\n"
               : R"({"patch":[{"id":")" + id +
                     R"(","outputs":{"choices":[{"message":{"role":"assistant","content":"Yo"}}]},"end_time":"2025-06-01T00:00:01"}]})"
                     "\n";
}

TEST_F(ProfileImport, TheHalvesOfARunMeetAcrossTheLogsOfOneImport) {
    const auto posts = dir.write("posts.jsonl", halfOf("a", true) + halfOf("b", true) + halfOf("open", true));
    const auto patches =
        dir.write("patches.jsonl", halfOf("b", false) + halfOf("a", false) + halfOf("lost", false));
    const auto reservoir = sampling::KeepRule{.kind = sampling::KeepRule::Kind::reservoir, .perHour = 100};
    for (const auto& rule : {sampling::KeepRule{}, reservoir}) {
        for (const auto& logs : {std::vector{posts, patches}, std::vector{patches, posts}}) {
            store.sources.clear();
            store.known.clear();
            keep = rule;
            ASSERT_TRUE(importBy("", logs));
            ASSERT_FALSE(store.sources.empty());
            EXPECT_THAT(store.sources.back().ids, testing::UnorderedElementsAre("a", "b"));
            ASSERT_EQ(report.profiled.size(), 2U);
            for (const auto& log : report.profiled) { // each half by where it stands, also in the first log
                const auto reason = log.log.ends_with("posts.jsonl") ? "the run was never finished"
                                                                     : "the begin of the run was not seen";
                ASSERT_EQ(log.tally.skipped.size(), 1U) << log.log;
                EXPECT_EQ(log.tally.skipped.begin()->first, reason);
                EXPECT_THAT(log.tally.skipped.begin()->second.lines, testing::ElementsAre(3));
            }
        }
    }
}

TEST_F(ProfileImport, AnUnfinishedRunIsToldByItsOwnLine) {
    const auto log = dir.write(
        "runs.jsonl", halfOf("a", true) + halfOf("open", true) + halfOf("lost", false) + halfOf("a", true) +
                          halfOf("a", false) + halfOf("b", true) + halfOf("c", true) + halfOf("c", false));
    ASSERT_TRUE(importBy("", {log}));
    const auto& skipped = report.profiled.at(0).tally.skipped;
    EXPECT_THAT(skipped.at("the run was never finished").lines, testing::ElementsAre(2, 6));
    EXPECT_THAT(skipped.at("the begin of the run was not seen").lines, testing::ElementsAre(3));
    EXPECT_THAT(skipped.at("the run was begun more than once").lines, testing::ElementsAre(4));
}

TEST_F(ProfileImport, WhatIsBrokenIsQuarantinedAndTheRestIsRead) {
    const auto log = dir.write(
        "runs.jsonl",
        run("a") + "\nnot json\n" + run("b", R"("note":NaN,"odd":"\ud800",)") + "\n[1]\n" +
            R"({"run_type":"llm","dotted_order":"x","end_time":"2025-06-01","inputs":{"prompt":"Hi"},"outputs":{"text":"Yo"}})" +
            "\n");
    ASSERT_TRUE(importBy("", {log}));
    EXPECT_EQ(store.sources[0].ids, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(store.sources[0].quarantine,
              (std::vector<std::string>{"2 not_json: not one JSON object", "4 wrong_type: not a JSON object",
                                        "5 missing_field: request_id"}));
    EXPECT_EQ(report.repaired, 1);
    expectSum();
}

TEST_F(ProfileImport, AnArrayThatBreaksOffKeepsWhatCameBefore) {
    const auto log = dir.write("runs.json", "[\n" + run("a") + ",\n{\"id\": \"b\", \"run_t");
    ASSERT_TRUE(importBy("", {log}));
    EXPECT_EQ(store.sources[0].ids, std::vector<std::string>{"a"});
    EXPECT_EQ(store.sources[0].quarantine,
              std::vector<std::string>{"3 not_json: the object that begins here is not closed"});
    EXPECT_EQ(report.pending, 0) << "nobody knows how much of the file it took along";
}

TEST_F(ProfileImport, BehindABrokenObjectTheRestOfAnArrayIsRead) {
    auto broken = run("b");
    broken.insert(broken.find("Hi"), "\"");
    const auto log = dir.write("runs.json", "[\n" + run("a") + ",\n" + broken + ",\n" + run("c") + ",\n" +
                                                run("d") + "\n]");
    ASSERT_TRUE(importBy("", {log}));
    EXPECT_EQ(store.sources[0].ids, (std::vector<std::string>{"a", "c", "d"}));
    EXPECT_EQ(store.sources[0].lines, (std::vector<std::int64_t>{2, 4, 5}));
    EXPECT_EQ(store.sources[0].quarantine,
              std::vector<std::string>{"3 not_json: the object that begins here is not closed"});
    EXPECT_EQ(
        report.profiled[0].tally.quarantined.at("not_json: the object that begins here is not closed").lines,
        std::vector<std::int64_t>{3});
    expectSum();
}

TEST_F(ProfileImport, WhatIsBrokenInACompanionIsTold) {
    const auto log = dir.write("runs.jsonl", run("a") + "\n");
    const auto with = dir.write("f.jsonl", "torn {\n"
                                           R"({"run_id":"a","key":"user_score","score":0})"
                                           "\n{\"run_id\":\"a\",\"k");
    ASSERT_TRUE(importBy("", {log}, {with}));
    const auto& companions = report.profiled[0].tally.companions;
    EXPECT_EQ(companions.objects, 1);
    ASSERT_EQ(companions.broken.size(), 1U);
    EXPECT_EQ(companions.broken.begin()->first, with + ": not_json: not one JSON object");
    EXPECT_EQ(companions.broken.begin()->second.lines, (std::vector<std::int64_t>{1, 3}));
    EXPECT_EQ(report.quarantined, 0) << "it is no row";
    EXPECT_EQ(report.pending, 0);
}

TEST_F(ProfileImport, ACorrectionOfATraceIsGoldWhereTheLogHasOneCallOfIt) {
    const std::string note = R"({"run_id":null,"trace_id":"t","key":"note","correction":"Better"})"
                             "\n"
                             R"({"run_id":null,"trace_id":"u","key":"note","correction":"Best"})"
                             "\n";
    const auto with =
        dir.write("f.jsonl", note + R"({"run_id":"d","key":"note","correction":"Own"})"
                                    "\n"
                                    R"({"trace_id":"w","key":"note","correction":"Of the trace"})");
    const auto log = dir.write(
        "runs.jsonl", run("a", R"("trace_id":"t",)") + "\n" + run("b", R"("trace_id":"u",)") + "\n" +
                          run("c", R"("trace_id":"t",)") + "\n" + run("d", R"("trace_id":"w",)") + "\n");
    ASSERT_TRUE(importBy("", {log}, {with}));
    std::vector<std::string> gold;
    for (const auto& one : report.corrections) {
        gold.push_back(one.requestId + " " + one.text);
    }
    EXPECT_EQ(gold, (std::vector<std::string>{"d Own", "b Best"}));
    EXPECT_EQ(
        report.profiled[0].tally.ambiguous.at("feedback of a trace, given to several of its calls").lines,
        std::vector<std::int64_t>{3});
}

TEST_F(ProfileImport, ACorrectionOfATraceIsNobodysWhereItsCallsMayStandInTwoLogs) {
    const auto with = dir.write("f.jsonl", R"({"trace_id":"t","key":"note","correction":"Better"})");
    const auto one = dir.write("one.jsonl", run("a", R"("trace_id":"t",)") + "\n");
    const auto two = dir.write("two.jsonl", run("b", R"("trace_id":"t",)") + "\n");
    ASSERT_TRUE(importBy("", {one, two}, {with}));
    EXPECT_EQ(store.sources.size(), 2U);
    EXPECT_TRUE(report.corrections.empty());
}

TEST_F(ProfileImport, AnObjectWithoutRecordsIsTold) {
    const auto log =
        dir.write("t.jsonl", "{\"resourceSpans\":[{\"scopeSpans\":[]}]}\n{\"resourceSpans\":7}\n");
    ASSERT_TRUE(importBy("otlp-genai", {log}));
    EXPECT_EQ(
        report.profiled[0].tally.skipped.at("none of the records that the profile reads is in it").lines,
        (std::vector<std::int64_t>{1, 2}));
}

TEST_F(ProfileImport, APipeIsLookedAtLikeAFile) {
    for (const auto& [text, profile] :
         {std::pair(run("a") + "\n" + kChain + "\n" + run("b"), std::string("langsmith")),
          std::pair("[" + run("a") + ",\n" + run("b") + "]", std::string("langsmith")),
          std::pair(row("a") + "\n" + row("b") + "\n", std::string())}) {
        store.sources.clear();
        report = {};
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        ASSERT_EQ(::write(ends[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
        ::close(ends[1]);
        ASSERT_TRUE(importBy("", {"/dev/fd/" + std::to_string(ends[0])})) << text;
        ::close(ends[0]);
        EXPECT_EQ(store.sources.at(0).ids, (std::vector<std::string>{"a", "b"})) << text;
        EXPECT_EQ(report.profiled.empty() ? "" : report.profiled[0].profile, profile);
        expectSum();
    }
}

TEST_F(ProfileImport, ASlowPipeIsNotWaitedForOnceItIsKnown) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const auto text = run("a") + "\n";
    ASSERT_EQ(::write(ends[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
    const auto choice = chooseProfile("/dev/fd/" + std::to_string(ends[0]), {}); // the writer is still there
    ASSERT_TRUE(choice);
    ASSERT_TRUE(choice->profile && choice->begun);
    ::close(ends[1]); // so that a reading that had lost the bytes comes to an end
    std::vector<char> again(text.size() + 1);
    const auto read = choice->begun->read(again, {});
    EXPECT_TRUE(read && std::string(again.data(), *read) == text);
    ::close(ends[0]);
}

TEST_F(ProfileImport, AReservoirCountsFirstAndTellsOnce) {
    keep = {.kind = sampling::KeepRule::Kind::reservoir, .perHour = 2};
    const auto log = dir.write("runs.jsonl", run("a") + "\n" + kChain + "\n" + run("b") + "\n");
    const auto feedback = dir.write(
        "f.jsonl",
        R"({"run_id":"a","key":"user_score","score":0,"correction":"Better","feedback_source":{"type":"app"}})");
    ASSERT_TRUE(importBy("", {log}, {feedback}));
    EXPECT_EQ(store.counted, (std::vector<std::string>{"a", "b"}));
    ASSERT_EQ(report.profiled.size(), 1U);
    EXPECT_EQ(report.profiled[0].tally.skipped.at("not an LLM call").count, 1);
    EXPECT_EQ(report.profiled[0].tally.companions.unmatched, 0);
    ASSERT_EQ(report.corrections.size(), 1U);
    EXPECT_EQ(report.corrections[0].text, "Better");
}

TEST_F(ProfileImport, StopsWhenAsked) {
    std::string text;
    for (int i = 0; i < 3000; ++i) {
        text += run("id-" + std::to_string(i)) + "\n";
    }
    const auto log = dir.write("runs.jsonl", text);
    store.onAdd = [this]() -> Result<void> {
        stop.request_stop();
        return {};
    };
    const auto done = importBy("langsmith", {log});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::cancelled);
    EXPECT_LT(report.read, 3000);
    EXPECT_FALSE(report.complete);
}

TEST_F(ProfileImport, ACompanionThatIsNotThereIsAnError) {
    const auto log = dir.write("runs.jsonl", run("a") + "\n");
    const auto done = importBy("", {log}, {dir.file("nosuch.jsonl")});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::notFound);
}

TEST_F(ProfileImport, AFileWithNothingOfTheKindIsNoLog) {
    EXPECT_EQ(importBy("", {dir.write("a.txt", "hello\nworld\n")}).error().code, ErrorCode::notJsonl);
    EXPECT_EQ(importBy("langsmith", {dir.write("b.txt", "hello\nworld\n")}).error().code,
              ErrorCode::notJsonl);
    EXPECT_TRUE(importBy("", {dir.write("empty", "")}));
    EXPECT_TRUE(importBy("langsmith", {dir.write("empty2", "")}));
}

TEST_F(ProfileImport, ARawUserNeverComesThroughAndAKeyCounts) {
    const auto key = redact::UserKey::fromText("a secret of 16 bytes or more");
    ASSERT_TRUE(key);
    const auto profile = openProfile("openai");
    ASSERT_TRUE(profile);
    const auto log = dir.write(
        "log.jsonl",
        R"({"id":"i","ts":"2025-06-01","user":"0123456789abcdef","request":{"user":"u-7","messages":[{"role":"user","content":"Hi"}]},"response":{"choices":[{"message":{"content":"Yo"}}]}})");
    const ProfileUse use{.profile = *profile};
    std::vector<LogEntry> entries;
    const auto take = [&](DecodedBlock block) -> Result<void> {
        for (auto& one : block.rows) {
            entries.push_back(std::move(one.entry));
        }
        return {};
    };
    ASSERT_TRUE(MappedRows(redactor, *key, use).read(log, {}, take));
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].userIdHash, key->hashRaw("0123456789abcdef")) << "a raw id that looks like a hash";
    EXPECT_FALSE(entries[0].meta.contains("u-7")) << entries[0].meta;
}

/// A row that looks like this and that inside.
std::string oddRow(const std::string& id) {
    return R"({"request_id":")" + id +
           R"(","ts":"2025-06-12T00:00:00","model_version":"v","prompt":"data: {\"run_type\":\"llm\",\"inputs\":[",)"
           R"("response":": [1]","latency_ms":5,"tags":["x"],"messages":[{"role":"user","content":"[1, {"}],)"
           R"("meta":{"messages":[{"role":"user"}],"request":{"messages":[]},"response":{"choices":[]}}})"
           "\n";
}

TEST_F(ProfileImport, OurOwnLogIsKnownWhereverItsFirstLineIsTorn) {
    const auto first = oddRow("a");
    for (std::size_t at = 1; at < first.size(); ++at) {
        for (const auto& torn : {first.substr(at), first.substr(0, at) + "\n", first.substr(0, at)}) {
            const auto choice = chooseProfile(dir.write("log.jsonl", torn + oddRow("b") + oddRow("c")), {});
            ASSERT_TRUE(choice);
            EXPECT_EQ(choice->profile, nullptr) << torn << ": " << choice->reason;
        }
    }
}

TEST_F(ProfileImport, OurOwnLogIsKnownByItsSecondLineWhateverTheFirstOneBegins) {
    for (const std::string begun : {"[", "[{", "data: {}", ": ", "{", "{ \"a\":", "event: x"}) {
        const auto choice =
            chooseProfile(dir.write("log.jsonl", begun + "\n" + oddRow("b") + oddRow("c")), {});
        ASSERT_TRUE(choice);
        EXPECT_EQ(choice->profile, nullptr) << begun << ": " << choice->reason;
    }
    const auto choice = chooseProfile(dir.write("log.jsonl", "{\n" + oddRow("b")), {});
    EXPECT_TRUE(choice->isOurs);
}

} // namespace
} // namespace goldpan::ingest
