// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The bad_line table. Functions over the caller's connection, inside its
// transaction where nothing else is said.
#pragma once

#include "core/base/result.h"
#include "core/store/importer.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/short_writes.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_set>

namespace goldpan::sql {

/// Unique by (source, line); a newer reason replaces the older.
[[nodiscard]] Result<void> putBadLines(Connection& connection, std::string_view source,
                                       std::span<const store::QuarantinedLine> lines);
/// The same outside of a transaction, in short ones of its own.
[[nodiscard]] Result<void> putBadLinesBesideOthers(Connection& connection, std::string_view source,
                                                   std::span<const store::QuarantinedLine> lines,
                                                   const Between& between);
[[nodiscard]] Result<void> clearBadLine(Connection& connection, std::string_view source, std::int64_t line);
[[nodiscard]] Result<std::unordered_set<std::int64_t>> badLinesOf(Connection& connection,
                                                                  std::string_view source);

} // namespace goldpan::sql
