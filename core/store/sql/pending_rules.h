// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of the re-redaction that is not done yet, as a value. A function over the caller's connection.
#pragma once

#include "core/store/reredaction.h"
#include "core/store/sql/connection.h"

#include <optional>

namespace goldpan::sql {

[[nodiscard]] Result<std::optional<store::PendingReredaction>> readPendingRules(Connection& connection);

} // namespace goldpan::sql
