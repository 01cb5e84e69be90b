// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/stopped_export.h"

#include "core/base/files.h"
#include "core/store/export_reader.h"

#include <filesystem>
#include <system_error>

namespace goldpan::exporting {
namespace {

StoppedExport waits(const PendingBatch& pending, std::string why) {
    return {.end = StoppedExport::End::waits, .store = pending.store, .why = std::move(why)};
}

StoppedExport undone(BatchJournal& journal) {
    const PendingBatch pending = *journal.pending();
    if (auto done = journal.undo(); !done) {
        return waits(pending, done.error().message);
    }
    return {.end = StoppedExport::End::undone};
}

/// False where that cannot be known.
bool isGone(const std::string& path) {
    std::error_code problem;
    return !std::filesystem::exists(path, problem) && !problem;
}

StoppedExport finished(BatchJournal& journal) {
    auto left = journal.finish();
    if (!left) {
        return waits(*journal.pending(), left.error().message);
    }
    return {.end = StoppedExport::End::finished, .leftBehind = std::move(*left)};
}

} // namespace

StoppedExport settled(BatchJournal& journal, const AskedStore& store) {
    const PendingBatch pending = *journal.pending();
    if (journal.hasBegun()) { // names are taken only once the batch is published
        return finished(journal);
    }
    if (!journal.canFinish()) { // somebody has taken its files away: the old ones are all there is
        return undone(journal);
    }
    if (store.reader == nullptr) {
        return waits(pending, "its store says whether it is to be finished");
    }
    const auto published = store.reader->isPublished(BatchId{pending.batch}, pending.manifestSha256);
    if (!published) {
        return waits(pending, published.error().message);
    }
    if (published->has_value()) {
        return **published ? finished(journal) : undone(journal);
    }
    if (isSameFile(pending.store, store.path)) { // it was brought back to what it held before
        return undone(journal);
    }
    if (!isGone(pending.store)) {
        return waits(pending, "another store wrote it");
    }
    // Perhaps on a disk that is not there today: only whoever wants the name gives it up.
    return store.wantsTheName ? undone(journal) : waits(pending, "the store that wrote it is not there");
}

std::optional<StoppedExport> settledAt(const std::string& manifestPath, const AskedStore& store) {
    auto journal = BatchJournal::takeIfThere(manifestPath);
    return journal && journal->pending() ? std::optional(settled(*journal, store)) : std::nullopt;
}

} // namespace goldpan::exporting
