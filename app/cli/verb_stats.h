// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `stats STORE`: counts. Free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

namespace goldpan::cli {

class VerbTable;

using StatsOptions = StoreOptions;

[[nodiscard]] Result<int> runStats(const StatsOptions& options, Io& io);
void addStats(VerbTable& verbs);

} // namespace goldpan::cli
