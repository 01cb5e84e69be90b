// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SecretPairs: values that the name before them makes secrets. Pure functions; safe on any thread.
#pragma once

#include "core/redact/rules/secret/secret_values.h"
#include "core/redact/scan/scan_text.h"

#include <optional>

namespace goldpan::redact {

/// The value that begins at `pos`, in quotes or not; checked and cut.
[[nodiscard]] std::optional<PiiSpan> keyedValue(const ScanText& scan, KeyName name, std::size_t pos,
                                                Joint joint);

/// `pos` is the ':' or '=' of "name = value", "name": "value", "-u user:password".
[[nodiscard]] std::optional<PiiSpan> matchPair(const ScanText& scan, std::size_t pos);
/// `pos` is the first '-' of "--name value".
[[nodiscard]] std::optional<PiiSpan> matchFlag(const ScanText& scan, std::size_t pos);

/// `"passwords": ["...", "`, `"password": {"old": "...", "new":`: the name of what `pos` stands in, where
/// `open` opens it. Of JSON in a string; its quotes may be escaped.
[[nodiscard]] KeyName nameOfOuter(const ScanText& scan, std::size_t pos, char open);

} // namespace goldpan::redact
