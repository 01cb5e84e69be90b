// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AddressIndia: addresses that name a flat or a plot, places one after the other, and a postal code of six
// digits. Pure functions; safe on any thread.
#pragma once

#include "core/redact/scan/pii_span.h"
#include "core/redact/scan/scan_text.h"

#include <cstddef>
#include <optional>

namespace goldpan::redact {

/// "Plot No. 48, Banjara Hills, Hyderabad 500034", "#18, 4th Main, ...", "B-204, ...": the one whose first
/// number begins at `pos`.
[[nodiscard]] std::optional<PiiSpan> indianAddress(const ScanText& scan, std::size_t pos);

} // namespace goldpan::redact
