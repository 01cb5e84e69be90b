// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `watch STORE LOG`: a growing log into a store, which it may create. A value and free functions; same
// thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"
#include "core/sampling/keep_rule.h"

#include <string>

namespace goldpan::cli {

class VerbTable;

struct WatchOptions : ActOptions {
    std::string log;
    std::string userKey; ///< a file; empty: no key
    bool newUserKey = false;
    std::string rules; ///< a file; empty: the store's own
    bool once = false;
    sampling::KeepRule keep; ///< never a reservoir
};

[[nodiscard]] Result<int> runWatch(const WatchOptions& options, Io& io);
void addWatch(VerbTable& verbs);

} // namespace goldpan::cli
