// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What of the file system is a database's, and so is never written over by a file that only has its name.
// Free functions; any thread.
#pragma once

#include "core/base/result.h"

#include <string>

namespace goldpan {

/// `usage` where the file of this name is an SQLite database, or would stand in the place of a file that
/// SQLite keeps beside one (https://sqlite.org/fileformat2.html, 4 and 1.2.1): whoever has it open would lose
/// what it committed.
[[nodiscard]] Result<void> checkNoDatabase(const std::string& path);

/// The latter alone, of a file of any kind, without opening it: a copy of a store may take the place of an
/// older one.
[[nodiscard]] Result<void> checkNoJournalOfDatabase(const std::string& path);

} // namespace goldpan
