// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// soak_log [ENTRIES]: 2,000,000 entries through `log` at full speed while `watch` follows the log into a
// store; writer and follower are killed with SIGKILL three times each, and the log is rotated often.
// Afterwards every acknowledged entry must be in the log exactly once, and every entry of the log in the
// store once. Prints figures; exits 1 where something is lost, twice or torn. Not part of the test suite,
// because it takes minutes and 3 KB of disk an entry.
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
constexpr const char* kRotateMegabytes = "16"; // several times between two looks of the follower
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
        const double written = watch.seconds();
        const auto behind = m_given - m_desk.rows();
        const auto last = toItsEnd({"watch", "--once", "--json", m_desk.store, m_log});
        const double stored = watch.seconds();
        std::sort(m_acknowledged.begin(), m_acknowledged.end());
        const auto inLog = hashesOfLog();
        const bool once = std::ranges::adjacent_find(inLog) == inLog.end();
        const bool all = std::ranges::includes(inLog, m_acknowledged);
        const auto inStore = hashesOfStore();
        const bool sound = last.exit == 0 && m_desk.number("SELECT count(*) FROM quarantine") == 0 &&
                           toItsEnd({"check", m_desk.store}).exit == 0;
        const bool isGood = once && all && sound && m_torn == 0 && inStore == inLog &&
                            m_writersKilled == kKills && m_followersKilled == kKills &&
                            m_followersFailed == 0 && !m_acknowledged.empty();
        const auto figure = [](const char* name, std::int64_t value) {
            std::printf("%-30s %12lld\n", name, static_cast<long long>(value));
        };
        figure("entries given", m_given);
        figure("acknowledged", std::ssize(m_acknowledged));
        figure("in the log", std::ssize(inLog));
        figure("files of the log", std::ssize(logs()));
        figure("in the store", std::ssize(inStore));
        figure("not yet, as the last came", behind);
        figure("writers killed", m_writersKilled);
        figure("followers killed", m_followersKilled);
        figure("followers that failed", m_followersFailed);
        figure("torn lines", m_torn);
        std::printf("%-30s %12.1f\n%-30s %12.1f\n%s\n", "seconds until all were written", written,
                    "seconds until all were stored", stored, isGood ? "good" : "NOT GOOD");
        return isGood;
    }

private:
    /// One writer, killed when `most` of its entries are acknowledged, or to the end of all.
    void write(std::int64_t most) {
        Child child({.args = {"log", "--out", m_folder, "--acks", "--json", "--rotate-mb", kRotateMegabytes},
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
            m_safe = std::ssize(m_acknowledged) + safe;
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

    /// A watch that is killed half way between two killed writers, and begun again.
    void follow(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            Child watch({.args = {"watch", "--json", m_desk.store, m_log}});
            const auto until = m_entries * (2 * m_followersKilled + 1) / (2 * kKills + 2);
            bool isKilled = false;
            while (!stop.stop_requested() && !isKilled && !watch.hasEnded()) {
                isKilled = m_followersKilled < kKills && m_safe >= until;
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
            m_followersFailed += !isKilled && watch.hasEnded() ? 1 : 0;
            watch.kill(isKilled ? SIGKILL : SIGTERM);
            m_followersKilled += isKilled ? 1 : 0;
            m_followersFailed += watch.end().exit == 0 || isKilled ? 0 : 1;
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

    [[nodiscard]] std::vector<std::uint64_t> hashesOfStore() const {
        std::vector<std::uint64_t> found;
        for (const auto& id : m_desk.texts("SELECT request_id FROM log_entries")) {
            found.push_back(stableHash64(id));
        }
        std::ranges::sort(found);
        return found;
    }

    std::int64_t m_entries;
    bench::LogMaker m_maker;
    Desk m_desk;
    std::string m_folder = m_desk.dir.file("log");
    std::string m_log = m_folder + "/inference.jsonl";
    std::vector<std::uint64_t> m_acknowledged;
    std::int64_t m_given = 0;
    std::int64_t m_torn = 0;
    int m_writersKilled = 0;
    int m_followersFailed = 0;
    int m_followersKilled = 0;            ///< the follower's thread, until it is joined
    std::atomic<std::int64_t> m_safe = 0; ///< acknowledged so far
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
