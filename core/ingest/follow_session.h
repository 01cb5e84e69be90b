// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FollowSession: lines of a followed log into the store, one import session a file. Same thread as the store.
#pragma once

#include "core/base/result.h"
#include "core/ingest/block_reader.h"
#include "core/ingest/entry_decoder.h"
#include "core/ingest/follow_spec.h"
#include "core/ingest/import_job.h"
#include "core/ingest/user_key_guard.h"
#include "core/store/importer.h"

#include <memory>
#include <optional>
#include <string>

namespace goldpan::ingest {

class FollowSession {
public:
    /// All three must outlive this.
    FollowSession(store::Store& store, const redact::Redactor& redactor, const FollowSpec& spec);
    FollowSession(const FollowSession&) = delete;
    FollowSession& operator=(const FollowSession&) = delete;

    /// Before any line: refused where the user ids of the store were hashed with another key.
    [[nodiscard]] Result<void> open();
    /// Lines of this file were stored already.
    [[nodiscard]] bool hasBegun() const { return m_session != nullptr; }
    /// Into the session that runs, or into one that begins with it. Added to the report as far as it came.
    /// usage where no row came yet and it is another tool's log.
    [[nodiscard]] Result<void> add(const LineBlock& block, const std::string& path, ImportReport& report);
    /// The next line is of another file.
    [[nodiscard]] Result<void> finish();

    /// How the store names a log.
    [[nodiscard]] std::string sourceOf(const std::string& path) const;
    [[nodiscard]] EntryDecoder& decoder() { return m_decoder; }

private:
    [[nodiscard]] Result<void> begin(const std::string& path);
    [[nodiscard]] Result<void> checkRules() const;

    store::Store& m_store;
    const redact::Redactor& m_redactor;
    const FollowSpec& m_spec;
    EntryDecoder m_decoder;
    std::optional<UserKeyGuard> m_guard; ///< from open() on
    std::unique_ptr<store::ImportSession> m_session;
    bool m_isOurs = false; ///< a row came of the log
};

} // namespace goldpan::ingest
