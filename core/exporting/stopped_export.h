// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of an export that was stopped, by a kill or a power cut, while the files of its batch took
// their names: it is finished where its batch is published or a file has its name already, else undone, so
// that there is the new batch as a whole or the old one. Free functions; they change the files of the batch.
#pragma once

#include "core/exporting/batch_journal.h"
#include "core/exporting/export_service.h"

#include <string>

namespace goldpan::store {
class ExportReader;
} // namespace goldpan::store

namespace goldpan::exporting {

/// The store at hand; none: nobody is asked.
struct AskedStore {
    store::ExportReader* reader = nullptr;
    std::string path = {};
    bool wantsTheName = false; ///< for a batch of its own: what a store that is gone has left is given up
};

/// Where another store wrote the batch, may be there and no file has its name yet, that one must be asked:
/// `waits`.
[[nodiscard]] StoppedExport settled(BatchJournal& journal, const AskedStore& store);

/// Of what was stopped at this manifest, if anything was.
[[nodiscard]] std::optional<StoppedExport> settledAt(const std::string& manifestPath,
                                                     const AskedStore& store);

} // namespace goldpan::exporting
