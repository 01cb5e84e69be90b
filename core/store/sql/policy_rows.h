// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The policy table as a value. A function over the caller's connection.
#pragma once

#include "core/domain/policy.h"
#include "core/store/sql/connection.h"

namespace goldpan::sql {

[[nodiscard]] Result<Policy> readPolicy(Connection& connection);

} // namespace goldpan::sql
