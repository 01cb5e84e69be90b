// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AddressBoxes: numbers that a word before them makes part of an address: boxes, units, flats. Pure
// functions; safe on any thread.
#pragma once

#include "core/redact/scan/scan_text.h"

#include <cstddef>

namespace goldpan::redact {

/// Where "P.O. Box ", "Apt. " begins that ends at `pos`; `pos` where there is none.
[[nodiscard]] std::size_t boxBefore(const ScanText& scan, std::size_t pos);
/// The same of "Unit ", "PSC ", "FPO AA ".
[[nodiscard]] std::size_t unitBefore(const ScanText& scan, std::size_t pos);
/// The same of "Flat ", "Studio ".
[[nodiscard]] std::size_t flatBefore(const ScanText& scan, std::size_t pos);

/// "Unit 1293 Box 4311\nDPO AE 01708", "PSC 12, Box 34 APO AP 96543", "FPO AA 34091": mail of those who serve
/// abroad; its end, or 0.
[[nodiscard]] std::size_t militaryEnd(const ScanText& scan, std::size_t pos);

} // namespace goldpan::redact
