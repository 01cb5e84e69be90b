// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// soak_triage [MINUTES [ROWS [FOLDER]]]: 20 minutes, 10,000,000 rows, a folder in $TMPDIR. A log comes into
// one store by pieces while an operator decides at full speed (accept, correct, tag, discard, undo) and
// batches are written in between, each on a connection of its own. Afterwards every row of the log must be
// there, every acknowledged act in the journal and in its row, and memory must have been flat. Prints
// figures; exits 1 where something is lost. Not part of the test suite: it takes minutes, and 1.5 KB of disk
// a row.
#include "app/composition/store_factory.h"
#include "bench/figures.h"
#include "bench/log_maker.h"
#include "core/exporting/export_service.h"
#include "core/ingest/import_job.h"
#include "core/store/upkeep.h"
#include "tests/soak/triage_script.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace goldpan::test {
namespace {

constexpr std::int64_t kPieceRows = 100'000;
constexpr std::chrono::seconds kBetweenBatches{20};
constexpr std::chrono::seconds kBetweenLooks{2};
constexpr const char* kBatchFilter = "before:2025-06-02"; // so many rows to hold against each other, no more
constexpr double kFlat = 1.15; ///< the last quarter may hold so many times what the second held

double residentMegabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) {
            return std::stod(line.substr(6)) / 1'000;
        }
    }
    return 0;
}

class Soak {
public:
    Soak(double minutes, std::int64_t rows, std::string folder)
        : m_seconds(minutes * 60)
        , m_rows(rows)
        , m_folder(std::move(folder)) {}

    bool run() {
        if (auto made = composition::createStore(m_store); !made) {
            return complain("the store", made.error());
        }
        TriageScript script(m_store);
        {
            std::jthread watcher([this](const std::stop_token& stop) { watchMemory(stop); });
            std::jthread operatorAtWork([&](const std::stop_token& stop) { script.work(stop); });
            std::jthread batches([this](const std::stop_token& stop) { writeBatches(stop); });
            const auto isGood = [&] { return m_isGood && script.isGood(); };
            importAll(isGood);
            while (m_watch.seconds() < m_seconds && isGood()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(200));
            }
        }
        return judge(script);
    }

private:
    bool complain(const char* what, const Error& error) {
        std::fprintf(stderr, "%s: %s (%s)\n", what, error.message.c_str(), error.where.c_str());
        m_isGood = false;
        return false;
    }

    /// The next rows as a file of their own, so that the whole log is never on disk.
    std::string writePiece(bench::LogMaker& maker) const {
        const std::string path = m_folder + "/piece.jsonl";
        std::ofstream out(path, std::ios::binary | std::ios::trunc);
        std::string text;
        for (std::int64_t row = 0; row < kPieceRows && !maker.isDone(); ++row) {
            text.clear();
            maker.appendRow(text);
            out << text;
        }
        return path;
    }

    void importAll(const std::function<bool()>& isGood) {
        bench::LogMaker maker(m_rows, 1);
        const redact::Redactor redactor;
        while (!maker.isDone() && isGood()) {
            const std::string piece = writePiece(maker);
            auto target = composition::StoreForImport::open(m_store);
            if (!target) {
                complain("import", target.error());
                return;
            }
            ingest::ImportReport report;
            ingest::ImportJob job(target->store(), redactor);
            if (auto done = job.run({.logs = {piece}, .operatorName = "importer"}, report); !done) {
                complain("import", done.error());
                return;
            }
            m_stored += report.tally.stored;
            m_read += report.read;
        }
        m_imported = m_watch.seconds();
    }

    void writeBatches(const std::stop_token& stop) {
        const redact::Redactor redactor;
        const SystemClock clock;
        auto next = std::chrono::steady_clock::now(); // a short soak has a batch too
        while (!stop.stop_requested()) {
            if (std::chrono::steady_clock::now() < next) {
                std::this_thread::sleep_for(std::chrono::milliseconds(200));
                continue;
            }
            auto store = composition::openStore(m_store);
            if (!store) {
                complain("batch", store.error());
                return;
            }
            exporting::ExportService service(**store, redactor, clock);
            const auto report =
                service.run({.filterText = kBatchFilter}, m_folder + "/batch.jsonl", {}, stop);
            if (!report && report.error().code != ErrorCode::cancelled) {
                complain("batch", report.error());
                return;
            }
            m_batches += report ? 1 : 0;
            next = std::chrono::steady_clock::now() + kBetweenBatches;
        }
    }

    void watchMemory(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            m_memory.push_back(residentMegabytes());
            std::this_thread::sleep_for(kBetweenLooks);
        }
    }

    /// The most of one quarter of the time, from 0.
    [[nodiscard]] double mostOfQuarter(std::size_t quarter) const {
        const auto from = m_memory.begin() + static_cast<std::ptrdiff_t>(m_memory.size() * quarter / 4);
        const auto to = m_memory.begin() + static_cast<std::ptrdiff_t>(m_memory.size() * (quarter + 1) / 4);
        return from == to ? 0 : *std::max_element(from, to);
    }

    bool judge(TriageScript& script) {
        auto store = composition::openStore(m_store);
        if (!store) {
            return complain("the store", store.error());
        }
        const auto lost = script.lostIn(**store);
        const auto problems = (*store)->upkeep().check({});
        if (!lost) {
            return complain("looking for what is lost", lost.error());
        }
        if (!problems) {
            return complain("check", problems.error());
        }
        const bool isFlat = mostOfQuarter(3) <= kFlat * mostOfQuarter(1);
        const bool isGood = m_isGood && script.isGood() && *lost == 0 && problems->empty() && isFlat &&
                            m_stored == m_rows && m_read == m_rows && script.acts() > 0 && m_batches > 0;
        const auto figure = [](const char* name, double value, const char* unit) {
            std::printf("%-40s %14.1f %s\n", name, value, unit);
        };
        figure("rows of the log", static_cast<double>(m_rows), "");
        figure("rows stored", static_cast<double>(m_stored), "");
        figure("seconds until all were stored", m_imported, "");
        figure("acts acknowledged", static_cast<double>(script.acts()), "");
        figure("of them lost", static_cast<double>(*lost), "");
        figure("longest act", script.longestMilliseconds(), "ms");
        figure("batches written", static_cast<double>(m_batches), "");
        figure("problems that check finds", static_cast<double>(problems->size()), "");
        for (std::size_t quarter = 0; quarter < 4; ++quarter) {
            figure(("most memory, quarter " + std::to_string(quarter + 1)).c_str(), mostOfQuarter(quarter),
                   "MB");
        }
        std::puts(isGood ? "good" : isFlat ? "NOT GOOD" : "NOT GOOD: memory grew");
        return isGood;
    }

    double m_seconds;
    std::int64_t m_rows;
    std::string m_folder;
    std::string m_store = m_folder + "/soak.goldpan";
    bench::Stopwatch m_watch;
    std::atomic<bool> m_isGood = true;
    std::int64_t m_stored = 0;
    std::int64_t m_read = 0;
    double m_imported = 0;
    std::atomic<std::int64_t> m_batches = 0;
    std::vector<double> m_memory; ///< the watcher's, until it is joined
};

} // namespace
} // namespace goldpan::test

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv); // Qt Sql wants one
    const std::vector<std::string> words(argv + 1, argv + argc);
    double minutes = 20;
    std::int64_t rows = 10'000'000;
    if (!words.empty()) {
        std::from_chars(words[0].data(), words[0].data() + words[0].size(), minutes);
    }
    if (words.size() > 1) {
        std::from_chars(words[1].data(), words[1].data() + words[1].size(), rows);
    }
    const auto folder = words.size() > 2 ? std::filesystem::path(words[2])
                                         : std::filesystem::temp_directory_path() / "goldpan-soak-triage";
    // What a soak that was killed has left.
    for (const char* left :
         {"soak.goldpan", "soak.goldpan-wal", "soak.goldpan-shm", "piece.jsonl", "batch.jsonl"}) {
        std::filesystem::remove_all(folder / left);
    }
    std::filesystem::create_directories(folder);
    const bool isGood = goldpan::test::Soak(minutes, rows, folder).run();
    if (isGood && words.size() < 3) {
        std::filesystem::remove_all(folder);
    }
    return isGood ? 0 : 1;
}
