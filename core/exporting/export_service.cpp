// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/export_service.h"

#include "core/base/files.h"
#include "core/base/sha256.h"
#include "core/exporting/batch_file.h"
#include "core/exporting/batch_layout.h"
#include "core/exporting/batch_manifest.h"
#include "core/exporting/batch_plan.h"
#include "core/exporting/batch_target.h"
#include "core/exporting/dataset_card.h"
#include "core/exporting/manifest_seal.h"
#include "core/exporting/publish_batch.h"
#include "core/exporting/replaced_batch.h"
#include "core/exporting/settled_spec.h"
#include "core/exporting/stopped_export.h"
#include "core/store/export_reader.h"
#include "core/store/reredaction.h"
#include "core/store/store.h"
#include "core/store/upkeep.h"
#include "core/store/write_gate.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <list>
#include <span>

namespace goldpan::exporting {
namespace {

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

/// Once nothing is left of an export to this name that was stopped. Answers the files of the batch replaced
/// then that could not be removed.
Result<std::vector<std::string>> settledBefore(BatchJournal& journal, const BatchLayout& layout,
                                               store::Store& store) {
    std::vector<std::string> left;
    if (journal.pending()) {
        auto stopped =
            settled(journal, {.reader = &store.exports(), .path = store.path(), .wantsTheName = true});
        if (stopped.end == StoppedExport::End::waits) {
            return fail(ErrorCode::refused,
                        "an export of this name was stopped and is not settled (" + stopped.why +
                            "); goldpan-cli verify with --store and the store that wrote it does that",
                        stopped.store);
        }
        left = std::move(stopped.leftBehind);
    }
    for (const auto& name : {layout.dataName, layout.validationName(), std::string(kDatasetInfoName)}) {
        AtomicFile::sweep(layout.folder + name);
    }
    return left;
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
    const auto exact = settledSpec(spec, m_redactor);
    if (!exact) {
        return std::unexpected(exact.error());
    }
    const auto policy = m_store.upkeep().policy();
    if (!policy) {
        return std::unexpected(policy.error());
    }
    ExportPreview found;
    std::int64_t validationRows = 0;
    auto done = m_store.exports().atOneMoment([&]() -> Result<void> {
        const auto plan =
            BatchPlan::make(m_store, *exact, *policy, m_redactor, Thoroughness::everyCheck, progress, stop);
        if (!plan) {
            return std::unexpected(plan.error());
        }
        RowPicker picker(*exact, m_redactor, plan->checks());
        const auto keep = [&](const MadeRow& made, const std::vector<std::string>& written) {
            const bool validation = plan->isValidation(made.record.id);
            validationRows += validation ? static_cast<std::int64_t>(written.size()) : 0;
            for (const auto& line : written) {
                if (!validation && found.lines.size() < lines) {
                    found.lines.push_back(line);
                }
            }
            return Result<void>{};
        };
        auto scanned = scanLines(m_store, *exact, picker, keep, progress, stop);
        found.report = picker.report();
        plan->tell(found.report, m_redactor);
        return scanned;
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    found.report.validationRows = validationRows;
    return found;
}

Result<void> ExportService::eachRow(const ExportSpec& spec,
                                    const std::function<void(const store::EntryRecord&)>& sink,
                                    const ProgressFn& progress, std::stop_token stop) {
    const auto exact = settledSpec(spec, m_redactor);
    if (!exact) {
        return std::unexpected(exact.error());
    }
    const auto policy = m_store.upkeep().policy();
    if (!policy) {
        return std::unexpected(policy.error());
    }
    return m_store.exports().atOneMoment([&]() -> Result<void> {
        const auto plan = BatchPlan::make(m_store, *exact, *policy, m_redactor, Thoroughness::whatIsLeftOut,
                                          progress, stop);
        if (!plan) {
            return std::unexpected(plan.error());
        }
        RowPicker picker(*exact, m_redactor, plan->checks());
        const auto hand = [&](const MadeRow& made, const std::vector<std::string>&) {
            sink(made.record);
            return Result<void>{};
        };
        return scanLines(m_store, *exact, picker, hand, progress, stop);
    });
}

Result<ExportReport> ExportService::run(const ExportSpec& spec, const std::string& out,
                                        const ProgressFn& progress, std::stop_token stop) {
    auto exact = settledSpec(spec, m_redactor);
    if (!exact) {
        return std::unexpected(exact.error());
    }
    const auto target = BatchTarget::make(*exact, out, m_store.path());
    if (!target) {
        return std::unexpected(target.error());
    }
    const BatchLayout* layout = &target->layout;
    const auto& names = target->names;
    const auto policy = m_store.upkeep().policy();
    if (!policy) {
        return std::unexpected(policy.error());
    }
    auto folders = BatchFolders::make(*layout);
    if (!folders) {
        return std::unexpected(folders.error());
    }
    auto journal = BatchJournal::take(layout->manifestPath());
    if (!journal) {
        return std::unexpected(journal.error());
    }
    const auto left = settledBefore(*journal, *layout, m_store);
    if (!left) {
        return std::unexpected(left.error());
    }
    std::list<NotedFile> noted; // outlives the files below
    std::vector<BatchFile> data;
    for (const auto& name : names) {
        auto file = BatchFile::create(layout->folder + name, layout->gzip);
        if (!file) {
            return std::unexpected(file.error());
        }
        data.push_back(std::move(*file));
        // Before its first byte; the data file's own path, as its temporary file stands beside that one.
        const auto number = m_store.reredaction().beginCopy(
            store::CopyKind::batch,
            m_redactor.redacted(std::filesystem::absolute(layout->folder + name).string()), m_clock.now());
        if (!number) {
            return std::unexpected(number.error());
        }
        noted.emplace_back(m_store, *number);
    }
    BatchManifest manifest{
        .spec = specWithoutPii(*exact, m_redactor), .policy = *policy, .rulesHash = m_redactor.rulesHash()};
    store::RecordedBatch batch{.format = std::string(formatName(exact->format)),
                               .path = m_redactor.redacted(std::filesystem::absolute(out).string()),
                               .specText = {}};
    std::vector<RowId> rowIds;
    std::vector<std::vector<std::string>> requestIds(data.size());
    const auto read = m_store.exports().atOneMoment([&]() -> Result<void> {
        RowSpool spool(layout->folder);
        const auto plan = BatchPlan::make(m_store, *exact, *policy, m_redactor, Thoroughness::everyCheck,
                                          progress, stop, &spool);
        if (!plan) {
            return std::unexpected(plan.error());
        }
        RowPicker picker(*exact, m_redactor, plan->checks());
        const auto write = [&](const MadeRow& made, const std::vector<std::string>& lines) -> Result<void> {
            const std::size_t side = plan->isValidation(made.record.id) ? 1 : 0;
            rowIds.push_back(made.record.id);
            addRow(manifest, made.note, made.record.entry.requestId);
            for (const auto& line : lines) {
                if (traitsOf(exact->format).need != RowNeed::nothing) {
                    requestIds[side].push_back(made.record.entry.requestId);
                }
                if (auto done = data[side].line(line); !done) {
                    return done;
                }
            }
            return {};
        };
        auto scanned = scanLines(m_store, *exact, picker, write, progress, stop, &spool);
        manifest.report = picker.report();
        plan->tell(manifest.report, m_redactor);
        manifest.spec.keep =
            withoutKeptInVain(std::move(manifest.spec.keep), manifest.report.keptInVain, m_redactor);
        manifest.redacted = picker.redacted();
        const auto profiles = m_store.exports().profiles();
        for (auto& [name, share] : manifest.profiles) {
            if (profiles && profiles->contains(name)) {
                share.sha256 = profiles->at(name);
            }
        }
        return scanned && !profiles ? std::unexpected(profiles.error()) : scanned;
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    batch.specText = specToText(manifest.spec);
    manifest.spec = specOfManifest(std::move(manifest.spec));
    for (std::size_t side = 0; side < data.size(); ++side) {
        auto file = data[side].finish();
        if (!file) {
            return std::unexpected(file.error());
        }
        file->path = names[side];
        batch.rows += file->rows;
        manifest.report.files.push_back(std::move(*file));
        std::ranges::move(requestIds[side], std::back_inserter(manifest.requestIds));
    }
    batch.sha256 = manifest.report.files.front().sha256;
    manifest.report.validationRows = data.size() > 1 ? manifest.report.files.back().rows : 0;
    if (data.size() > 1 && manifest.report.validationRows == 0) { // readers take no split without rows
        data.pop_back();
        manifest.report.files.pop_back();
    }
    std::vector<AtomicFile> beside; // what a folder holds for readers
    std::vector<std::string> all(names.begin(), names.begin() + std::ssize(data));
    for (const auto& [name, text] : filesBeside(layout->cardName, manifest)) {
        auto other = written(layout->folder + name, text);
        if (!other) {
            return std::unexpected(other.error());
        }
        beside.push_back(std::move(*other));
        all.push_back(name);
        manifest.beside.push_back({.path = name,
                                   .rows = -1,
                                   .bytes = static_cast<std::int64_t>(text.size()),
                                   .sha256 = sha256Hex(text)});
    }
    const std::string manifestBytes = sealed(manifestText(manifest));
    batch.manifestSha256 = sha256Hex(manifestBytes);
    auto manifestFile = written(layout->manifestPath(), manifestBytes);
    if (!manifestFile) {
        return std::unexpected(manifestFile.error());
    }
    ExportReport report = std::move(manifest.report);
    report.filterLeftOut = manifest.spec.filterLeftOut;
    report.leftBehind = *left;
    const auto inFolder = [&](const std::string& path) { return path.substr(layout->folder.size()); };
    PendingBatch pending{.manifestSha256 = batch.manifestSha256};
    for (std::size_t side = 0; side < data.size(); ++side) {
        pending.files.push_back({inFolder(data[side].tempPath()), names[side], report.files[side].sha256});
    }
    const auto replaced = ReplacedBatch::find(*layout, all);
    for (std::size_t other = 0; other < beside.size(); ++other) {
        const auto& file = manifest.beside[other];
        const auto before = replaced.beside.find(file.path);
        pending.files.push_back({inFolder(beside[other].tempPath()), file.path, file.sha256,
                                 before == replaced.beside.end() ? "" : before->second});
    }
    pending.files.push_back({inFolder(manifestFile->tempPath()), layout->manifestName, batch.manifestSha256});
    pending.stale = replaced.files;
    const auto leave = [&] {
        folders->keep();
        manifestFile->leave();
        std::ranges::for_each(data, &BatchFile::leave);
        std::ranges::for_each(beside, &AtomicFile::leave);
    };
    auto published =
        publishBatch(m_store, *journal, {batch, rowIds, std::move(pending)}, m_clock.now(), leave);
    if (!published) {
        return std::unexpected(published.error());
    }
    report.batch = published->id;
    for (auto& file : report.files) {
        file.path = layout->folder + file.path;
    }
    std::ranges::move(published->leftBehind, std::back_inserter(report.leftBehind));
    return report;
}

} // namespace goldpan::exporting
