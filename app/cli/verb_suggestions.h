// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `suggestions STORE import FILE`: answers of a stronger model, for operators to take over. A value and free
// functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <string>

namespace goldpan::cli {

class VerbTable;

struct SuggestionsOptions : ActOptions {
    std::string action; ///< import
    std::string file;   ///< `-`: standard input
};

[[nodiscard]] Result<int> runSuggestions(const SuggestionsOptions& options, Io& io);
void addSuggestions(VerbTable& verbs);

} // namespace goldpan::cli
