// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `rules STORE get|set FILE`: the redaction rules of a store. A value and free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <string>

namespace goldpan::cli {

class VerbTable;

struct RulesOptions : ActOptions {
    std::string action = "get";
    std::string file;
};

[[nodiscard]] Result<int> runRules(const RulesOptions& options, Io& io);
void addRulesVerb(VerbTable& verbs);

} // namespace goldpan::cli
