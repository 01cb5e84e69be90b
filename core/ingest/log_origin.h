// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogOrigin: which rules and which key the lines of a log folder went through, in a file beside them, because
// the lines themselves are the lesson's. A free function, under the folder's lock.
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/redact/user_hash.h"

#include <string>

namespace goldpan::ingest {

/// JSON lines, the newest last: {"since","rules_hash","user_key"}; the key is its mark, null without one.
inline constexpr const char* kLogOriginName = ".inference.origin";

/// Adds a line where anything is new. refused where the lines so far were hashed with another key, unless
/// `change` says that this is meant; corrupt where the file cannot be read.
[[nodiscard]] Result<void> noteLogOrigin(const std::string& folder, const std::string& rulesHash,
                                         const redact::UserKey& users, redact::KeyChange change,
                                         Timestamp now);

} // namespace goldpan::ingest
