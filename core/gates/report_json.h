// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A GateReport as JSON, as it is printed and kept, and read back. Pure.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/gates/gate_report.h"

#include <optional>
#include <string_view>

namespace goldpan::gates {

/// {"verdict", "gates": [{"suite", "metric", "candidate", "baseline", "threshold", "max_drop", "required",
/// "status", "reason", "n", "interval", "new_failures", "new_passes", "p_value"}]}: keys in this order, null
/// where there is no figure.
[[nodiscard]] nlohmann::ordered_json reportJson(const GateReport& report);

/// Reads it back; keys that are not there have no figure. None where it is no such report, whoever wrote it.
[[nodiscard]] std::optional<GateReport> reportFromText(std::string_view text);

} // namespace goldpan::gates
