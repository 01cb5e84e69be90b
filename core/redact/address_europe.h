// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AddressEurope: addresses that name the street before the house, and the postal code before the town. Pure
// functions; safe on any thread.
#pragma once

#include "core/redact/scan_text.h"

#include <cstddef>
#include <optional>

namespace goldpan::redact {

struct Street {
    std::size_t begin = 0;
    bool typed = false; ///< a word of it says that it is a street
};

/// The name of a street before the house number at `pos`: "Via Roma ", "Berliner Str. ", "Calle Mayor, nº ".
[[nodiscard]] std::optional<Street> streetBefore(const ScanText& scan, std::size_t pos);

/// Where the address ends whose house number is at `pos`: behind a postal code with its town, or 0.
[[nodiscard]] std::size_t europeanEnd(const ScanText& scan, std::size_t pos, bool typed);

} // namespace goldpan::redact
