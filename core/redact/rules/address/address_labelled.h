// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AddressLabelled: addresses in scripts and languages whose streets no list knows, behind a word of theirs
// that announces one, "адрес:", "주소는". Pure functions; safe on any thread.
#pragma once

#include "core/redact/scan/scan_text.h"

#include <optional>

namespace goldpan::redact {

/// The address whose first digit is at `pos`, where letters beyond ASCII stand right before it.
[[nodiscard]] std::optional<PiiSpan> labelledAddress(const ScanText& scan, std::size_t pos);

} // namespace goldpan::redact
