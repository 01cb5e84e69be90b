// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `queue STORE`: rows in order, a line each. A value and free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace goldpan::cli {

class VerbTable;

struct QueueOptions : StoreOptions {
    std::string filter;
    std::string order = "ts";
    std::int64_t limit = 0; ///< 0: all
};

[[nodiscard]] Result<int> runQueue(const QueueOptions& options, Io& io);
void addQueue(VerbTable& verbs);

} // namespace goldpan::cli
