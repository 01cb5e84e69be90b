// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Gold corrections that came inside another tool's log, written after its rows. Free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "core/ingest/logged_correction.h"
#include "core/review/review_service.h"

#include <string>
#include <vector>

namespace goldpan::cli {

/// As a corrections import by `operatorName`, one act. Only onto rows that nobody has decided on: what people
/// did here counts more than what the log said then, also when the log is imported again.
[[nodiscard]] Result<review::TextsTally>
writeLoggedCorrections(const std::string& store, const std::vector<ingest::LoggedCorrection>& corrections,
                       const std::string& operatorName, Io& io);

} // namespace goldpan::cli
