// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writing the policy, and bringing the rows' marks into line with it. A function over the caller's
// connection.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/domain/policy.h"
#include "core/store/sql/connection.h"

#include <cstdint>
#include <stop_token>

namespace goldpan::sql {

/// As Upkeep::setPolicy says.
[[nodiscard]] Result<std::int64_t> changePolicy(Connection& connection, const PolicyTexts& values,
                                                const ProgressFn& progress, std::stop_token stop);

} // namespace goldpan::sql
