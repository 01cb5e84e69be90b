// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The canonical text of LogEntry::meta: `extra` is its last member and takes the unknown keys of the line by
// JSON Pointer (RFC 6901), so that reading an exported row gives the same text again. Pure functions; safe on
// any thread.
#pragma once

#include "core/base/json_scanner.h"

#include <string>
#include <vector>

namespace goldpan::ingest {

/// JSON object text of the members of `meta`, with the unknown keys of the line appended to its `extra`. Not
/// redacted yet.
[[nodiscard]] std::string composeMeta(const std::vector<JsonMember>& meta,
                                      const std::vector<JsonMember>& unknown);

/// Takes an `extra` off composed and then redacted `meta` that redaction left empty.
void dropEmptyExtra(std::string& meta);

} // namespace goldpan::ingest
