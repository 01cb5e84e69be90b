// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `import STORE LOG...`: logs into a store, which it may create. A value and free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"
#include "core/sampling/keep_rule.h"

#include <string>
#include <vector>

namespace goldpan::cli {

class VerbTable;

struct ImportOptions : ActOptions {
    std::vector<std::string> logs;
    std::string profile;           ///< a name or a file; empty: the log's own first objects decide
    std::vector<std::string> with; ///< companion files
    sampling::KeepRule keep;
    std::string userKey; ///< a file; empty: no key
    bool newUserKey = false;
    std::string rules; ///< a file; empty: the store's own
    int jobs = 0;      ///< decoding threads; 0: one for each core
};

[[nodiscard]] Result<int> runImport(const ImportOptions& options, Io& io);
void addImport(VerbTable& verbs);

} // namespace goldpan::cli
