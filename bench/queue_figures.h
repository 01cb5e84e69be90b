// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What queues, counts and pages of a store cost. One thread.
#pragma once

#include "bench/figures.h"
#include "core/base/result.h"
#include "core/store/store.h"

namespace goldpan::bench {

/// First page, all ids and the exact count of each preset, and of all rows in two orders.
[[nodiscard]] Result<void> measureQueues(store::Store& store, Figures& figures);

/// Pages and whole rows anywhere.
[[nodiscard]] Result<void> measurePages(store::Store& store, Figures& figures);

} // namespace goldpan::bench
