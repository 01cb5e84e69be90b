// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/export_scan.h"

#include "core/queue/filter_parser.h"
#include "core/store/export_reader.h"
#include "core/store/store.h"

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

} // namespace

Result<void> scanLines(store::Store& store, const ExportSpec& spec, RowPicker& picker, const LineSink& sink,
                       const ProgressFn& progress, std::stop_token stop) {
    const auto filter = scanFilter(spec);
    if (!filter) {
        return std::unexpected(filter.error());
    }
    if (takesCorrections(traitsOf(spec.format).need)) {
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
    return store.exports().scan({}, scopeOf(traitsOf(format).need), sink, stop);
}

} // namespace goldpan::exporting
