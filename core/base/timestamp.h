// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Timestamp: an instant in UTC, microseconds since 1970. A value; safe on any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace goldpan {

struct Timestamp {
    std::int64_t micros = 0; ///< since 1970-01-01T00:00:00Z; negative before

    auto operator<=>(const Timestamp&) const = default;
};

/// Reads what Python 3.11's datetime.fromisoformat reads: extended and basic dates (calendar and week),
/// `T`, `t` or a space between date and time, a fraction of any length (digits past the sixth are cut),
/// and an offset or `Z`, which is converted to UTC. Naive means UTC. A bare date is its midnight.
[[nodiscard]] std::optional<Timestamp> parseTimestamp(std::string_view text);

/// `2025-06-12T03:04:05.678901Z`: six digits and Z, as people and the public views see it.
[[nodiscard]] std::string formatTimestamp(Timestamp ts);

/// The lesson's form: naive UTC, a fraction (six digits) only when it is not 0.
[[nodiscard]] std::string formatNaiveTimestamp(Timestamp ts);

} // namespace goldpan
