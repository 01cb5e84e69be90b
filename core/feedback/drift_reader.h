// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a drift monitor wrote, by the shape of its file: whether it saw drift, and when. Pure functions; safe
// on any thread.
#pragma once

#include "core/base/result.h"
#include "core/domain/drift_event.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::feedback {

/// What the caller adds to a file that does not say it.
struct DriftDefaults {
    double windowHours = 12;
    std::optional<Timestamp> at;   ///< for a report without a time; refused where the file has its own
    std::string modelVersion = {}; ///< with `at` only; restricts the window
};

struct DriftReport {
    std::string tool;               ///< whose shape it is
    std::vector<DriftEvent> events; ///< none: the tool saw no drift
};

/// The lesson's events, Evidently, NannyML, whylogs or OTel log records. badValue where the shape is of none
/// of them or a field is off, usage where a time is missing or said twice. Errors never quote the file.
[[nodiscard]] Result<DriftReport> readDrift(std::string_view text, const DriftDefaults& defaults);

} // namespace goldpan::feedback
