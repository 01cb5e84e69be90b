// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says about logs and imports. Pure functions; GUI thread.
#pragma once

#include <QString>
#include <optional>

#include "core/base/progress.h"
#include "core/ingest/import_job.h"
#include "core/review/review_service.h"

namespace goldpan::ui {

/// What came of one log. Written by the worker, read when its answer is here.
struct ImportedLog {
    ingest::ImportReport report;
    std::optional<review::CorrectionsImportOutcome> corrections; ///< where the log held some
};

/// True for the names that logs have: `.jsonl`, `.ndjson`, `.json`, each also with `.gz`.
[[nodiscard]] bool isLogName(const QString& path);
/// `x.goldpan` in the folder of the log `x.jsonl.gz`.
[[nodiscard]] QString storeBeside(const QString& log);
/// What part is done; none where it is not known yet how much there is to do.
[[nodiscard]] std::optional<double> shareOf(const Progress& progress);
/// "66,000 rows/s, 2 min left"
[[nodiscard]] QString rateText(const Progress& progress, qint64 milliseconds);
/// One sentence about a finished import.
[[nodiscard]] QString importText(const QString& name, const ImportedLog& imported);
/// How another tool's log was read, a fact a line: by which profile and why, what was passed over, where it
/// could be read in another way. "" for a log of one's own.
[[nodiscard]] QString importDetails(const ImportedLog& imported);
/// Whether the profile of the log has a use for files beside it.
[[nodiscard]] bool joinsCompanions(const ImportedLog& imported);

} // namespace goldpan::ui
