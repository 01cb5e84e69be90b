// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `readiness STORE`: whether a retraining is due, and what is missing. A value and free functions; same
// thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <string>

namespace goldpan::cli {

class VerbTable;

struct ReadinessOptions : StoreOptions {
    std::string now; ///< "" for the clock
    bool exitCode = false;
    bool timeline = false;
};

[[nodiscard]] Result<int> runReadiness(const ReadinessOptions& options, Io& io);
void addReadiness(VerbTable& verbs);

} // namespace goldpan::cli
