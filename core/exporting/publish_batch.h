// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The last step of an export: its store says that the batch is there, then its files take their names. A free
// function; same thread as the store.
#pragma once

#include "core/base/ids.h"
#include "core/exporting/batch_journal.h"
#include "core/store/write_gate.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace goldpan::store {
class Store;
} // namespace goldpan::store

namespace goldpan::exporting {

struct WrittenBatch {
    const store::RecordedBatch& recorded;
    std::span<const RowId> rows;
    PendingBatch pending; ///< but for the store and the batch's number
};

struct PublishedBatch {
    BatchId id;
    std::vector<std::string> leftBehind; ///< of the batch that is replaced
};

/// On an error before the store has it the old batch stays and the temporary files are the caller's. From
/// then on they are the journal's: `leave` is called, and an error leaves the rest to the next export or
/// proof.
[[nodiscard]] Result<PublishedBatch> publishBatch(store::Store& store, BatchJournal& journal,
                                                  WrittenBatch batch, Timestamp at,
                                                  const std::function<void()>& leave);

} // namespace goldpan::exporting
