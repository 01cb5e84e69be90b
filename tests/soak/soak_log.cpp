// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// soak_log [ENTRIES]: 2,000,000 entries through `log` at full speed while imports follow the log into a
// store; writer and follower are killed with SIGKILL three times each. Afterwards every acknowledged entry
// must be in the log exactly once, and every entry of the log in the store once. Prints figures; exits 1
// where something is lost, twice or torn. Not part of the test suite, because it takes minutes and 3 KB of
// disk an entry.
#include "bench/figures.h"
#include "bench/log_maker.h"
#include "core/base/sha256.h"
#include "tests/process/support/desk.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <thread>

namespace goldpan::test {
namespace {

constexpr int kKills = 3;
constexpr std::size_t kFeedBytes = std::size_t{1} << 18;
constexpr std::string_view kBeforeId = R"({"request_id":")";

/// 0 where the line has none in its place.
std::uint64_t idHash(std::string_view line) {
    if (!line.starts_with(kBeforeId) || !line.ends_with('}')) {
        return 0;
    }
    line.remove_prefix(kBeforeId.size());
    return stableHash64(line.substr(0, line.find('"')));
}

/// However long it takes: Child::end() alone would take a minute for a hang.
ChildEnd toItsEnd(std::vector<std::string> args) {
    Child child({.args = std::move(args)});
    while (!child.hasEnded()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return child.end();
}

class Soak {
public:
    explicit Soak(std::int64_t entries)
        : m_entries(entries)
        , m_maker(entries, 1) {}

    bool run() {
        const bench::Stopwatch watch;
        {
            std::jthread follower([this](const std::stop_token& stop) { follow(stop); });
            for (int round = 0; round <= kKills && !m_maker.isDone(); ++round) {
                write(round < kKills ? m_entries / (kKills + 1) : m_entries);
            }
        }
        const double seconds = watch.seconds();
        const auto last = toItsEnd(importArgs());
        std::sort(m_acknowledged.begin(), m_acknowledged.end());
        const auto inLog = hashesOfLog();
        const bool once = std::ranges::adjacent_find(inLog) == inLog.end();
        const bool all = std::ranges::includes(inLog, m_acknowledged);
        const auto rows = m_desk.rows();
        const bool sound =
            last.exit == 0 && last.json()["quarantined"] == 0 && toItsEnd({"check", m_desk.store}).exit == 0;
        const bool isGood = once && all && sound && m_torn == 0 && rows == std::ssize(inLog) &&
                            m_writersKilled == kKills && m_followersKilled == kKills &&
                            !m_acknowledged.empty();
        std::printf("entries given               %12lld\nacknowledged                %12zu\nin the log       "
                    "           %12zu\n"
                    "in the store                %12lld\nwriters killed              %12d\nfollowers killed  "
                    "          %12d\n"
                    "torn lines                  %12lld\nseconds until all were written %9.1f\n%s\n",
                    static_cast<long long>(m_given), m_acknowledged.size(), inLog.size(),
                    static_cast<long long>(rows), m_writersKilled, m_followersKilled.load(),
                    static_cast<long long>(m_torn), seconds, isGood ? "good" : "NOT GOOD");
        return isGood;
    }

private:
    /// One writer, killed when `most` of its entries are acknowledged, or to the end of all.
    void write(std::int64_t most) {
        Child child({.args = {"log", "--out", m_folder, "--acks", "--json"},
                     .pipedInput = true,
                     .pipedOutput = true});
        std::vector<std::uint64_t> given;
        std::atomic<bool> isOver = false;
        std::jthread feeder([&] {
            std::string text;
            while (!isOver && !m_maker.isDone()) {
                text.clear();
                while (text.size() < kFeedBytes && !m_maker.isDone()) {
                    const auto begin = text.size();
                    m_maker.appendRow(text);
                    given.push_back(idHash(std::string_view(text).substr(begin, text.size() - begin - 1)));
                }
                if (!child.feed(text)) {
                    break;
                }
            }
            if (!isOver) {
                child.closeInput();
            }
        });
        std::int64_t safe = 0;
        for (std::string line = child.readLine(); !line.empty() && safe < most; line = child.readLine()) {
            safe = nlohmann::json::parse(line).value("acknowledged_to_line", safe);
        }
        isOver = true;
        if (safe >= most) {
            child.kill(SIGKILL);
            ++m_writersKilled;
        }
        feeder.join();
        (void)child.end();
        m_given += std::ssize(given);
        m_acknowledged.insert(m_acknowledged.end(), given.begin(), given.begin() + safe);
    }

    void follow(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            if (importArgs().size() < 4) {
                std::this_thread::yield(); // no log yet
                continue;
            }
            Child import({.args = importArgs()}); // one that loses a file to a rotation is run again
            const auto begin = std::chrono::steady_clock::now();
            while (!import.hasEnded()) {
                if (m_followersKilled < kKills &&
                    std::chrono::steady_clock::now() - begin > std::chrono::seconds(1)) {
                    import.kill(SIGKILL);
                    ++m_followersKilled;
                    break;
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
            (void)import.end();
        }
    }

    [[nodiscard]] std::vector<std::string> logs() const {
        std::vector<std::string> found;
        std::error_code missing;
        for (const auto& item : std::filesystem::directory_iterator(m_folder, missing)) {
            if (item.path().extension() == ".jsonl") {
                found.push_back(item.path());
            }
        }
        std::ranges::sort(found);
        return found;
    }
    [[nodiscard]] std::vector<std::string> importArgs() const {
        auto args = logs();
        args.insert(args.begin(), {"import", "--json", m_desk.store});
        return args;
    }

    std::vector<std::uint64_t> hashesOfLog() {
        std::vector<std::uint64_t> found;
        for (const auto& path : logs()) {
            std::ifstream in(path);
            for (std::string line; std::getline(in, line);) {
                found.push_back(idHash(line));
                m_torn += found.back() == 0 || in.eof() ? 1 : 0; // each ends with its line feed
            }
        }
        std::ranges::sort(found);
        return found;
    }

    std::int64_t m_entries;
    bench::LogMaker m_maker;
    Desk m_desk;
    std::string m_folder = m_desk.dir.file("log");
    std::vector<std::uint64_t> m_acknowledged;
    std::int64_t m_given = 0;
    std::int64_t m_torn = 0;
    int m_writersKilled = 0;
    std::atomic<int> m_followersKilled = 0;
};

} // namespace
} // namespace goldpan::test

int main(int argc, char** argv) {
    std::int64_t entries = 2'000'000;
    if (argc == 2) {
        const std::string_view text = argv[1];
        std::from_chars(text.data(), text.data() + text.size(), entries);
    }
    return goldpan::test::Soak(entries).run() ? 0 : 1;
}
