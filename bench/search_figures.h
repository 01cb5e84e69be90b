// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What filters over texts cost. One thread, and a second one that asks for a stop.
#pragma once

#include "bench/figures.h"
#include "core/base/result.h"
#include "core/store/store.h"

#include <string>

namespace goldpan::bench {

/// Words that nobody wrote, for which every text must be read where there is no index, and words of rows.
/// `when` goes into the names of the figures.
[[nodiscard]] Result<void> measureTextFilters(store::Store& store, const std::string& when, Figures& figures);

/// How long a search over all texts goes on after it was told to stop.
[[nodiscard]] Result<void> measureStop(store::Store& store, Figures& figures);

} // namespace goldpan::bench
