// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AddressPlace: words that say that an address follows, whatever its form. Pure functions; safe on any
// thread.
#pragma once

#include "core/redact/scan/near_words.h"

#include <cstddef>

namespace goldpan::redact {

/// "my address is", "lives at", "deliver it to": what follows is where somebody is.
[[nodiscard]] bool namesPlace(NearWords words);

/// Where the address begins that holds the number at `pos`, behind "Adresse:", "住在", "Vivo en", if nothing
/// but its own words stands between; `pos` where there is none.
[[nodiscard]] std::size_t placeBefore(const ScanText& scan, std::size_t pos);

} // namespace goldpan::redact
