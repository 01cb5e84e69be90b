// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/publish_batch.h"

#include "core/store/store.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <utility>

namespace goldpan::exporting {
namespace {

/// The batch and its rows, in transactions that hold the lock only briefly. Not seen by anyone until it is
/// published.
Result<BatchId> fillBatch(store::Store& store, const store::RecordedBatch& batch, std::span<const RowId> rows,
                          Timestamp at) {
    constexpr std::size_t kRowsPerTransaction = 2000;
    BatchId id;
    for (std::size_t done = 0; !id || done < rows.size(); done += kRowsPerTransaction) {
        const auto chunk = rows.subspan(done, std::min(kRowsPerTransaction, rows.size() - done));
        const auto written =
            store.writes().transactPart([&](store::WriteTransaction& transaction) -> Result<void> {
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
        store.writes().letOthersIn();
    }
    auto durable = store.writes().syncParts(); // before the journal names it
    return durable ? Result<BatchId>(id) : std::unexpected(durable.error());
}

} // namespace

Result<PublishedBatch> publishBatch(store::Store& store, BatchJournal& journal, WrittenBatch batch,
                                    Timestamp at, const std::function<void()>& leave) {
    const auto id = fillBatch(store, batch.recorded, batch.rows, at);
    if (!id) {
        return std::unexpected(id.error());
    }
    batch.pending.batch = id->value;
    batch.pending.store = std::filesystem::absolute(store.path()).string();
    // In this order a kill at any point leaves what says how it goes on: before the store has the batch
    // nothing has changed its name, and from then on the journal knows the way to its end.
    if (auto done = journal.write(std::move(batch.pending)); !done) {
        return std::unexpected(done.error());
    }
    const auto published = store.writes().transact(
        [&](store::WriteTransaction& transaction) { return transaction.publishBatch(*id); });
    if (!published) {
        journal.forget();
        return std::unexpected(published.error());
    }
    leave();
    auto left = journal.finish();
    if (!left) {
        return fail(left.error().code,
                    "the batch is recorded, but not all of its files could take their names (" +
                        left.error().message + "); goldpan-cli verify of it goes on with that",
                    left.error().where);
    }
    return PublishedBatch{*id, std::move(*left)};
}

} // namespace goldpan::exporting
