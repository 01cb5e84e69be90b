// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/stopped_export.h"

#include "core/store/export_reader.h"

#include <filesystem>

namespace goldpan::exporting {
namespace {

StoppedExport waits(const PendingBatch& pending, std::string why) {
    return {.end = StoppedExport::End::waits, .store = pending.store, .why = std::move(why)};
}

StoppedExport undone(BatchJournal& journal) {
    journal.undo();
    return {.end = StoppedExport::End::undone};
}

StoppedExport finished(BatchJournal& journal) {
    auto left = journal.finish();
    if (!left) {
        return waits(*journal.pending(), left.error().message);
    }
    return {.end = StoppedExport::End::finished, .leftBehind = std::move(*left)};
}

} // namespace

StoppedExport settled(BatchJournal& journal, store::ExportReader* store) {
    const PendingBatch pending = *journal.pending();
    if (journal.hasBegun()) { // names are taken only once the batch is published
        return finished(journal);
    }
    if (!journal.canFinish()) { // somebody has taken its files away: the old ones are all there is
        return undone(journal);
    }
    std::error_code ignored;
    const bool isOtherThere = std::filesystem::exists(pending.store, ignored);
    if (store == nullptr) {
        return waits(pending, "its store says whether it is to be finished");
    }
    const auto published = store->isPublished(BatchId{pending.batch}, pending.manifestSha256);
    if (!published) {
        return waits(pending, published.error().message);
    }
    if (!published->has_value()) {
        return isOtherThere ? waits(pending, "another store wrote it") : undone(journal);
    }
    return **published ? finished(journal) : undone(journal);
}

std::optional<StoppedExport> settledAt(const std::string& manifestPath, store::ExportReader* store) {
    auto journal = BatchJournal::takeIfThere(manifestPath);
    return journal && journal->pending() ? std::optional(settled(*journal, store)) : std::nullopt;
}

} // namespace goldpan::exporting
