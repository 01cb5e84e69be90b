// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `policy STORE [get|set KEY VALUE]`: the thresholds of a store. A value and free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <string>

namespace goldpan::cli {

class VerbTable;

struct PolicyOptions : ActOptions {
    std::string action = "get";
    std::string key;
    std::string value;
};

[[nodiscard]] Result<int> runPolicy(const PolicyOptions& options, Io& io);
void addPolicy(VerbTable& verbs);

} // namespace goldpan::cli
