// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says about logs and imports. Pure functions; GUI thread.
#pragma once

#include <QString>
#include <optional>

#include "core/base/progress.h"
#include "core/ingest/import_job.h"

namespace goldpan::ui {

/// True for the names that logs have: `.jsonl`, `.ndjson`, each also with `.gz`.
[[nodiscard]] bool isLogName(const QString& path);
/// `x.goldpan` in the folder of the log `x.jsonl.gz`.
[[nodiscard]] QString storeBeside(const QString& log);
/// What part is done; none where it is not known yet how much there is to do.
[[nodiscard]] std::optional<double> shareOf(const Progress& progress);
/// "66,000 rows/s, 2 min left"
[[nodiscard]] QString rateText(const Progress& progress, qint64 milliseconds);
/// One sentence about a finished import.
[[nodiscard]] QString importText(const QString& name, const ingest::ImportReport& report);

} // namespace goldpan::ui
