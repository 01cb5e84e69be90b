// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The schema: what makes a file a Goldpan store, and how an older one becomes a current one.
#pragma once

#include "core/base/result.h"
#include "core/store/sql/connection.h"

#include <string>

namespace goldpan::sql {

/// PRAGMA application_id of every store: "Gldp".
inline constexpr int kApplicationId = 0x476C6470;

[[nodiscard]] int currentSchemaVersion();

/// Tables, views, application id and version into an empty file; `withIndexes` false leaves the indexes of
/// `entry` to buildEntryIndexes().
[[nodiscard]] Result<void> createSchema(Connection& connection, bool withIndexes);
[[nodiscard]] Result<void> buildEntryIndexes(Connection& connection);

/// Before a connection: can this be a store at all? notFound, unreadable, notAStore. Asks the file system
/// only: a descriptor opened and closed here would drop the locks that this process has on the store (POSIX),
/// and the next program to close it would take its write-ahead log away.
[[nodiscard]] Result<void> checkStoreFile(const std::string& path);

/// notAStore, newerStore. Changes nothing.
[[nodiscard]] Result<void> checkIdentity(Connection& connection);
/// The schema of the store, checked to be none that is newer than this program's.
[[nodiscard]] Result<int> schemaVersion(Connection& connection);
/// Brings an older store up to date, each step in one transaction, on a connection of its own that nobody
/// else may have beside it. `busy` soon where somebody has; nothing to do where another program was faster.
[[nodiscard]] Result<void> upgrade(const std::string& path);

} // namespace goldpan::sql
