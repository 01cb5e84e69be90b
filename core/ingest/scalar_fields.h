// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a log row that are texts, numbers, a time or a user. Pure functions; safe on any thread.
#pragma once

#include "core/domain/log_entry.h"
#include "core/ingest/line_fields.h"
#include "core/redact/redactor.h"
#include "core/redact/user_hash.h"

namespace goldpan::ingest {

/// Fills `entry`, by the types that pydantic takes for the lesson's LogEntry. Texts are not redacted yet; the
/// user id is hashed, and `counts` says so.
[[nodiscard]] Fault readScalars(const LineFields& fields, const redact::UserKey& users, LogEntry& entry,
                                redact::RedactionCounts& counts);

} // namespace goldpan::ingest
