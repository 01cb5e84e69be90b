// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `history STORE [ID]`: acts, newest first. A value and free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <string>

namespace goldpan::cli {

class VerbTable;

struct HistoryOptions : StoreOptions {
    std::string id; ///< empty: of the whole store
};

[[nodiscard]] Result<int> runHistory(const HistoryOptions& options, Io& io);
void addHistory(VerbTable& verbs);

} // namespace goldpan::cli
