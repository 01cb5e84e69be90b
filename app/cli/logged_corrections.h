// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Gold corrections that came inside another tool's log, into the store that its rows went to. Free functions;
// same thread.
#pragma once

#include "app/cli/io.h"
#include "core/domain/logged_correction.h"
#include "core/review/review_service.h"

#include <string>
#include <vector>

namespace goldpan::cli {

/// Says which rows have a correction that redaction changed.
[[nodiscard]] Result<review::TextsTally>
writeLoggedCorrections(const std::string& path, const std::vector<LoggedCorrection>& corrections,
                       const std::string& operatorName, Io& io);

} // namespace goldpan::cli
