// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TravelDocument: passports in the forms of airlines and of machines, which name them by place. Pure
// functions; safe on any thread.
#pragma once

#include "core/redact/scan/scan_text.h"

#include <optional>

namespace goldpan::redact {

/// The second line of a passport's machine readable zone, whole, the first digits of which begin at `pos`;
/// one of its check digits fits, or it follows
/// the line of the names.
[[nodiscard]] std::optional<PiiSpan> machineReadable(const ScanText& scan, std::size_t pos);

/// "P/IND/M4410927/IND/03MAR79" of an airline's advance passenger information: the number alone.
[[nodiscard]] std::optional<PiiSpan> passengerInformation(const ScanText& scan, std::size_t pos);

/// "doc type: P; document number: 8829104": the type stands before the number of what begins at `begin`.
[[nodiscard]] bool isTypedPassport(const ScanText& scan, std::size_t begin);

} // namespace goldpan::redact
