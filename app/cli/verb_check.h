// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `check STORE`: integrity. Free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

namespace goldpan::cli {

class VerbTable;

using CheckOptions = StoreOptions;

[[nodiscard]] Result<int> runCheck(const CheckOptions& options, Io& io);
void addCheck(VerbTable& verbs);

} // namespace goldpan::cli
