// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// EventReader: drift windows and feedback as recorded. Owned by its Store; same thread.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/drift_event.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace goldpan::store {

struct DriftRecord {
    std::int64_t id = 0; ///< key in the store; `drift:N` counts by time instead
    DriftEvent event;
    std::int64_t tagged = 0;          ///< rows its act tagged first
    std::optional<BatchId> trainedOn; ///< the batch whose retraining closed the window; none: it is open
};

class EventReader {
public:
    virtual ~EventReader() = default;

    /// By time, oldest first: element 0 is `drift:1`.
    [[nodiscard]] virtual Result<std::vector<DriftRecord>> driftWindows() = 0;
    /// Ids of all rows inside the window of `event`, ascending, streamed in chunks. False stops.
    [[nodiscard]] virtual Result<void> rowsInWindow(const DriftEvent& event,
                                                    const std::function<bool(std::span<const RowId>)>& sink,
                                                    std::stop_token stop) = 0;
    /// Hashes of the rows inside the window that were sampled out, held or gone.
    [[nodiscard]] virtual Result<std::vector<std::uint64_t>> sampledOutInWindow(const DriftEvent& event,
                                                                                std::stop_token stop) = 0;
};

} // namespace goldpan::store
