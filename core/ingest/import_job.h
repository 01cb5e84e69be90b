// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ImportJob: a log into a store: reader -> decoder -> redactor -> store, over a small pipeline of threads.
// The store is only touched by the thread that calls run().
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/domain/logged_correction.h"
#include "core/ingest/mapped_tally.h"
#include "core/ingest/profile_use.h"
#include "core/redact/redactor.h"
#include "core/redact/user_hash.h"
#include "core/store/importer.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace goldpan::store {
class Store;
}

namespace goldpan::ingest {

struct ImportSpec {
    std::vector<std::string>
        logs;     ///< paths of .jsonl or .jsonl.gz (by content, not by name), or "-" for standard input
    int jobs = 0; ///< decoding threads; 0: one for each core
    std::string operatorName;
    sampling::KeepRule keep;
    redact::UserKey users = {}; ///< raw user ids are hashed with it
    redact::KeyChange keyChange = redact::KeyChange::refused;
    ProfileUse use = {}; ///< no profile: each log is looked at
};

/// A log that a profile read.
struct ProfiledLog {
    std::string log;
    std::string profile;
    std::string reason; ///< "" where it was named
    bool joins = false; ///< the profile has a use for companion files
    MappedTally tally;
    std::string sha256; ///< of the profile's rules
};

/// read = stored + duplicate + sampled out + quarantined; blank and pending lines are not read.
struct ImportReport {
    std::int64_t read = 0;
    store::ImportTally tally;
    std::int64_t quarantined = 0;
    std::int64_t repaired = 0; ///< lines with lone surrogates, now U+FFFD
    std::int64_t pending = 0;  ///< a last line without line feed that does not parse yet
    redact::RedactionCounts redacted;
    std::vector<ProfiledLog> profiled;         ///< in the order of the logs
    std::vector<LoggedCorrection> corrections; ///< of rows that were read; held in memory, not redacted
    bool complete = false;
    double seconds = 0;
};

/// The report is filled as far as the import came, also where run() fails.
class ImportJob {
public:
    ImportJob(store::Store& store, const redact::Redactor& redactor);

    /// Progress::done and total are bytes of the input files (compressed bytes for .gz; total 0 for standard
    /// input). refused where the users' key is not the store's; conflict where it has another one, or other
    /// redaction rules, by the time rows are stored; notJsonl where a file has no parsable object
    /// (nothing of that file is stored); cancelled when stopped. A reservoir reads each log twice; one that
    /// cannot be (a pipe) is held in memory, redacted.
    [[nodiscard]] Result<void> run(const ImportSpec& spec, ImportReport& report,
                                   const ProgressFn& progress = {}, std::stop_token stop = {});

private:
    [[nodiscard]] Result<void> runLogs(const ImportSpec& spec, ImportReport& report,
                                       const ProgressFn& progress, const std::stop_token& stop);

    store::Store& m_store;
    const redact::Redactor& m_redactor;
};

} // namespace goldpan::ingest
