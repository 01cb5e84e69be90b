// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Facts: what a store has that could be trained on, as counts. A value; pure.
#pragma once

#include "core/base/ids.h"
#include "core/domain/drift_event.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace goldpan::cadence {

/// Tags that begin so name a failure cluster.
inline constexpr std::string_view kClusterPrefix = "cluster:";

struct DriftWindow {
    DriftEvent event;
    std::optional<BatchId> trainedOn; ///< the batch whose retraining closed it; none: it is open
    std::int64_t rows = 0;            ///< of it that would be exported
};

struct Facts {
    std::vector<DriftWindow> drift;               ///< by time
    std::int64_t rows = 0;                        ///< that would be exported
    std::map<std::string, std::int64_t> clusters; ///< by tag: rows that no training has had yet
    std::optional<Timestamp> lastRetrain;
    std::optional<Timestamp> firstRow; ///< earliest time of any row

    /// Counts one row that would be exported; `trained`: a batch that went to training had it.
    void add(std::optional<Timestamp> ts, std::string_view model, const std::vector<std::string>& tags,
             bool trained);
};

} // namespace goldpan::cadence
