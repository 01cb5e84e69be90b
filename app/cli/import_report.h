// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an import or a watch counted, as both tell it. Free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "core/ingest/import_job.h"
#include "core/review/review_service.h"

#include <iosfwd>
#include <string_view>

namespace goldpan::cli {

/// Prints the counts, also of one that failed, and the rows whose content differs from what is stored; gives
/// the exit code, or the error of `done`. What a profile made of a log is told where one read it;
/// `corrections` are those that came in the log, or null.
[[nodiscard]] Result<int> tellImport(Io& io, bool json, const ingest::ImportReport& report,
                                     const Result<void>& done,
                                     const review::TextsTally* corrections = nullptr);

/// The lines of `reason`, each behind `before`, and whether there are more.
void tellPlaces(std::ostream& out, std::string_view before, const ingest::MappedTally::Reason& reason);

} // namespace goldpan::cli
