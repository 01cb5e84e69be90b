// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the times of logs: ISO 8601 and epochs in four units, exact to the microsecond. Pure functions;
// safe on any thread.
#pragma once

#include "core/base/json_tree.h"
#include "core/base/timestamp.h"

#include <optional>
#include <string_view>

namespace goldpan::profiles {

enum class TimeUnit {
    any, ///< ISO text, or an epoch whose unit its size tells
    iso,
    seconds,
    millis,
    micros,
    nanos,
};

[[nodiscard]] std::optional<TimeUnit> timeUnitFromName(std::string_view name);

/// Numbers and digits in a string; `[seconds, nanoseconds]` too. Without an offset it is UTC. Decimal, never
/// through a double: nanoseconds do not fit one.
[[nodiscard]] std::optional<Timestamp> readTime(const JsonTree& value, TimeUnit unit);

} // namespace goldpan::profiles
