// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The text of one queue row's cells. Pure functions; safe on any thread.
#pragma once

#include "core/queue/queue_row.h"

#include <QString>

namespace goldpan::ui {

/// With thousands apart: "1,000,000".
[[nodiscard]] QString countText(std::int64_t count);
/// For tr(), which takes an int to choose between "row" and "rows".
[[nodiscard]] int pluralOf(std::int64_t count);
[[nodiscard]] QString timeText(const std::optional<Timestamp>& ts); ///< to the second, UTC
[[nodiscard]] QString logprobText(const std::optional<double>& logprob);
[[nodiscard]] QString latencyText(const std::optional<std::int64_t>& latencyMs);
[[nodiscard]] QString tagsText(const std::vector<std::string>& tags);

} // namespace goldpan::ui
