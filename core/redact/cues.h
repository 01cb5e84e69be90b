// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Cues: words near a number that say what it is. Pure functions; safe on any thread.
#pragma once

#include "core/redact/scan_text.h"

#include <cstdint>
#include <string>

namespace goldpan::redact {

enum class Cue : std::uint8_t {
    none,
    phone,   ///< "phone", "mobile", "电话"
    contact, ///< "call", "reach me at": a number is likely to be a phone's
    ssn,
    other, ///< "id", "account": the number is something else, perhaps a person's
    thing, ///< "part", "invoice": the number of a thing
};

inline constexpr std::size_t kNextWord = 12; ///< bytes; a word this near speaks of this number

struct NearCue {
    Cue cue = Cue::none;
    std::size_t distance = 0; ///< bytes between the word and the number; a token counts as one
};

/// The nearest word that says anything, on the same line (or the line above where the number begins its
/// own), at most 48 bytes back. Whole words only: "telex" holds no "tel".
[[nodiscard]] NearCue cueBefore(const ScanText& scan, std::size_t pos);

/// The same, at most 28 bytes on, up to the next digit, '@', bracket or line end.
[[nodiscard]] NearCue cueAfter(const ScanText& scan, std::size_t pos);

/// The word lists as text, for the hash of the rules.
[[nodiscard]] std::string describeCues();

} // namespace goldpan::redact
