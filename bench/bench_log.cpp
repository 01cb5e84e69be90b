// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_log DIR LOG [--json FILE]: gives the entries of LOG to a log writer on the new folder DIR and
// measures what a call costs the request path, and how many reach the disk.
#include "bench/figures.h"
#include "core/base/files.h"
#include "core/ingest/block_reader.h"
#include "core/ingest/decoded_block.h"
#include "core/ingest/log_writer.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace goldpan::bench {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t kCalls = 200'000;
constexpr std::size_t kSustained = 500'000;
constexpr std::int64_t kMostWaiting = 25'000;          // those that wait for the next fsync too
constexpr auto kPause = std::chrono::microseconds(20); // 50,000 requests a second at most

Result<std::vector<LogEntry>> entriesOf(const std::string& path) {
    auto source = ingest::LogSource::open(path);
    if (!source) {
        return std::unexpected(source.error());
    }
    const redact::Redactor redactor;
    ingest::EntryDecoder decoder(redactor);
    ingest::BlockReader reader(std::move(*source), {.line = ingest::kMaxLineBytes});
    std::vector<LogEntry> entries;
    for (;;) {
        const auto block = reader.next({});
        if (!block) {
            return std::unexpected(block.error());
        }
        if (!*block || entries.size() >= kCalls) {
            break;
        }
        for (auto& row : ingest::decodeBlock(**block, decoder, {}).rows) {
            entries.push_back(std::move(row.entry));
        }
    }
    if (entries.empty()) {
        return fail(ErrorCode::notJsonl, "the log has no entries", path);
    }
    return entries;
}

class LogBench {
public:
    LogBench(std::string folder, std::vector<LogEntry> entries)
        : m_folder(std::move(folder))
        , m_entries(std::move(entries)) {}

    [[nodiscard]] Result<void> run() {
        auto done = calls("append, one each 20 us", kPause);
        if (done) {
            done = calls("append, one after the other", {});
        }
        return done ? sustained() : done;
    }
    [[nodiscard]] const Figures& figures() const { return m_figures; }

private:
    Result<std::unique_ptr<ingest::LogWriter>> writer(const std::string& name) {
        return ingest::LogWriter::open({.folder = m_folder + '/' + name}, m_redactor, m_clock);
    }

    /// Not into a full queue: this is about the call, not about a disk that is too slow.
    static void leaveRoom(const ingest::LogWriter& writer, std::size_t call) {
        while (call % 1000 == 0 && writer.counts().waiting > kMostWaiting) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }

    Result<void> calls(const std::string& name, std::chrono::microseconds pause) {
        auto opened = writer(pause.count() > 0 ? "paced" : "burst");
        if (!opened) {
            return std::unexpected(opened.error());
        }
        auto& log = **opened;
        std::vector<double> each;
        each.reserve(kCalls);
        for (std::size_t call = 0; call < kCalls; ++call) {
            leaveRoom(log, call);
            auto entry = m_entries[call % m_entries.size()]; // an endpoint has its own
            const auto begin = SteadyClock::now();
            const auto ticket = log.append(std::move(entry));
            const auto end = SteadyClock::now();
            each.push_back(std::chrono::duration<double, std::micro>(end - begin).count());
            while (SteadyClock::now() - begin < pause) {
            }
        }
        if (auto closed = log.close(); !closed) {
            return closed;
        }
        if (log.counts().droppedHealthy + log.counts().lostFlagged > 0) {
            return fail(ErrorCode::internal, "the queue was full, so the figures are of something else");
        }
        std::ranges::sort(each);
        m_figures.add(name + ", median", each[each.size() / 2], "us");
        m_figures.add(name + ", 99th percentile", each[each.size() * 99 / 100], "us");
        m_figures.add(name + ", 99.9th percentile", each[each.size() * 999 / 1000], "us");
        return {};
    }

    Result<void> sustained() {
        auto opened = writer("sustained");
        if (!opened) {
            return std::unexpected(opened.error());
        }
        auto& log = **opened;
        static_cast<void>(takePeakMegabytes());
        const Stopwatch watch;
        for (std::size_t call = 0; call < kSustained; ++call) {
            leaveRoom(log, call);
            static_cast<void>(log.append(m_entries[call % m_entries.size()]));
        }
        if (auto closed = log.close(); !closed) {
            return closed;
        }
        const double seconds = watch.seconds();
        double bytes = 0;
        for (const auto& file : log.files()) {
            bytes += static_cast<double>(std::filesystem::file_size(file));
        }
        m_figures.add("to disk, fsync each 100 ms", static_cast<double>(log.counts().written) / seconds,
                      "entries/s");
        m_figures.add("to disk, text", bytes / 1e6 / seconds, "MB/s");
        m_figures.add("dropped meanwhile",
                      static_cast<double>(log.counts().droppedHealthy + log.counts().lostFlagged), "entries");
        m_figures.add("peak memory", takePeakMegabytes(), "MB");
        return {};
    }

    std::string m_folder;
    std::vector<LogEntry> m_entries;
    redact::Redactor m_redactor;
    SystemClock m_clock;
    Figures m_figures;
};

int run(const std::string& folder, const std::string& log, const std::string& jsonFile) {
    const auto tell = [](const Error& error) {
        std::fprintf(stderr, "bench_log: %s (%s)\n", error.message.c_str(), error.where.c_str());
        return 1;
    };
    auto entries = entriesOf(log);
    if (!entries) {
        return tell(entries.error());
    }
    LogBench bench(folder, std::move(*entries));
    const auto done = bench.run();
    std::fputs(bench.figures().table().c_str(), stdout);
    if (!done) {
        return tell(done.error());
    }
    if (!jsonFile.empty()) {
        if (const auto written = writeFileAtomically(jsonFile, bench.figures().json()); !written) {
            return tell(written.error());
        }
    }
    return 0;
}

} // namespace
} // namespace goldpan::bench

int main(int argc, char** argv) {
    const std::vector<std::string> args(argv + 1, argv + argc);
    const bool hasJson = args.size() == 4 && args[2] == "--json";
    if (args.size() != 2 && !hasJson) {
        std::fputs("usage: bench_log DIR LOG [--json FILE]\n", stderr);
        return 2;
    }
    return goldpan::bench::run(args[0], args[1], hasJson ? args[3] : "");
}
