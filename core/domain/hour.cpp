// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/hour.h"

#include "core/domain/drift_event.h"

namespace goldpan {

Hour hourOf(std::optional<Timestamp> ts) {
    if (!ts) {
        return std::nullopt;
    }
    const std::int64_t hour = ts->micros / kMicrosPerHour;
    return ts->micros % kMicrosPerHour < 0 ? hour - 1 : hour;
}

} // namespace goldpan
