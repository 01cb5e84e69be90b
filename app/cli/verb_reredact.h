// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `reredact STORE --rules FILE --preview|--confirm|--drop`: newer redaction rules over a store. A value and
// free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <string>

namespace goldpan::cli {

class VerbTable;

struct ReredactOptions : ActOptions {
    std::string rules; ///< a file; empty: those that were previewed, else those of the store
    bool preview = false;
    bool confirm = false;
    bool drop = false;
};

[[nodiscard]] Result<int> runReredact(const ReredactOptions& options, Io& io);
void addReredact(VerbTable& verbs);

} // namespace goldpan::cli
