// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that a check of an export found, as a filter of the queue. Pure functions; safe on any thread.
#pragma once

#include "core/exporting/export_service.h"

#include <optional>
#include <string>
#include <vector>

namespace goldpan::ui {

/// Request ids of what the check left out or warned of, as far as the report names them.
[[nodiscard]] std::vector<std::string> foundIds(const std::string& reason,
                                                const exporting::ExportReport& report);

/// So many rows are named one by one at most.
inline constexpr std::size_t kNamedRows = 200;

struct CheckFilter {
    std::string text;
    bool isWhole = true; ///< false: there are more rows, it names the first ones
};

/// None where a filter cannot say it, or there are no such rows.
[[nodiscard]] std::optional<CheckFilter> filterOfCheck(const std::string& reason,
                                                       const exporting::ExportReport& report,
                                                       const exporting::ExportSpec& spec);

} // namespace goldpan::ui
