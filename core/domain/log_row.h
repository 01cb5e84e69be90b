// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A log entry as one line of the lesson's compact JSONL. Pure functions; safe on any thread.
#pragma once

#include "core/domain/log_entry.h"

#include <string>

namespace goldpan {

/// The lesson's compact row plus optional keys that are not at their default. Without line feed. Exports and
/// the log writer share it.
[[nodiscard]] std::string logRow(const LogEntry& entry);

} // namespace goldpan
