// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// whylogs: the report of a set of constraints, each with how often it passed and failed. It has no time.
#include "core/feedback/drift_tools.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace goldpan::feedback {

bool isWhylogs(const DriftJson& document) {
    return document.is_array() && !document.empty() &&
           std::ranges::all_of(document, [](const DriftJson& constraint) {
               return driftMember(constraint, "name") != nullptr &&
                      (driftMember(constraint, "failed") != nullptr ||
                       driftMember(constraint, "passed") != nullptr);
           });
}

DriftFound readWhylogs(const DriftJson& document) {
    bool drift = false;
    for (const DriftJson& constraint : document) {
        const DriftJson* failed = driftMember(constraint, "failed");
        if (failed == nullptr || !failed->is_number()) {
            return fail(ErrorCode::badValue, "\"failed\" of a constraint must be a number");
        }
        drift = drift || failed->get<double>() > 0;
    }
    return drift ? std::vector{DriftSeen{}} : std::vector<DriftSeen>();
}

} // namespace goldpan::feedback
