// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The key of what a store remembers of a log that is followed. Free functions; safe on any thread.
#pragma once

#include "core/redact/redactor.h"

#include <optional>
#include <string>
#include <string_view>

namespace goldpan::store {

/// `/logs/a.jsonl`; with contact data `/logs/[...]/a.jsonl (3fa8c1d2)`: two logs whose paths differ in these
/// alone are two.
[[nodiscard]] std::string logKey(std::string_view fullPath, const redact::Redactor& redactor);

/// Of a key that other rules made, what these make of it; none where it stays as it is.
[[nodiscard]] std::optional<std::string>
redactedLogKey(std::string_view key, const redact::Redactor& redactor, redact::RedactionCounts& counts);

} // namespace goldpan::store
