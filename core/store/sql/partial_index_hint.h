// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a filter implies about the partial indexes of `entry`. A pure function; safe on any thread.
#pragma once

#include "core/queue/filter.h"

#include <string>
#include <string_view>

namespace goldpan::sql {

/// The hint of the index that holds the flags of its rows.
inline constexpr std::string_view kFlaggedHint = " AND (e.flags & 15) <> 0";

/// SQLite uses a partial index only where the query says its very condition: where the filter's own terms
/// imply it, it is said as well.
[[nodiscard]] std::string partialIndexHint(const queue::Filter& filter);

} // namespace goldpan::sql
