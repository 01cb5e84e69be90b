// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an import or a watch counted, as both tell it. Free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "core/ingest/import_job.h"

namespace goldpan::cli {

/// Prints the counts, also of one that failed, and the rows whose content differs from what is stored; gives
/// the exit code, or the error of `done`.
[[nodiscard]] Result<int> tellImport(Io& io, bool json, const ingest::ImportReport& report,
                                     const Result<void>& done);

} // namespace goldpan::cli
