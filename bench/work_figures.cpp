// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/work_figures.h"

#include "core/base/clock.h"
#include "core/exporting/export_service.h"
#include "core/review/review_service.h"
#include "core/store/queue_reader.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace goldpan::bench {
namespace {

Result<void> exportTo(store::Store& store, const redact::Redactor& redactor, const std::string& path,
                      const std::string& name, exporting::Format format, Figures& figures) {
    const SystemClock clock;
    const std::string out = path + "." + name + ".jsonl";
    exporting::ExportService service(store, redactor, clock);
    const Stopwatch watch;
    const auto report = service.run({.format = format}, out);
    if (!report) {
        return std::unexpected(report.error());
    }
    const double seconds = watch.seconds();
    const double megabytes = static_cast<double>(report->files.at(0).bytes) / 1e6;
    figures.add("export " + name, seconds, "s");
    figures.add("export " + name + ", rows", static_cast<double>(report->rows) / seconds, "rows/s");
    figures.add("export " + name + ", text", megabytes / seconds, "MB/s");
    return {};
}

} // namespace

Result<void> measureCorrections(store::Store& store, const redact::Redactor& redactor,
                                std::span<const RowId> ids, Figures& figures) {
    const SystemClock clock;
    review::ReviewService service(store, redactor, clock, std::string(kOperator));
    std::vector<double> each;
    for (const RowId row : ids.first(std::min<std::size_t>(200, ids.size()))) {
        const Stopwatch watch;
        const auto done =
            service.correct(row, "What it should have said.", CorrectionSource::operatorWritten);
        if (!done) {
            return std::unexpected(done.error());
        }
        each.push_back(watch.seconds() * 1e3);
    }
    figures.add("save a correction, median", median(std::move(each)), "ms");
    std::vector<review::RowText> texts;
    const auto rows = store.queue().rows(ids);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    for (const auto& row : *rows) {
        texts.push_back({row.requestId, "What it should have said, in a few more words."});
    }
    const Stopwatch importing;
    review::CorrectionsImportOutcome imported;
    if (const auto done = service.importCorrections(texts, "bench", imported); !done) {
        return std::unexpected(done.error());
    }
    figures.add("corrections import", static_cast<double>(imported.texts.applied) / importing.seconds(),
                "rows/s");
    const Stopwatch tagging;
    const auto tagged = service.tag(ids, "cluster:bench", true);
    if (!tagged) {
        return std::unexpected(tagged.error());
    }
    figures.add("bulk tag", static_cast<double>(tagged->changed) / tagging.seconds(), "rows/s");
    const Stopwatch undoing;
    const auto undone = service.undo();
    if (!undone) {
        return std::unexpected(undone.error());
    }
    figures.add("undo of it", static_cast<double>(undone->outcome.changed) / undoing.seconds(), "rows/s");
    return {};
}

Result<void> measureExports(store::Store& store, const redact::Redactor& redactor, const std::string& path,
                            Figures& figures) {
    if (auto done = exportTo(store, redactor, path, "sft", exporting::Format::sft, figures); !done) {
        return done;
    }
    return exportTo(store, redactor, path, "log", exporting::Format::log, figures);
}

} // namespace goldpan::bench
