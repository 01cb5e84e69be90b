// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `redact`: standard input to standard output, redacted. A value and free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "core/base/result.h"

#include <string>

namespace goldpan::cli {

class VerbTable;

struct RedactOptions {
    bool jsonl = false;  ///< {"id","text"} a line instead of one text
    bool report = false; ///< counts and masked examples instead of the text
    std::string rules;   ///< a file; empty: the built-in rules
    bool json = false;
};

[[nodiscard]] Result<int> runRedact(const RedactOptions& options, Io& io);
void addRedact(VerbTable& verbs);

} // namespace goldpan::cli
