// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SecretPlaces: secrets that are known by where they stand, with no name right before them. Pure functions;
// safe on any thread.
#pragma once

#include "core/redact/scan/scan_text.h"

#include <optional>

namespace goldpan::redact {

/// "WIFI:T:WPA;S:home;P:...;;", the text of a code that a telephone reads; `pos` is the ':'.
[[nodiscard]] std::optional<PiiSpan> matchNetwork(const ScanText& scan, std::size_t pos);

/// The secret half of a pair whose first half shows itself: a key of AWS, an account of Twilio. `pos` is of a
/// digit in the word from `begin` to `end`.
[[nodiscard]] std::optional<PiiSpan> matchBesideId(const ScanText& scan, std::size_t pos, std::size_t begin,
                                                   std::size_t end);
/// "login: bob / ...", "echo ... | sudo -S", "... is my password", "[SECRET], new one ...".
[[nodiscard]] std::optional<PiiSpan> matchPlacedPassword(const ScanText& scan, std::size_t begin);

} // namespace goldpan::redact
