// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// checkInPlace(): whether an open store still is the file of its name. What is written to a file that was
// deleted, moved or replaced goes with the last program that has it open.
#pragma once

#include "core/base/result.h"
#include "core/store/sql/connection.h"

namespace goldpan::sql {

/// `notFound`, with the path, where it is not; another error where that cannot be seen.
[[nodiscard]] Result<void> checkInPlace(Connection& connection);

} // namespace goldpan::sql
