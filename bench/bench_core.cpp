// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_core STORE [LOG...] [--json FILE]: makes STORE from the logs and measures what people wait for;
// without a log it only reads a store that is there.
#include "app/composition/store_factory.h"
#include "bench/diff_figures.h"
#include "bench/figures.h"
#include "bench/queue_figures.h"
#include "bench/search_figures.h"
#include "bench/selected_ids.h"
#include "bench/work_figures.h"
#include "core/base/files.h"
#include "core/ingest/import_job.h"
#include "core/store/search_index.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace goldpan::bench {
namespace {

class CoreBench {
public:
    CoreBench(std::string path, std::vector<std::string> logs)
        : m_path(std::move(path))
        , m_logs(std::move(logs)) {
        for (const auto& log : m_logs) {
            m_megabytes += static_cast<double>(std::filesystem::file_size(log)) / 1e6;
        }
    }

    [[nodiscard]] Result<void> run() {
        if (m_logs.empty()) { // as the store is, and without a word written into it
            return inOrder(
                {&CoreBench::open, &CoreBench::presets, &CoreBench::pages, &CoreBench::textFilters});
        }
        return inOrder({&CoreBench::firstImport, &CoreBench::secondImport, &CoreBench::presets,
                        &CoreBench::pages, &CoreBench::textFilters, &CoreBench::searchIndex,
                        &CoreBench::corrections, &CoreBench::exports, &CoreBench::diffs});
    }
    [[nodiscard]] const Figures& figures() const { return m_figures; }

private:
    using Step = Result<void> (CoreBench::*)();

    Result<void> inOrder(std::initializer_list<Step> steps) {
        for (const Step step : steps) {
            if (auto done = (this->*step)(); !done) {
                return done;
            }
        }
        return {};
    }

    Result<void> import(const std::string& name) {
        static_cast<void>(takePeakMegabytes());
        const Stopwatch watch;
        auto target = composition::StoreForImport::open(m_path);
        if (!target) {
            return std::unexpected(target.error());
        }
        ingest::ImportReport report;
        ingest::ImportJob job(target->store(), m_redactor);
        if (auto done = job.run({.logs = m_logs, .operatorName = std::string(kOperator)}, report); !done) {
            return done;
        }
        if (auto done = target->publish(); !done) {
            return done;
        }
        const double seconds = watch.seconds();
        m_rows = static_cast<double>(report.read);
        m_figures.add(name, seconds, "s");
        m_figures.add(name + ", rows", m_rows / seconds, "rows/s");
        m_figures.add(name + ", text", m_megabytes / seconds, "MB/s");
        m_figures.add(name + ", peak memory", takePeakMegabytes(), "MB");
        return {};
    }

    Result<void> firstImport() {
        if (std::filesystem::exists(m_path)) {
            return fail(ErrorCode::refused, "the store to measure with is there already; name a new file",
                        m_path);
        }
        if (auto done = import("first import"); !done) {
            return done;
        }
        m_figures.add("store", static_cast<double>(std::filesystem::file_size(m_path)) / 1e6, "MB");
        return {};
    }

    Result<void> secondImport() {
        if (auto done = import("second import, all duplicates"); !done) {
            return done;
        }
        return open();
    }

    Result<void> open() {
        auto opened = composition::openStore(m_path);
        if (!opened) {
            return std::unexpected(opened.error());
        }
        m_store = std::move(*opened);
        return {};
    }

    Result<void> presets() { return measureQueues(*m_store, m_figures); }

    Result<void> pages() { return measurePages(*m_store, m_figures); }

    Result<void> textFilters() {
        if (auto done = measureTextFilters(*m_store, "", m_figures); !done) {
            return done;
        }
        return measureStop(*m_store, m_figures);
    }

    Result<void> searchIndex() {
        static_cast<void>(takePeakMegabytes());
        const auto before = static_cast<double>(std::filesystem::file_size(m_path)) / 1e6;
        const Stopwatch watch;
        const auto built = m_store->searchIndex().build({}, {}, {});
        if (!built) {
            return std::unexpected(built.error());
        }
        const double seconds = watch.seconds();
        m_figures.add("search index", seconds, "s");
        m_figures.add("search index, rows", static_cast<double>(built->rows) / seconds, "rows/s");
        m_figures.add("search index, longest lock", static_cast<double>(built->longestLock.count()) / 1e3,
                      "ms");
        m_figures.add("search index, peak memory", takePeakMegabytes(), "MB");
        m_store.reset(); // folds the log back into the file
        m_figures.add("search index, size",
                      static_cast<double>(std::filesystem::file_size(m_path)) / 1e6 - before, "MB");
        if (auto done = open(); !done) {
            return done;
        }
        return measureTextFilters(*m_store, " with the index", m_figures);
    }

    Result<void> corrections() {
        const auto ids = selectIds(*m_store, "-tag:none", {}, nullptr);
        if (!ids) {
            return std::unexpected(ids.error());
        }
        return measureCorrections(*m_store, m_redactor, *ids, m_figures);
    }

    Result<void> exports() { return measureExports(*m_store, m_redactor, m_path, m_figures); }

    Result<void> diffs() { return measureDiffs(m_figures); }

    redact::Redactor m_redactor;
    std::string m_path;
    std::vector<std::string> m_logs;
    double m_megabytes = 0;
    double m_rows = 0;
    std::unique_ptr<store::Store> m_store;
    Figures m_figures;
};

} // namespace
} // namespace goldpan::bench

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv); // Qt Sql wants one
    std::vector<std::string> args(argv + 1, argv + argc);
    std::string jsonFile;
    if (const auto at = std::ranges::find(args, "--json"); at != args.end() && at + 1 != args.end()) {
        jsonFile = *(at + 1);
        args.erase(at, at + 2);
    }
    if (args.empty() || std::ranges::any_of(args, [](const auto& word) { return word.starts_with('-'); })) {
        std::fputs("usage: bench_core STORE [LOG...] [--json FILE]\n", stderr);
        return 2;
    }
    goldpan::bench::CoreBench bench(args[0], {args.begin() + 1, args.end()});
    auto done = bench.run();
    std::fputs(bench.figures().table().c_str(), stdout);
    if (done && !jsonFile.empty()) {
        done = goldpan::writeFileAtomically(jsonFile, bench.figures().json());
    }
    if (!done) {
        const goldpan::Error& error = done.error();
        std::fprintf(stderr, "bench_core: %s (%s)\n", error.message.c_str(), error.where.c_str());
        return 1;
    }
    return 0;
}
