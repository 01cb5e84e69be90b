// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/export_scan.h"

#include "core/exporting/made_rows.h"
#include "core/queue/filter_parser.h"
#include "core/store/export_reader.h"
#include "core/store/store.h"

#include <memory>
#include <utility>

namespace goldpan::exporting {
namespace {

constexpr std::int64_t kRowsPerProgress = 512;

using queue::Filter;

/// The filter and one of the tags, where some are named.
Filter withTags(Filter filter, const std::vector<std::string>& tags) {
    if (tags.empty()) {
        return filter;
    }
    Filter tagged{Filter::Kind::disjunction};
    for (const auto& tag : tags) {
        tagged.children.push_back(Filter{Filter::Kind::term, {}, queue::TagTerm{tag}});
    }
    if (filter.kind == Filter::Kind::all) {
        return tagged;
    }
    return Filter{Filter::Kind::conjunction, {std::move(filter), std::move(tagged)}};
}

/// The filter, and for a log its tags too, so that an index can find them.
Result<Filter> scanFilter(const ExportSpec& spec) {
    auto filter = queue::filterFromText(spec.filterText);
    return filter && spec.format == Format::log ? withTags(std::move(*filter), spec.tags) : filter;
}

bool takesCorrections(RowNeed need) {
    return need == RowNeed::correction || need == RowNeed::preference;
}

/// Where only corrections are taken the other rows are nearly all of the store: they are counted, not read.
Result<void> passOver(store::Store& store, const ExportSpec& spec, const Filter& filter, RowPicker& picker,
                      std::stop_token stop) {
    constexpr auto kScope = store::ScanScope::taggedUncorrected;
    const auto tagged = store.exports().count(filter, kScope, stop);
    const auto chosen = !tagged || spec.tags.empty()
                            ? tagged
                            : store.exports().count(withTags(filter, spec.tags), kScope, stop);
    if (!chosen) {
        return std::unexpected(chosen.error());
    }
    picker.passOver(*tagged, *chosen);
    return {};
}

store::ScanScope scopeOf(RowNeed need) {
    switch (need) {
    case RowNeed::correction:
    case RowNeed::preference:
        return store::ScanScope::corrected;
    case RowNeed::judgement:
        return store::ScanScope::taggedOrDecided;
    case RowNeed::nothing:
        break;
    }
    return store::ScanScope::all;
}

/// Every row of the scan, made on several threads.
Result<void> scanMade(store::Store& store, const Filter& filter, RowNeed need,
                      std::function<MadeRows::Make()> maker, MadeRows::Sink sink, std::stop_token stop) {
    MadeRows rows(std::move(maker), std::move(sink));
    auto done = store.exports().scan(
        filter, scopeOf(need), [&](store::EntryRecord&& record) { return rows.put(std::move(record)); },
        stop);
    return done ? rows.finish() : done;
}

} // namespace

Result<void> scanLines(store::Store& store, const ExportSpec& spec, RowPicker& picker, const LineSink& sink,
                       const ProgressFn& progress, std::stop_token stop, RowSpool* spool) {
    const auto filter = scanFilter(spec);
    if (!filter) {
        return std::unexpected(filter.error());
    }
    if (takesCorrections(traitsOf(spec.format).need) && !picker.isCollecting()) {
        if (auto done = passOver(store, spec, *filter, picker, stop); !done) {
            return done;
        }
    }
    Progress seen{.done = picker.report().seen};
    const auto report = [&] {
        seen.rows = picker.report().rows;
        if (progress) {
            progress(seen);
        }
    };
    const bool isCollecting = picker.isCollecting();
    const auto take = [&](MadeRow& made) -> Result<void> {
        if (isCollecting && spool != nullptr) {
            spool->put(made);
        }
        const auto lines = picker.take(made);
        if (!lines) {
            return std::unexpected(lines.error());
        }
        if (++seen.done % kRowsPerProgress == 0) {
            report();
        }
        return lines->empty() ? Result<void>{} : sink(made, *lines);
    };
    const auto maker = [&picker]() -> MadeRows::Make {
        return [maker = picker.maker()](store::EntryRecord record) { return maker->make(std::move(record)); };
    };
    const bool isSpooled = !isCollecting && spool != nullptr && spool->isWhole();
    auto done = isSpooled ? spool->each(take, stop)
                          : scanMade(store, *filter, traitsOf(spec.format).need, maker, take, stop);
    if (done && isCollecting && spool != nullptr) {
        spool->finish();
    }
    report();
    return done;
}

Result<void> scanQuestions(store::Store& store, const ExportSpec& spec, const redact::Redactor& redactor,
                           BatchSplit& split, std::stop_token stop) {
    const auto maker = [&]() -> MadeRows::Make {
        return [maker = std::make_shared<RowMaker>(spec, redactor, RowMaker::Wanted{.question = true})](
                   store::EntryRecord record) { return maker->asked(std::move(record)); };
    };
    const auto take = [&split](const MadeRow& made) -> Result<void> {
        tellSplit(split, made);
        return {};
    };
    return scanMade(store, {}, traitsOf(spec.format).need, maker, take, stop);
}

} // namespace goldpan::exporting
