// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `drift STORE`: records drift events and tags their windows. A value and free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <string>

namespace goldpan::cli {

class VerbTable;

struct DriftOptions : ActOptions {
    std::string at;
    std::string window; ///< 12h, 90m or 2d; empty: the policy of the store
    std::string modelVersion;
    std::string eventFile; ///< says the time itself, or `at` does
};

[[nodiscard]] Result<int> runDrift(const DriftOptions& options, Io& io);
void addDrift(VerbTable& verbs);

} // namespace goldpan::cli
