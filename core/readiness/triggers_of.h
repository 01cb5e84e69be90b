// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a retraining is due: what the store holds, put before core/cadence. Functions over the caller's
// store; same thread.
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/cadence/triggers.h"
#include "core/readiness/export_rows.h"
#include "core/store/event_reader.h"

#include <stop_token>
#include <vector>

namespace goldpan::store {
class Store;
}

namespace goldpan::readiness {

[[nodiscard]] Result<std::vector<cadence::Trigger>> triggersOf(store::Store& store,
                                                               const ExportRows& exported, Timestamp now);
/// With the drift windows of the store as its caller has read them, so that the triggers are of those.
/// Stopped between the batches that went to training; `exported` stops by itself.
[[nodiscard]] Result<std::vector<cadence::Trigger>> triggersOf(store::Store& store,
                                                               const std::vector<store::DriftRecord>& windows,
                                                               const ExportRows& exported, Timestamp now,
                                                               const std::stop_token& stop);

} // namespace goldpan::readiness
