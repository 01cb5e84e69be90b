// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One function for each drift monitor: is it of that tool, and did it see drift. For drift_reader.cpp.
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::feedback {

using DriftJson = nlohmann::json;

/// Drift that a tool saw. A tool that does not write the time leaves it open.
struct DriftSeen {
    std::optional<Timestamp> ts;
    std::string modelVersion = {};
};

/// None: the tool saw no drift.
using DriftFound = Result<std::vector<DriftSeen>>;

/// Test suites and reports, up to version 0.6 and since.
[[nodiscard]] bool isEvidently(const DriftJson& document);
[[nodiscard]] DriftFound readEvidently(const DriftJson& document);

[[nodiscard]] bool isWhylogs(const DriftJson& document);
[[nodiscard]] DriftFound readWhylogs(const DriftJson& document);

/// One log record, or an export request with many.
[[nodiscard]] bool isOtelLog(const DriftJson& document);
[[nodiscard]] DriftFound readOtelLog(const DriftJson& document);

/// By its header.
[[nodiscard]] bool isNannyml(std::string_view csv);
[[nodiscard]] DriftFound readNannyml(std::string_view csv);

/// Members of hostile documents: the wrong type is as good as none.
[[nodiscard]] const DriftJson* driftMember(const DriftJson& object, const char* key);
[[nodiscard]] std::string driftText(const DriftJson& object, const char* key);

} // namespace goldpan::feedback
