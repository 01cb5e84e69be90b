// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/export_scan.h"

#include "core/queue/filter_parser.h"
#include "core/store/export_reader.h"
#include "core/store/store.h"

namespace goldpan::exporting {
namespace {

constexpr std::int64_t kRowsPerProgress = 512;

/// The filter, and for a log its tags too, so that an index can find them.
Result<queue::Filter> scanFilter(const ExportSpec& spec) {
    auto filter = queue::filterFromText(spec.filterText);
    if (!filter || spec.format != Format::log || spec.tags.empty()) {
        return filter;
    }
    using queue::Filter;
    Filter tagged{Filter::Kind::disjunction};
    for (const auto& tag : spec.tags) {
        tagged.children.push_back(Filter{Filter::Kind::term, {}, queue::TagTerm{tag}});
    }
    if (filter->kind == Filter::Kind::all) {
        return tagged;
    }
    return Filter{Filter::Kind::conjunction, {std::move(*filter), std::move(tagged)}};
}

store::ScanScope scopeOf(RowNeed need) {
    switch (need) {
    case RowNeed::correction:
    case RowNeed::preference:
        return store::ScanScope::taggedOrCorrected;
    case RowNeed::judgement:
        return store::ScanScope::taggedOrDecided;
    case RowNeed::nothing:
        break;
    }
    return store::ScanScope::all;
}

} // namespace

Result<void> scanLines(store::Store& store, const ExportSpec& spec, RowPicker& picker, const LineSink& sink,
                       const ProgressFn& progress, std::stop_token stop) {
    const auto filter = scanFilter(spec);
    if (!filter) {
        return std::unexpected(filter.error());
    }
    Progress seen;
    const auto report = [&] {
        seen.rows = picker.report().rows;
        if (progress) {
            progress(seen);
        }
    };
    const auto take = [&](const store::EntryRecord& record) -> Result<void> {
        const auto lines = picker.lines(record);
        if (!lines) {
            return std::unexpected(lines.error());
        }
        if (++seen.done % kRowsPerProgress == 0) {
            report();
        }
        return lines->empty() ? Result<void>{} : sink(record, *lines);
    };
    auto done = store.exports().scan(*filter, scopeOf(traitsOf(spec.format).need), take, stop);
    report();
    return done;
}

Result<void> scanAll(store::Store& store, Format format, const RowSink& sink, std::stop_token stop) {
    const RowNeed need = traitsOf(format).need;
    // What is not corrected is in no such batch: without the filter the scan would read every tagged row.
    const bool corrected = need == RowNeed::correction || need == RowNeed::preference;
    const auto filter = queue::filterFromText(corrected ? "state:corrected" : "");
    return filter ? store.exports().scan(*filter, scopeOf(need), sink, stop)
                  : std::unexpected(filter.error());
}

} // namespace goldpan::exporting
