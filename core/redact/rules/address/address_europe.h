// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AddressEurope: addresses that name the street before the house, and the postal code before the town. Pure
// functions; safe on any thread.
#pragma once

#include "core/redact/scan/scan_text.h"

#include <cstddef>
#include <optional>

namespace goldpan::redact {

struct Street {
    std::size_t begin = 0;
    bool typed = false;  ///< a word of it says that it is a street
    bool hinted = false; ///< the same, if a postal code follows: "Am Markt", but "Im Jahr 2020"
};

/// The name of a street before the house number at `pos`: "Via Roma ", "Berliner Str. ", "Calle Mayor, nº ".
[[nodiscard]] std::optional<Street> streetBefore(const ScanText& scan, std::size_t pos);

struct EuropeanEnd {
    std::size_t end = 0;
    bool telling = false; ///< nothing else is written as this postal code is, "00-590", "1016 DW"
};

/// Where the address ends whose house number is at `pos`: behind a postal code with its town, or 0.
[[nodiscard]] EuropeanEnd europeanEnd(const ScanText& scan, std::size_t pos, bool typed);

} // namespace goldpan::redact
