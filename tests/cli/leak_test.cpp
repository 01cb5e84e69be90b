// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// No planted value may be in anything that the program wrote: 704 of them, in all that an endpoint logs and
// in all that people type, through every verb that keeps, prints or copies something.
#include "tests/cli/cli_runner.h"
#include "tests/support/planted.h"
#include "tests/support/traces.h"

#include <fstream>
#include <functional>
#include <gmock/gmock.h>
#include <sqlite3.h>

namespace goldpan::test {
namespace {

using Json = nlohmann::ordered_json;
using testing::IsEmpty;

constexpr std::size_t kValues = 704;       // 64 of each type
const std::string kRawUser = "quist.nora"; // no rule knows it, but the key that it stands under

class Leak : public testing::Test {
protected:
    ~Leak() override { sqlite3_close(m_reader); }

    [[nodiscard]] std::string said() { return planted.next().sentence; }

    /// A row with a value in each place that takes text.
    Json fullRow(const std::string& id) {
        const std::string prompt = said();
        return {{"request_id", id},
                {"ts", "2025-06-12T00:00:00"},
                {"model_version", "v1"},
                {"prompt", prompt},
                {"response", said()},
                {"latency_ms", 5},
                {"user_id", "user of " + id},
                {"response_logprob", -4.5},
                {"tags", Json::array({said()})},
                {"messages",
                 {{{"role", "system"}, {"content", said()}}, {{"role", "user"}, {"content", prompt}}}},
                {"output",
                 {{"role", "assistant"},
                  {"tool_calls",
                   {{{"function", {{"name", "note"}, {"arguments", Json{{"text", said()}}.dump()}}}}}}}},
                {"tools", {{{"function", {{"name", "note"}, {"description", said()}}}}}},
                {"feedback", {{{"kind", "report"}, {"comment", said()}}}},
                {"meta", {{"note", said()}}},
                {"of_the_client", {{"deep", {said()}}}}};
    }
    std::string fullRows(const std::string& ids, int rows) {
        std::string log;
        for (int i = 1; i <= rows; ++i) {
            log += fullRow(ids + std::to_string(i)).dump() + "\n";
        }
        return log;
    }
    /// Corrections or suggestions, as files have them.
    std::string answers(const std::string& ids, int from, int to) {
        Json file;
        for (int i = from; i <= to; ++i) {
            file[ids + std::to_string(i)] = "Better: " + said();
        }
        return file.dump();
    }

    /// Runs a verb twice, for people and for programs, and keeps what it says.
    void run(const std::vector<std::string>& args, int exit = 0) {
        const auto done = cli.run(args);
        EXPECT_EQ(done.exit, exit) << args.front() << ": " << done.err;
        m_said += done.out + done.err;
        const auto json = cli.json(args);
        m_said += json.out + json.err;
    }
    void fails(const std::vector<std::string>& args) {
        for (const auto& done : {cli.run(args), cli.json(args)}) {
            EXPECT_NE(done.exit, 0) << args.front();
            m_said += done.out + done.err;
        }
    }
    [[nodiscard]] std::string out(const char* name) const { return cli.dir.file(name); }

    /// From now on the write-ahead log stays, as under a program that has the store open.
    void holdWal() {
        ASSERT_EQ(sqlite3_open(cli.store.c_str(), &m_reader), SQLITE_OK);
        ASSERT_EQ(
            sqlite3_exec(m_reader, "BEGIN; SELECT count(*) FROM log_entries", nullptr, nullptr, nullptr),
            SQLITE_OK);
        EXPECT_TRUE(std::filesystem::exists(cli.store + "-wal"));
    }
    void expectNoTraces(const char* when) const {
        SCOPED_TRACE(when);
        Traces traces;
        for (const PlantedValue& value : planted.all()) {
            traces.lookFor(value);
        }
        EXPECT_THAT(traces.below(cli.dir.path()), IsEmpty());
        EXPECT_GE(traces.filesSeen(), 3);
        EXPECT_THAT(traces.in(m_said), IsEmpty()) << "standard output and error";
    }

    TempDir inputs; ///< what others wrote, and may hold anything
    CliRunner cli;
    PlantedData planted{kValues, 5};

private:
    std::string m_said;
    sqlite3* m_reader = nullptr;
};

TEST_F(Leak, NoPlantedValueIsInAnythingWritten) {
    const auto quarantined = R"({"request_id":")" + said() + "\n" + said() + "\n" +
                             Json{{"request_id", "bad"}, {"prompt", said()}, {"ts", said()}}.dump() + "\n";
    run({"import", cli.store, inputs.writeGzip("log.jsonl.gz", fullRows("r", 40) + quarantined)});
    holdWal();
    run({"import", cli.store, inputs.write("more.jsonl", fullRows("s", 10)), "--keep", "budget"});
    run({"watch", cli.store, inputs.write("live.jsonl", fullRows("w", 5)), "--once"});
    expectNoTraces("stored");

    // What people and other programs bring
    run({"suggestions", cli.store, "import", inputs.write("s.json", answers("r", 1, 40))});
    run({"corrections", cli.store, "import", inputs.write("c.json", answers("r", 1, 20))});
    for (int i = 21; i <= 32; ++i) {
        run({"correct", cli.store, "r" + std::to_string(i), "--text", said()});
    }
    for (int i = 21; i <= 26; ++i) { // becomes a draft
        run({"review", cli.store, "reopen", "r" + std::to_string(i)});
    }
    for (int i = 1; i <= 11; ++i) {
        run({"tag", cli.store, "add", said(), "s" + std::to_string(i % 10 + 1)});
        run({"queue", cli.store, "--filter", "\"" + said() + "\""});
        fails({"queue", cli.store, "--filter", "(" + said() + " is:"});
        fails({"queue", cli.store, "--filter", "/(" + said() + "/"});
    }
    run({"review", cli.store, "accept", "r33", "r34"});
    run({"review", cli.store, "discard", "--filter", "id:s1"});
    run({"undo", cli.store});
    run({"redo", cli.store});
    run({"feedback", cli.store,
         inputs.write("events.jsonl",
                      Json{{"request_id", "r1"},
                           {"kind", "thumbs_down"},
                           {"ts", "2025-06-12T01:00:00"},
                           {"comment", said()}}
                              .dump() +
                          "\n" + Json{{"request_id", "r2"}, {"kind", said()}, {"ts", said()}}.dump() +
                          "\n")});
    run({"drift", cli.store, "--at", "2025-06-12T00:03:00", "--window", "2m"});
    run({"index", cli.store});
    expectNoTraces("worked on");

    // What leaves
    for (const char* more : {"", ".gz"}) {
        run({"export", cli.store, "--out", out("sft.jsonl") + more, "--redact-corrections", "--tool-rows"});
        run({"export", cli.store, "--out", out("log.jsonl") + more, "--format", "log"});
        run({"export", cli.store, "--out", out("held.jsonl") + more, "--filter", "-\"" + said() + "\"",
             "--exclude", "identical", "--tag", said()});
    }
    run({"export", cli.store, "--out", out("whole/"), "--redact-corrections"});
    run({"verify", out("sft.jsonl.gz")}); // written last, and with it the manifest of both names
    fails({"verify", out("sft.jsonl")});
    run({"corrections", cli.store, "export", out("corrections.json")});
    run({"backup", cli.store, out("backup.goldpan")});
    run({"retrain", cli.store, "mark", "1", "--model", "v2"});
    run({"retrain", cli.store, "deploy", "v2", "--reason", said()});
    for (const char* verb : {"stats", "check", "history", "queue", "policy", "readiness"}) {
        run({verb, cli.store});
    }
    run({"retrain", cli.store, "list"});
    for (int i = 1; i <= 40; ++i) {
        run({"show", cli.store, "r" + std::to_string(i)});
    }
    const auto logged = cli.run({"log", "--out", out("log"), "--json"}, fullRows("l", 5) + quarantined);
    EXPECT_EQ(logged.exit, 0) << logged.err;
    while (!planted.isUsedUp()) {
        run({"correct", cli.store, "r35", "--text", said()});
    }
    expectNoTraces("exported");
}

/// A call as LiteLLM logs it, with a value wherever its profile looks and wherever it does not.
Json foreignCall(const std::string& id, const std::function<std::string()>& said) {
    Json call{
        {"id", id},
        {"call_type", "acompletion"},
        {"startTime", 1749686400.5},
        {"endTime", 1749686401.5},
        {"status", "success"},
        {"model", "m"},
        {"end_user", kRawUser},
        {"request_tags", {said()}},
        {"requester_ip_address", said()},
        {"error_str", said()},
        {"messages", {{{"role", "system"}, {"content", said()}}, {{"role", "user"}, {"content", said()}}}},
        {"metadata",
         {{"headers", {{"x-client", said()}, {"authorization", kRawUser}}},
          {"user_api_key_user_id", kRawUser},
          {"username", kRawUser},
          {"note", said()}}},
        {"model_parameters",
         {{"stop", {said()}}, {"tools", {{{"function", {{"name", "note"}, {"description", said()}}}}}}}},
        {"of_nobody", {{"deep", {said(), {{"deeper", said()}}}}}}};
    call["metadata"][said()] = "a key";
    call[said()] = {{said(), 1}};
    call["response"] = {
        {"choices",
         {{{"finish_reason", said()},
           {"message",
            {{"role", "assistant"},
             {"content", said()},
             {"tool_calls",
              {{{"id", "t"},
                {"function",
                 {{"name", "note"}, {"arguments", Json{{"text", said()}, {said(), 2}}.dump()}}}}}}}}}}},
        {"system_fingerprint", said()}};
    return call;
}

/// A run as LangSmith exports it, and what somebody thought of it.
Json foreignRun(const std::string& id, const std::function<std::string()>& said) {
    return {
        {"id", id},
        {"name", said()},
        {"run_type", "llm"},
        {"dotted_order", "x"},
        {"start_time", "2025-06-12T00:00:00"},
        {"end_time", "2025-06-12T00:00:01"},
        {"inputs", {{"messages", {{{"role", "user"}, {"content", said()}}}}}},
        {"outputs", {{"choices", {{{"message", {{"role", "assistant"}, {"content", said()}}}}}}}},
        {"extra",
         {{"metadata", {{"user_id", kRawUser}, {"client_ip", said()}, {"note", said()}, {said(), said()}}}}}};
}
Json foreignThought(const std::string& id, const std::function<std::string()>& said) {
    return {{"run_id", id},
            {"key", "user_score"},
            {"score", 0},
            {"comment", said()},
            {"correction", {{"desired", "Better: " + said()}}},
            {"feedback_source", {{"type", "app"}, {"user_id", kRawUser}}}};
}

TEST_F(Leak, NoPlantedValueOfAnotherToolsLogIsInAnythingWritten) {
    const auto next = [this] { return said(); };
    std::string calls;
    std::string runs;
    std::string thoughts;
    for (int i = 1; i <= 20; ++i) {
        calls += foreignCall("c" + std::to_string(i), next).dump() + "\n";
        runs += foreignRun("l" + std::to_string(i), next).dump() + "\n";
        thoughts += foreignThought("l" + std::to_string(i), next).dump() + "\n";
    }
    calls += R"({"call_type":"acompletion","messages":")" + said() + "\n" +
             Json{{"call_type", said()}, {"messages", {{said(), said()}}}}.dump() + "\n";
    const auto log = inputs.writeGzip("calls.jsonl.gz", calls);
    run({"profiles", "check", log});
    run({"import", cli.store, log});
    holdWal();
    const auto more = inputs.write("runs.jsonl", runs);
    const auto with = inputs.write("thoughts.jsonl", thoughts);
    run({"profiles", "check", more, "--with", with});
    run({"import", cli.store, more, "--with", with});
    EXPECT_EQ(cli.json({"stats", cli.store}).json()["rows"], 40);
    expectNoTraces("stored");
    for (const std::string id : {"c1", "l1"}) {
        run({"show", cli.store, id});
    }
    run({"export", cli.store, "--out", out("log.jsonl"), "--format", "log"});
    run({"export", cli.store, "--out", out("sft.jsonl"), "--redact-corrections", "--tool-rows"});
    while (!planted.isUsedUp()) {
        (void)said();
    }
    expectNoTraces("exported");
    Traces users;
    users.lookFor({.type = "USER", .value = kRawUser, .sentence = {}});
    EXPECT_THAT(users.below(cli.dir.path()), IsEmpty());
}

TEST_F(Leak, WhatIsWrittenWithoutRulesIsFound) {
    const std::string log = fullRows("r", 1);
    cli.dir.write("plain", log);
    cli.dir.writeGzip("packed", log);
    Traces traces;
    for (std::size_t i = 0; i < 10; ++i) {
        traces.lookFor(planted.all()[i]);
    }
    const auto found = traces.below(cli.dir.path());
    for (int i = 1; i <= 9; ++i) {
        EXPECT_THAT(found,
                    testing::Contains(testing::HasSubstr(" number " + std::to_string(i) + " as it is")));
    }
}

} // namespace
} // namespace goldpan::test
