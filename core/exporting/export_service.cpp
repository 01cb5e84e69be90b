// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/export_service.h"

#include "core/base/files.h"
#include "core/exporting/batch_file.h"
#include "core/exporting/batch_layout.h"
#include "core/exporting/batch_manifest.h"
#include "core/exporting/dataset_card.h"
#include "core/exporting/manifest_seal.h"
#include "core/exporting/row_picker.h"
#include "core/queue/filter_parser.h"
#include "core/store/export_reader.h"
#include "core/store/redacted_filter.h"
#include "core/store/reredaction.h"
#include "core/store/store.h"
#include "core/store/upkeep.h"
#include "core/store/write_gate.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <span>

namespace goldpan::exporting {
namespace {

constexpr std::int64_t kRowsPerProgress = 512;

using LineSink =
    std::function<Result<void>(const store::EntryRecord& record, const std::vector<std::string>& lines)>;

/// The same spec whatever order the operator typed it in; tags as the store holds them.
Result<ExportSpec> settled(ExportSpec spec, const redact::Redactor& redactor) {
    for (const auto& reason : spec.exclude) {
        if (reason != "identical") {
            return fail(ErrorCode::usage, "this version can exclude only identical by name", reason);
        }
    }
    if (spec.filterLeftOut) {
        return fail(ErrorCode::refused,
                    "the filter of that batch held PII and was not kept, and without it the batch would hold "
                    "other rows; give the filter again");
    }
    for (auto& tag : spec.tags) {
        tag = redactor.redacted(tag);
    }
    normalizeTags(spec.tags);
    normalizeTags(spec.exclude);
    return spec;
}

/// As it may be written down. With tokens in it the filter would be another one, that finds other rows.
ExportSpec withoutPii(ExportSpec spec, const redact::Redactor& redactor) {
    if (store::filterHoldsPii(spec.filterText, redactor)) {
        spec.filterText.clear();
        spec.filterLeftOut = true;
    }
    return spec;
}

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

Result<void> scan(store::Store& store, const ExportSpec& spec, RowPicker& picker, const LineSink& sink,
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

Result<AtomicFile> written(const std::string& path, const std::string& text) {
    auto file = AtomicFile::create(path);
    if (!file) {
        return file;
    }
    auto done = file->write(text);
    if (done) {
        done = file->sync();
    }
    return done ? std::move(file) : std::unexpected(done.error());
}

/// The batch and its rows, in transactions that hold the lock only briefly. Not seen by anyone until it is
/// published.
Result<BatchId> fillBatch(store::Store& store, const store::RecordedBatch& batch, std::span<const RowId> rows,
                          Timestamp at) {
    constexpr std::size_t kRowsPerTransaction = 2000;
    BatchId id;
    for (std::size_t done = 0; !id || done < rows.size(); done += kRowsPerTransaction) {
        const auto chunk = rows.subspan(done, std::min(kRowsPerTransaction, rows.size() - done));
        const auto written =
            store.writes().transact([&](store::WriteTransaction& transaction) -> Result<void> {
                if (!id) {
                    auto begun = transaction.beginBatch(batch, at);
                    if (!begun) {
                        return std::unexpected(begun.error());
                    }
                    id = *begun;
                }
                return transaction.addBatchRows(id, chunk);
            });
        if (!written) {
            return std::unexpected(written.error());
        }
    }
    return id;
}

/// In the store's list of copies while the batch is being written: a kill leaves its temporary file, which no
/// batch names. Goes with the object, as the published batch is listed by itself.
class NotedFile {
public:
    NotedFile(store::Store& store, std::int64_t number)
        : m_store(store)
        , m_number(number) {}
    NotedFile(const NotedFile&) = delete;
    NotedFile& operator=(const NotedFile&) = delete;
    ~NotedFile() { (void)m_store.reredaction().forgetCopy(m_number); } // else listed as one not complete

private:
    store::Store& m_store;
    std::int64_t m_number;
};

} // namespace

ExportService::ExportService(store::Store& store, const redact::Redactor& redactor, const Clock& clock)
    : m_store(store)
    , m_redactor(redactor)
    , m_clock(clock) {}

std::int64_t ExportReport::leftOut() const {
    std::int64_t left = 0;
    for (const auto& [reason, count] : excluded) {
        left += count;
    }
    return left;
}

Result<ExportReport> ExportService::dryRun(const ExportSpec& spec, const ProgressFn& progress,
                                           std::stop_token stop) {
    auto found = preview(spec, 0, progress, stop);
    if (!found) {
        return std::unexpected(found.error());
    }
    return std::move(found->report);
}

Result<ExportPreview> ExportService::preview(const ExportSpec& spec, std::size_t lines,
                                             const ProgressFn& progress, std::stop_token stop) {
    const auto exact = settled(spec, m_redactor);
    if (!exact) {
        return std::unexpected(exact.error());
    }
    RowPicker picker(*exact, m_redactor);
    ExportPreview found;
    const auto keep = [&](const store::EntryRecord&, const std::vector<std::string>& written) {
        for (const auto& line : written) {
            if (found.lines.size() < lines) {
                found.lines.push_back(line);
            }
        }
        return Result<void>{};
    };
    if (auto done = scan(m_store, *exact, picker, keep, progress, stop); !done) {
        return std::unexpected(done.error());
    }
    found.report = picker.report();
    return found;
}

Result<void> ExportService::eachRow(const ExportSpec& spec,
                                    const std::function<void(const store::EntryRecord&)>& sink,
                                    const ProgressFn& progress, std::stop_token stop) {
    const auto exact = settled(spec, m_redactor);
    if (!exact) {
        return std::unexpected(exact.error());
    }
    RowPicker picker(*exact, m_redactor);
    const auto hand = [&](const store::EntryRecord& record, const std::vector<std::string>&) {
        sink(record);
        return Result<void>{};
    };
    return scan(m_store, *exact, picker, hand, progress, stop);
}

Result<ExportReport> ExportService::run(const ExportSpec& spec, const std::string& out,
                                        const ProgressFn& progress, std::stop_token stop) {
    auto exact = settled(spec, m_redactor);
    if (!exact) {
        return std::unexpected(exact.error());
    }
    const auto layout = BatchLayout::forWriting(out);
    if (!layout) {
        return std::unexpected(layout.error());
    }
    if (isSameFile(layout->dataPath(), m_store.path()) ||
        isSameFile(layout->manifestPath(), m_store.path())) {
        return fail(ErrorCode::usage, "the batch would replace the store itself; choose another name", out);
    }
    const auto policy = m_store.upkeep().policy();
    if (!policy) {
        return std::unexpected(policy.error());
    }
    auto folders = BatchFolders::make(*layout);
    if (!folders) {
        return std::unexpected(folders.error());
    }
    std::optional<NotedFile> noted; // outlives the files below
    auto data = BatchFile::create(layout->dataPath(), layout->gzip);
    if (!data) {
        return std::unexpected(data.error());
    }
    // Before its first byte; the data file's own path, as its temporary file stands beside that one.
    const auto number = m_store.reredaction().beginCopy(
        store::CopyKind::batch, m_redactor.redacted(std::filesystem::absolute(layout->dataPath()).string()),
        m_clock.now());
    if (!number) {
        return std::unexpected(number.error());
    }
    noted.emplace(m_store, *number);
    RowPicker picker(*exact, m_redactor);
    BatchManifest manifest{
        .spec = withoutPii(*exact, m_redactor), .policy = *policy, .rulesHash = m_redactor.rulesHash()};
    store::RecordedBatch batch{.format = std::string(formatName(exact->format)),
                               .path = m_redactor.redacted(std::filesystem::absolute(out).string()),
                               .specText = specToText(manifest.spec)};
    std::vector<RowId> rowIds;
    const auto write = [&](const store::EntryRecord& record,
                           const std::vector<std::string>& lines) -> Result<void> {
        rowIds.push_back(record.id);
        for (const auto& line : lines) {
            if (traitsOf(exact->format).need != RowNeed::nothing) {
                manifest.requestIds.push_back(record.entry.requestId);
            }
            if (auto done = data->line(line); !done) {
                return done;
            }
        }
        return {};
    };
    if (auto done = scan(m_store, *exact, picker, write, progress, stop); !done) {
        return std::unexpected(done.error());
    }
    auto file = data->finish();
    if (!file) {
        return std::unexpected(file.error());
    }
    file->path = layout->dataName;
    manifest.report = picker.report();
    manifest.report.files = {*file};
    manifest.redacted = picker.redacted();
    auto manifestFile = written(layout->manifestPath(), sealed(manifestText(manifest)));
    if (!manifestFile) {
        return std::unexpected(manifestFile.error());
    }
    std::vector<AtomicFile> beside; // what a folder holds for readers, proved by nothing
    for (const auto& [name, text] : filesBeside(layout->cardName, manifest)) {
        auto other = written(layout->folder + name, text);
        if (!other) {
            return std::unexpected(other.error());
        }
        beside.push_back(std::move(*other));
    }
    batch.rows = file->rows;
    batch.sha256 = file->sha256;
    ExportReport report = std::move(manifest.report);
    report.filterLeftOut = manifest.spec.filterLeftOut;
    report.files.front().path = layout->dataPath();
    const auto id = fillBatch(m_store, batch, rowIds, m_clock.now());
    if (!id) {
        return std::unexpected(id.error());
    }
    // The names change inside the transaction: a busy store leaves the old files as they are, and no batch is
    // published whose files are not there.
    const auto published =
        m_store.writes().transact([&](store::WriteTransaction& transaction) -> Result<void> {
            if (auto done = transaction.publishBatch(*id); !done) {
                return done;
            }
            auto done = data->commit();
            for (auto& other : beside) {
                if (done) {
                    done = other.commit();
                }
            }
            return done ? manifestFile->commit() : done;
        });
    if (!published) {
        return std::unexpected(published.error());
    }
    report.batch = *id;
    folders->keep();
    return report;
}

} // namespace goldpan::exporting
