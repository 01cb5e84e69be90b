// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `index STORE`: builds the search index, or drops it. A value and free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

namespace goldpan::cli {

class VerbTable;

struct IndexOptions : StoreOptions {
    bool drop = false;
};

[[nodiscard]] Result<int> runIndex(const IndexOptions& options, Io& io);
void addIndex(VerbTable& verbs);

} // namespace goldpan::cli
