// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The act table as values. Functions over the caller's connection.
#pragma once

#include "core/domain/act.h"
#include "core/store/sql/statement.h"

#include <string>

namespace goldpan::sql {

/// Whether the act `a` is undone, as an expression. It is never stored: it is what the newest finished undo
/// or redo of the act says. One that was stopped between its chunks says nothing yet, so that it can be run
/// again.
[[nodiscard]] std::string actUndone();
/// The act that undid act `a`, where that is not redone; else NULL.
[[nodiscard]] std::string actUndoneBy();
/// SELECT of acts `a` with their end and whether they are undone; callers append WHERE and ORDER BY.
[[nodiscard]] std::string actSelect();

[[nodiscard]] Act actFrom(const Statement& row);

} // namespace goldpan::sql
