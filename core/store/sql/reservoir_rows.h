// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The healthy rows of each hour, those that come and those that are known, for a reservoir. Functions over
// the caller's connection.
#pragma once

#include "core/sampling/reservoir.h"
#include "core/store/importer.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/short_writes.h"

#include <span>

namespace goldpan::sql {

/// Adds those of `rows` that nothing keeps for itself, by what the log, the store and its events say of them.
[[nodiscard]] Result<void> countHealthyRows(Connection& connection, std::span<const store::ImportRow> rows,
                                            sampling::Reservoir& reservoir);

/// Adds what the store knows of the hours of `reservoir`: rows that it holds, and rows that were left out.
[[nodiscard]] Result<void> addKnownRows(Connection& connection, sampling::Reservoir& reservoir);

/// Gives the stored healthy rows of its hours the weight of the reservoir, in short transactions.
[[nodiscard]] Result<void> weighStoredRows(Connection& connection, const sampling::Reservoir& reservoir,
                                           const Between& between);

} // namespace goldpan::sql
