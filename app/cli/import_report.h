// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an import or a watch counted, as both tell it. Free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "core/ingest/import_job.h"

namespace goldpan::cli {

void printImport(Io& io, bool json, const ingest::ImportReport& report);
/// The rows whose content differs from what is stored, where there are any.
void printDiffering(Io& io, const store::ImportTally& tally);

} // namespace goldpan::cli
