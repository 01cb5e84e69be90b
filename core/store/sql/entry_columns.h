// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whole rows out of a joined SELECT: the column list and how it becomes an EntryRecord, for readers one and
// all.
#pragma once

#include "core/store/entry_reader.h"
#include "core/store/sql/native_statement.h"

namespace goldpan::sql {

/// Callers append one of the two below.
inline constexpr const char* kEntryColumns =
    "SELECT e.id, e.request_id, e.ts, m.name, e.latency_ms, e.user_id_hash, e.logprob, e.state, e.flags,"
    " t.prompt, t.response, t.messages, t.output, t.tools, t.feedback, t.meta,"
    " c.text, c.operator, c.source, c.created_at, c.updated_at, c.pii, e.weight";
/// FROM entry e JOIN ... ; callers append WHERE and ORDER BY.
inline constexpr const char* kEntryTables =
    " FROM entry e JOIN model m ON m.id = e.model JOIN entry_text t ON t.id = e.id"
    " LEFT JOIN correction c ON c.entry = e.id";
/// The same of rows with a correction, come by over these, which may be few of all: CROSS JOIN is how SQLite
/// is told the order.
inline constexpr const char* kCorrectedTables =
    " FROM correction c CROSS JOIN entry e ON e.id = c.entry JOIN model m ON m.id = e.model"
    " JOIN entry_text t ON t.id = e.id";

/// The row under `statement`, without its tags.
[[nodiscard]] store::EntryRecord entryFrom(const NativeStatement& statement);

} // namespace goldpan::sql
