// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The last step of a re-redaction, alone with the file. A free function; opens the store for itself.
#pragma once

#include "core/store/reredaction.h"

#include <optional>
#include <string>

namespace goldpan::sql {

/// As store::EndReredaction says.
[[nodiscard]] Result<std::optional<store::ReredactionTally>> endReredaction(const std::string& path,
                                                                            const redact::Redactor& redactor);

} // namespace goldpan::sql
