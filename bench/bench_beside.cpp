// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_beside STORE LOG [--json FILE]: an import into a store that is there, while somebody decides about a
// row each 20 ms: how long the import takes, and how long the longest decision had to wait for it.
#include "app/composition/store_factory.h"
#include "bench/figures.h"
#include "bench/selected_ids.h"
#include "bench/work_figures.h"
#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/ingest/import_job.h"
#include "core/review/review_service.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <latch>
#include <memory>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace goldpan::bench {
namespace {

constexpr std::chrono::milliseconds kBetweenDecisions{20};

/// An operator with a connection of their own.
class Decider {
public:
    explicit Decider(std::string path)
        : m_path(std::move(path)) {}

    /// Begins with one decision, behind which `isReady` is counted down: what is made once is made by then.
    void work(const std::stop_token& stop, std::latch& isReady) {
        m_done = prepare();
        isReady.count_down();
        for (std::size_t at = 1; m_done && at < m_rows.size() && !stop.stop_requested(); ++at) {
            std::this_thread::sleep_for(kBetweenDecisions);
            const Stopwatch watch;
            m_done = decide(m_rows[at]);
            m_milliseconds.push_back(watch.seconds() * 1e3);
        }
        m_store.reset(); // by the thread that opened it
    }

    [[nodiscard]] const Result<void>& done() const { return m_done; }
    [[nodiscard]] const std::vector<double>& milliseconds() const { return m_milliseconds; }

private:
    Result<void> prepare() {
        auto store = composition::openStore(m_path);
        if (!store) {
            return std::unexpected(store.error());
        }
        m_store = std::move(*store);
        auto rows = selectIds(*m_store, "state:unreviewed", {.key = queue::OrderKey::log}, nullptr);
        if (!rows) {
            return std::unexpected(rows.error());
        }
        m_rows = std::move(*rows);
        return m_rows.empty() ? Result<void>() : decide(m_rows.front());
    }

    Result<void> decide(RowId row) {
        review::ReviewService service(*m_store, m_redactor, m_clock, kOperator);
        const auto done =
            service.correct(row, "What it should have said.", CorrectionSource::operatorWritten);
        return done ? Result<void>() : std::unexpected(done.error());
    }

    std::string m_path;
    redact::Redactor m_redactor;
    SystemClock m_clock;
    std::unique_ptr<store::Store> m_store;
    std::vector<RowId> m_rows;
    std::vector<double> m_milliseconds;
    Result<void> m_done;
};

Result<void> measure(const std::string& path, const std::string& log, Figures& figures) {
    const redact::Redactor redactor;
    auto target = composition::StoreForImport::open(path);
    if (!target) {
        return std::unexpected(target.error());
    }
    Decider decider(path);
    std::latch isReady(1);
    std::jthread person([&](const std::stop_token& stop) { decider.work(stop, isReady); });
    isReady.wait();
    const Stopwatch watch;
    ingest::ImportReport report;
    ingest::ImportJob job(target->store(), redactor);
    auto done = job.run({.logs = {log}, .operatorName = std::string(kOperator)}, report);
    const double seconds = watch.seconds();
    person.request_stop();
    person.join();
    if (!done) {
        return done;
    }
    if (!decider.done()) {
        return decider.done();
    }
    figures.add("import beside people", seconds, "s");
    figures.add("import beside people, rows", static_cast<double>(report.read) / seconds, "rows/s");
    figures.add("import beside people, stored", static_cast<double>(report.tally.stored), "rows");
    if (!decider.milliseconds().empty()) {
        figures.add("decisions beside the import", static_cast<double>(decider.milliseconds().size()),
                    "rows");
        figures.add("decision beside the import, median", median(decider.milliseconds()), "ms");
        figures.add("decision beside the import, longest", *std::ranges::max_element(decider.milliseconds()),
                    "ms");
    }
    return {};
}

} // namespace
} // namespace goldpan::bench

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv); // Qt Sql wants one
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() != 2 && !(words.size() == 4 && words[2] == "--json")) {
        std::fputs("usage: bench_beside STORE LOG [--json FILE]\n", stderr);
        return 2;
    }
    goldpan::bench::Figures figures;
    auto done = goldpan::bench::measure(words[0], words[1], figures);
    std::fputs(figures.table().c_str(), stdout);
    if (done && words.size() == 4) {
        done = goldpan::writeFileAtomically(words[3], figures.json());
    }
    if (!done) {
        std::fprintf(stderr, "bench_beside: %s (%s)\n", done.error().message.c_str(),
                     done.error().where.c_str());
        return 1;
    }
    return 0;
}
