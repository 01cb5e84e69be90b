// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `gate STORE --candidate FILE`: may a model be deployed, gate by gate. A value and free functions; same
// thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <string>

namespace goldpan::cli {

class VerbTable;

struct GateOptions : ActOptions {
    std::string candidate;
    std::string baseline; ///< "" where there is none
    std::string rules;    ///< "" for the default rules
    std::string model;    ///< "" for that of the newest retrain
};

[[nodiscard]] Result<int> runGate(const GateOptions& options, Io& io);
void addGate(VerbTable& verbs);

} // namespace goldpan::cli
