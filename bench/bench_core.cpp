// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_core STORE LOG... [--json FILE]: makes STORE from the logs and measures what people wait for.
#include "app/composition/store_factory.h"
#include "bench/diff_figures.h"
#include "bench/figures.h"
#include "bench/random.h"
#include "bench/work_figures.h"
#include "core/base/files.h"
#include "core/ingest/import_job.h"
#include "core/queue/filter_parser.h"
#include "core/store/entry_reader.h"
#include "core/store/queue_reader.h"
#include "core/store/search_index.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <span>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace goldpan::bench {
namespace {

constexpr std::size_t kPage = 200;

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
        auto opened = composition::openStore(m_path);
        if (!opened) {
            return std::unexpected(opened.error());
        }
        m_store = std::move(*opened);
        return {};
    }

    Result<std::vector<RowId>> select(const std::string& filterText, queue::Order order, double* firstPage) {
        auto filter = queue::filterFromText(filterText);
        if (!filter) {
            return std::unexpected(filter.error());
        }
        const Stopwatch watch;
        std::vector<RowId> ids;
        double firstIds = 0;
        const auto sink = [&](std::span<const RowId> some) {
            firstIds = ids.empty() ? watch.seconds() : firstIds;
            ids.insert(ids.end(), some.begin(), some.end());
            return true;
        };
        if (auto done = m_store->queue().select({.filter = *filter, .order = order}, sink, {}); !done) {
            return std::unexpected(done.error());
        }
        if (firstPage != nullptr) {
            const Stopwatch paging;
            if (auto page = m_store->queue().rows(std::span(ids).first(std::min(kPage, ids.size()))); !page) {
                return std::unexpected(page.error());
            }
            *firstPage = (firstIds + paging.seconds()) * 1e3;
        }
        return ids;
    }

    Result<void> measureQueue(const std::string& name, const std::string& filterText,
                              queue::Order order = {}) {
        double firstPage = 0;
        const Stopwatch selecting;
        const auto ids = select(filterText, order, &firstPage);
        if (!ids) {
            return std::unexpected(ids.error());
        }
        const double all = selecting.seconds() * 1e3;
        const Stopwatch counting;
        const auto count = m_store->queue().count(*queue::filterFromText(filterText), {});
        if (!count) {
            return std::unexpected(count.error());
        }
        m_figures.add(name + ", rows", static_cast<double>(ids->size()), "rows");
        m_figures.add(name + ", first page", firstPage, "ms");
        m_figures.add(name + ", all ids", all, "ms");
        m_figures.add(name + ", count", counting.seconds() * 1e3, "ms");
        return {};
    }

    Result<void> presets() {
        const std::pair<const char*, const char*> queues[] = {
            {"flagged", "is:flagged state:unreviewed"},
            {"low confidence", "is:low-confidence state:unreviewed"},
            {"user negative", "tag:user_negative state:unreviewed"},
            {"marked", "tag:operator_review state:unreviewed"},
            {"all", ""}};
        for (const auto& [name, filter] : queues) {
            if (auto done = measureQueue(std::string("queue ") + name, filter); !done) {
                return done;
            }
        }
        return measureQueue("queue all by logprob", "", {.key = queue::OrderKey::logprob});
    }

    Result<void> pages() {
        auto ids = select("", {}, nullptr);
        if (!ids) {
            return std::unexpected(ids.error());
        }
        Random random(1);
        std::vector<double> page;
        std::vector<double> detail;
        for (int i = 0; i < 200 && ids->size() > kPage; ++i) {
            const auto from = random.below(ids->size() - kPage);
            const Stopwatch paging;
            if (auto rows = m_store->queue().rows(std::span(*ids).subspan(from, kPage)); !rows) {
                return std::unexpected(rows.error());
            }
            page.push_back(paging.seconds() * 1e3);
            const Stopwatch reading;
            if (auto record = m_store->entries().read((*ids)[from]); !record) {
                return std::unexpected(record.error());
            }
            detail.push_back(reading.seconds() * 1e3);
        }
        m_figures.add("page of 200 rows anywhere, median", median(std::move(page)), "ms");
        m_figures.add("one whole row, median", median(std::move(detail)), "ms");
        return {};
    }

    /// The longest word of a row in the middle of the log.
    Result<std::string> wordOfARow() {
        const auto record = m_store->entries().read(RowId{static_cast<std::int64_t>(m_rows / 2)});
        if (!record) {
            return std::unexpected(record.error());
        }
        std::string longest;
        std::istringstream words(record->entry.response);
        for (std::string word; words >> word;) {
            longest = word.size() > longest.size() && word.find('"') == std::string::npos ? word : longest;
        }
        return longest;
    }

    /// Words that nobody wrote, for which every text must be read, and one that stands in some rows.
    Result<void> filterTexts(const std::string& when) {
        const auto word = wordOfARow();
        if (!word) {
            return std::unexpected(word.error());
        }
        for (const auto& [name, filter] : {std::pair("no such word", std::string("qzxqzx")),
                                           std::pair("Chinese, no such word", std::string("\"囧囧囧囧\"")),
                                           std::pair("regular expression", std::string("/qzx[0-9]+qzx/")),
                                           std::pair("a frequent word", std::string("a")),
                                           std::pair("a word of some rows", "\"" + *word + "\"")}) {
            double firstPage = 0;
            const Stopwatch watch;
            const auto ids = select(filter, {}, &firstPage);
            if (!ids) {
                return std::unexpected(ids.error());
            }
            const auto whole = std::string("text filter") + when + ", " + name;
            m_figures.add(whole, watch.seconds() * 1e3, "ms");
            if (!ids->empty()) {
                m_figures.add(whole + ", rows", static_cast<double>(ids->size()), "rows");
                m_figures.add(whole + ", first page", firstPage, "ms");
            }
        }
        return {};
    }

    Result<void> textFilters() { return filterTexts(""); }

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
        auto opened = composition::openStore(m_path);
        if (!opened) {
            return std::unexpected(opened.error());
        }
        m_store = std::move(*opened);
        return filterTexts(" with the index");
    }

    Result<void> corrections() {
        const auto ids = select("-tag:none", {}, nullptr);
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
    if (args.size() < 2 || args[1].starts_with('-')) {
        std::fputs("usage: bench_core STORE LOG... [--json FILE]\n", stderr);
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
