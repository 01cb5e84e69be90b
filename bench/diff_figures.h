// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a diff of long texts costs in time and memory. One thread.
#pragma once

#include "bench/figures.h"
#include "core/base/result.h"

namespace goldpan::bench {

[[nodiscard]] Result<void> measureDiffs(Figures& figures);

} // namespace goldpan::bench
