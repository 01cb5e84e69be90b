// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What writing a store anew takes, for somebody who ran out of it. A free function.
#pragma once

#include "core/base/result.h"
#include "core/store/sql/connection.h"

#include <cstdint>

namespace goldpan::sql {

/// Of the pages that are in use; 0 where that cannot be asked.
[[nodiscard]] std::int64_t bytesInUse(Connection& connection);

/// An error of that work: of a full disk it says in which folder how much is needed, others stay.
[[nodiscard]] Error withRoomNeeded(Error error, std::int64_t bytes);

} // namespace goldpan::sql
