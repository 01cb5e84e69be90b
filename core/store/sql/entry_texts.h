// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The seven long texts of a LogEntry as columns that stand beside each other: prompt, response, messages,
// output, tools, feedback, meta. Free functions; same thread.
#pragma once

#include "core/domain/log_entry.h"
#include "core/store/sql/native_statement.h"

namespace goldpan::sql {

/// `first`: column of the prompt, from 0.
void readTexts(const NativeStatement& row, int first, LogEntry& entry);
/// `first`: position of the prompt, from 1. `entry` must live until the statement is reset.
void bindTexts(NativeStatement& statement, int first, const LogEntry& entry);

} // namespace goldpan::sql
