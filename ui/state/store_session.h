// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// StoreSession: one store file that the window works on, with a worker for each kind of work, so that a slow
// search never keeps a page, a decision or a figure waiting. Owned by the window; GUI thread.
#pragma once

#include <string>

#include "ui/async/store_worker.h"
#include "ui/state/backend.h"

namespace goldpan::ui {

class StoreSession {
public:
    /// `upgrading` is told, from the threads of the workers, before an older store is brought up to date.
    StoreSession(const Backend& backend, const std::string& path, const store::UpgradeNotice& upgrading = {});

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] const Backend& backend() const { return m_backend; }

private:
    const Backend& m_backend;
    std::string m_path;

public:
    StoreWorker selector; ///< ids of queries
    StoreWorker reader;   ///< pages and rows, what the operator waits for
    StoreWorker counter;  ///< figures, never waited for
    StoreWorker tallies;  ///< rows of saved queues, each of which may be a slow search
    StoreWorker jobs;     ///< import and export
    StoreWorker indexer;  ///< the search index, behind everything else
    StoreWorker writer;   ///< drafts and acts, in order; finished before the session goes
};

} // namespace goldpan::ui
