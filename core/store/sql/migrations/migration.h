// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Migration: one numbered step of the schema. The list only ever grows; a step that shipped is never edited.
#pragma once

#include "core/base/result.h"

#include <span>

namespace goldpan::sql {

class Connection;

struct Migration {
    int version = 0;                  ///< PRAGMA user_version after this step
    std::span<const char* const> sql; ///< one statement each
    /// Secondary indexes of `entry` that are different from now on: of a store that has them already.
    std::span<const char* const> indexes = {};
    /// What no statement can make of the rows of a store that has some already; in the same transaction.
    Result<void> (*fill)(Connection&) = nullptr;
};

/// Every step, oldest first.
[[nodiscard]] std::span<const Migration> migrations();

[[nodiscard]] Migration migration001();
[[nodiscard]] Migration migration002();
[[nodiscard]] Migration migration003();
[[nodiscard]] Migration migration004();
[[nodiscard]] Migration migration005();
[[nodiscard]] Migration migration006();
[[nodiscard]] Migration migration007();
[[nodiscard]] Migration migration008();
[[nodiscard]] Migration migration009();
[[nodiscard]] Migration migration010();
[[nodiscard]] Migration migration011();
[[nodiscard]] Migration migration012();
[[nodiscard]] Migration migration013();
[[nodiscard]] Migration migration014();
[[nodiscard]] Migration migration015();
[[nodiscard]] Migration migration016();
[[nodiscard]] Migration migration017();

/// Secondary indexes of `entry`: apart, because a store that is being built makes them after the load.
[[nodiscard]] std::span<const char* const> entryIndexes();

} // namespace goldpan::sql
