// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Hour: the hour of a row, by which sampling keeps a share of each. A pure function; safe on any thread.
#pragma once

#include "core/base/timestamp.h"

#include <cstdint>
#include <optional>

namespace goldpan {

/// Hours since 1970, UTC, rounded down also before it; none for rows without a time, which share one stratum.
using Hour = std::optional<std::int64_t>;
[[nodiscard]] Hour hourOf(std::optional<Timestamp> ts);

} // namespace goldpan
