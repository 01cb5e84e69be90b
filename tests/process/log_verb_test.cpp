// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `log` as a real process at the end of a pipe: killed, interrupted, out of room.
#include "tests/process/support/desk.h"

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <gmock/gmock.h>
#include <map>
#include <sstream>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace goldpan::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class LogVerb : public testing::Test {
protected:
    /// A run over `input`, to its end.
    [[nodiscard]] ChildEnd run(std::vector<std::string> more, std::string_view input,
                               std::optional<std::uint64_t> maxFileBytes = {}) const {
        Child child({.args = args(std::move(more)), .pipedInput = true, .maxFileBytes = maxFileBytes});
        (void)child.feed(input);
        child.closeInput();
        return child.end();
    }
    [[nodiscard]] std::vector<std::string> args(std::vector<std::string> more) const {
        more.insert(more.begin(), {"log", "--out", folder, "--json"});
        return more;
    }
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (const auto& item : std::filesystem::directory_iterator(folder)) {
            if (item.path().extension() == ".jsonl") {
                found.push_back(item.path().filename());
            }
        }
        std::ranges::sort(found);
        return found;
    }
    [[nodiscard]] std::string all() const {
        std::string text;
        for (const auto& name : names()) {
            text += dir.read("log/" + name);
        }
        return text;
    }
    /// How often each request id stands in the log; every line must be whole.
    [[nodiscard]] std::map<std::string, int> ids() const {
        std::map<std::string, int> found;
        std::istringstream in(all());
        for (std::string line; std::getline(in, line);) {
            const auto row = nlohmann::json::parse(line, nullptr, false);
            EXPECT_TRUE(row.is_object()) << "torn";
            ++found[row.value("request_id", "")];
        }
        return found;
    }

    TempDir dir;
    std::string folder = dir.file("log");
};

std::vector<std::string> idsOf(const std::string& log) {
    std::vector<std::string> found;
    std::istringstream in(log);
    for (std::string line; std::getline(in, line);) {
        found.push_back(nlohmann::json::parse(line)["request_id"]);
    }
    return found;
}

TEST_F(LogVerb, WritesWhatAnImportTakes) {
    const auto text = Desk::logText(500, 3);
    const auto done = run({}, text);
    EXPECT_EQ(done.exit, 0) << done.err;
    const auto shape = nlohmann::ordered_json::parse(done.out);
    std::string keys;
    for (const auto& [key, value] : shape.items()) {
        keys += key + " ";
    }
    EXPECT_EQ(keys, "read written sampled_out dropped_healthy lost_flagged failed quarantined redacted "
                    "rules_hash files complete seconds ");
    EXPECT_EQ(shape["read"], 500);
    EXPECT_EQ(shape["written"], 500);
    EXPECT_EQ(shape["complete"], true);
    EXPECT_EQ(shape["files"], nlohmann::json::array({folder + "/inference.jsonl"}));
    EXPECT_THAT(all(), Not(HasSubstr("@example.com")));

    const Desk desk; // the same rows by either way
    const Desk direct;
    Desk::done({"import", desk.store, folder + "/inference.jsonl"});
    Desk::done({"import", direct.store, direct.dir.write("a.jsonl", text)});
    EXPECT_EQ(desk.contentHash(), direct.contentHash());
}

TEST_F(LogVerb, NamesBadLinesAndQuotesNothing) {
    const auto done = run({}, "secret\n\n" + Desk::logText(1, 1) + "{\"request_id\":\"secret\"}\n{\"torn");
    EXPECT_EQ(done.exit, 0);
    EXPECT_EQ(done.json()["read"], 4);
    EXPECT_EQ(done.json()["written"], 1);
    EXPECT_EQ(done.json()["quarantined"], 3);
    EXPECT_THAT(done.err, HasSubstr("line 1: not_json"));
    EXPECT_THAT(done.err, HasSubstr("line 4: missing_field: ts"));
    EXPECT_THAT(done.err, HasSubstr("line 5: not_json"));
    EXPECT_THAT(done.err + done.out, Not(HasSubstr("secret")));
}

TEST_F(LogVerb, ALastRowOfAnotherProgramStaysAndATornOneIsTold) {
    std::filesystem::create_directory(folder);
    auto text = Desk::logText(2, 1);
    text.pop_back(); // the last line feed, which some programs do not write
    dir.write("log/inference.jsonl", text);
    const auto kept = run({}, Desk::logText(1, 2));
    EXPECT_EQ(kept.exit, 0);
    EXPECT_EQ(kept.err, "");
    EXPECT_EQ(ids().size(), 3U);
    const auto whole = all();
    dir.write("log/inference.jsonl", whole + "{\"secret");
    const auto cut = run({}, "");
    EXPECT_EQ(cut.exit, 0);
    EXPECT_EQ(cut.err,
              "goldpan-cli: a torn last line of 8 bytes was cut off (" + folder + "/inference.jsonl)\n");
    EXPECT_EQ(all(), whole);
}

TEST_F(LogVerb, SamplesTheHealthyTheSameInEveryRun) {
    const auto text = Desk::logText(400, 1);
    const auto first = run({"--rate", "0.1"}, text).json();
    const auto kept = ids();
    EXPECT_EQ(first["read"], 400);
    EXPECT_GT(first["sampled_out"], 200);
    EXPECT_EQ(first["written"].get<int>() + first["sampled_out"].get<int>(), 400);
    std::filesystem::remove_all(folder);
    (void)run({"--rate", "0.1"}, text);
    EXPECT_EQ(ids(), kept);
    EXPECT_THAT(all(), HasSubstr(R"("sample_weight":10.0)"));
}

TEST_F(LogVerb, AnImportWeighsARowAsTheLogSays) {
    const auto text = Desk::logText(400, 1);
    (void)run({"--rate", "0.1"}, text);
    const auto log = folder + "/inference.jsonl";
    const auto weights = [](const Desk& desk) {
        return desk.texts("SELECT DISTINCT weight FROM entry ORDER BY 1");
    };
    const Desk all;
    Desk::done({"import", all.store, log});
    EXPECT_THAT(weights(all), ElementsAre("1.0", "10.0"));
    const Desk few;
    Desk::done({"import", few.store, "--keep", "budget", log}); // of 5 %: a half of what the log has
    EXPECT_THAT(weights(few), ElementsAre("1.0", "20.0"));
    Desk::done({"import", few.store, all.dir.write("raw.jsonl", text)});
    EXPECT_THAT(weights(few), ElementsAre("1.0")) << "now each stands for itself";
}

TEST_F(LogVerb, HashesUserIdsWithTheKeyOfAFile) {
    const std::string line =
        R"({"request_id":"r1","ts":"2025-06-12T03:04:05","model_version":"m","prompt":"p",)"
        R"("response":"r","user_id":"bob"})"
        "\n";
    const auto key = dir.write("key", "a secret of the endpoint\n");
    EXPECT_EQ(run({"--user-key", key}, line).exit, 0);
    const std::string bare = "81b637d8fcd2c6da"; // SHA-256 of bob
    EXPECT_THAT(all(), Not(HasSubstr(bare)));
    EXPECT_THAT(all(), Not(HasSubstr("bob")));
    const Desk desk; // an import with the key gives the same hash
    Desk::done({"import", desk.store, "--user-key", key, desk.dir.write("raw.jsonl", line)});
    EXPECT_EQ(Desk::done({"import", desk.store, folder + "/inference.jsonl"})["differs"], 0);
    EXPECT_EQ(desk.texts("SELECT user_id_hash FROM log_entries").at(0).size(), bare.size());
    EXPECT_NE(desk.texts("SELECT user_id_hash FROM log_entries").at(0), bare);
    const auto other = run({}, line); // which would give bob two hashes
    EXPECT_EQ(other.exit, 1);
    EXPECT_EQ(other.errorCode(), "refused");
    EXPECT_THAT(all(), Not(HasSubstr(bare)));
    EXPECT_EQ(run({"--new-user-key"}, line).exit, 0);
    EXPECT_THAT(all(), HasSubstr(bare));
    const auto origin = dir.read("log/.inference.origin");
    EXPECT_EQ(std::ranges::count(origin, '\n'), 2) << "a line where anything is new";
    EXPECT_THAT(origin, HasSubstr(R"("user_key":null)"));
    const auto weak = run({"--user-key", dir.write("weak", "secret\n")}, line);
    EXPECT_EQ(weak.exit, 1);
    EXPECT_EQ(weak.errorCode(), "bad_value");
    EXPECT_EQ(run({"--user-key", dir.file("none")}, line).errorCode(), "not_found");
}

TEST_F(LogVerb, WrongWordsAreExitTwo) {
    EXPECT_EQ(Desk::run({"log"}).exit, 2);
    for (const std::vector<std::string>& wrong : {std::vector<std::string>{"--rate", "1.1"},
                                                  {"--rate", "nan"},
                                                  {"--acks", "--drop"},
                                                  {"--rotate-mb", "0"},
                                                  {"--rotate-minutes", "0"},
                                                  {"--fsync-ms", "-1"}}) {
        EXPECT_EQ(run(wrong, "").exit, 2) << wrong[0] << wrong[1];
    }
    EXPECT_FALSE(std::filesystem::exists(folder));
}

TEST_F(LogVerb, ASecondWriterIsRefused) {
    Child first({.args = args({"--acks"}), .pipedInput = true, .pipedOutput = true});
    ASSERT_TRUE(first.feed(Desk::logText(1, 1)));
    EXPECT_THAT(first.readLine(), HasSubstr("acknowledged_to_line"));
    const auto second = run({}, Desk::logText(1, 2));
    EXPECT_EQ(second.exit, 1);
    EXPECT_EQ(second.errorCode(), "busy");
    first.closeInput();
    EXPECT_EQ(nlohmann::json::parse(first.readLine())["written"], 1);
    EXPECT_EQ(first.end().exit, 0);
}

TEST_F(LogVerb, AnInterruptWritesWhatWasTaken) {
    for (const int signal : {SIGINT, SIGTERM}) {
        std::filesystem::remove_all(folder);
        Child child({.args = args({"--acks", "--fsync-ms", "0"}), .pipedInput = true, .pipedOutput = true});
        ASSERT_TRUE(child.feed(Desk::logText(20, 1)));
        std::string line = child.readLine();
        while (nlohmann::json::parse(line)["acknowledged_to_line"] != 20) {
            line = child.readLine();
        }
        child.kill(signal);
        const auto counts = nlohmann::json::parse(child.readLine());
        EXPECT_EQ(counts["written"], 20);
        EXPECT_EQ(counts["complete"], false) << "the input did not end";
        EXPECT_EQ(child.end().exit, 0);
        EXPECT_EQ(ids().size(), 20U);
    }
}

TEST_F(LogVerb, AnInterruptEndsItAlsoWhereNobodyReadsTheAnswers) {
    const auto answers = dir.file("answers");
    ASSERT_EQ(::mkfifo(answers.c_str(), 0600), 0);
    const int reader = ::open(answers.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    ASSERT_GE(reader, 0);
    while (::write(reader, "x", 1) == 1) { // until it is full
    }
    Child child({.args = args({"--acks", "--fsync-ms", "0"}), .output = answers, .pipedInput = true});
    ASSERT_TRUE(child.feed(Desk::logText(20, 1)));
    EXPECT_TRUE(
        waitUntil([&] { return std::filesystem::exists(folder) && std::ranges::count(all(), '\n') == 20; }));
    child.kill(SIGTERM);
    EXPECT_EQ(child.end().exit, 0);
    ::close(reader);
    EXPECT_EQ(ids().size(), 20U);
}

TEST_F(LogVerb, AKillLosesNothingThatWasAcknowledged) {
    constexpr int kRows = 6'000;
    std::size_t acknowledged = 0;
    for (int kill = 0; kill < 3; ++kill) {
        const auto text = Desk::logText(kRows, static_cast<std::uint64_t>(kill) + 1);
        const auto given = idsOf(text);
        std::size_t safe = 0;
        {
            Child child({.args = args({"--acks", "--fsync-ms", "1", "--rotate-mb", "1"}),
                         .pipedInput = true,
                         .pipedOutput = true});
            std::jthread feeder([&] { (void)child.feed(text); });
            while (safe < kRows / 3) {
                const auto said = nlohmann::json::parse(child.readLine(), nullptr, false);
                ASSERT_TRUE(said.is_object());
                safe = said["acknowledged_to_line"];
            }
            child.kill(SIGKILL);
            EXPECT_EQ(child.end().signal, SIGKILL);
        }
        std::ofstream(folder + "/inference.jsonl", std::ios::app)
            << "{\"torn"; // as a crash of the machine leaves it
        acknowledged += safe;
        const auto again = run({}, ""); // opening mends
        EXPECT_EQ(again.exit, 0) << again.err;
        const auto found = ids();
        for (std::size_t i = 0; i < safe; ++i) {
            ASSERT_EQ(found.contains(given[i]) ? found.at(given[i]) : 0, 1) << "line " << i + 1;
        }
        EXPECT_TRUE(std::ranges::all_of(found, [](const auto& id) { return id.second == 1; }));
        EXPECT_GE(found.size(), acknowledged);
    }
    EXPECT_GT(names().size(), 3U) << "it also rotated";
    const Desk desk;
    std::vector<std::string> import{"import", desk.store};
    for (const auto& name : names()) {
        import.push_back(folder + "/" + name);
    }
    EXPECT_EQ(Desk::done(import)["quarantined"], 0);
}

TEST_F(LogVerb, AFullDiskIsToldAndNothingIsTorn) {
    const auto text = Desk::logText(300, 1);
    const auto full = run({"--fsync-ms", "0"}, text, 100'000);
    EXPECT_EQ(full.exit, 1);
    EXPECT_EQ(full.errorCode(), "disk_full") << full.err;
    EXPECT_THAT(full.err, HasSubstr("tried again"));
    const auto counts = full.json();
    EXPECT_EQ(counts["complete"], false);
    EXPECT_GT(counts["written"], 20);
    EXPECT_LT(counts["written"], 300);
    EXPECT_EQ(counts["written"].get<int>() + counts["failed"].get<int>(), counts["read"]);
    EXPECT_EQ(ids().size(), counts["written"].get<std::size_t>());
    EXPECT_TRUE(all().ends_with('\n'));
    EXPECT_LT(sizeOf(folder + "/inference.jsonl"), 100'001U);
}

} // namespace
} // namespace goldpan::test
