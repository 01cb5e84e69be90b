// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The lock of who follows a log into a store: two would carry the names of each other's files off. A free
// function; safe on any thread.
#pragma once

#include "core/base/file_lock.h"

#include <string>

namespace goldpan::ingest {

/// `busy` where somebody follows it already, in this program or another. Several logs may be followed into
/// one store, and one log into several.
[[nodiscard]] Result<FileLock> lockWatch(const std::string& store, const std::string& log);

} // namespace goldpan::ingest
