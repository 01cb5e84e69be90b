// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `backup STORE FILE`: an online copy. A value and free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <string>

namespace goldpan::cli {

class VerbTable;

struct BackupOptions : StoreOptions {
    std::string target;
};

[[nodiscard]] Result<int> runBackup(const BackupOptions& options, Io& io);
void addBackup(VerbTable& verbs);

} // namespace goldpan::cli
