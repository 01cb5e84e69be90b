// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Cues: words near a number that say what it is. Pure functions; safe on any thread.
#pragma once

#include "core/redact/rules/cue_words.h"
#include "core/redact/scan/scan_text.h"

namespace goldpan::redact {

inline constexpr std::size_t kNextWord = 12; ///< bytes; a word this near speaks of this number

struct NearCue {
    Cue cue = Cue::none;
    std::size_t distance = 0; ///< bytes between the word and the number; a token counts as one
    std::size_t bytes = 0;    ///< the same of cueBefore() as they stand in the text
};

/// The nearest word that says anything, on the same line (or the line above where the number begins its
/// own), at most 48 bytes back. Whole words only: "telex" holds no "tel".
[[nodiscard]] NearCue cueBefore(const ScanText& scan, std::size_t pos);

/// The same, at most 28 bytes on, up to the next digit, '@', bracket or line end.
[[nodiscard]] NearCue cueAfter(const ScanText& scan, std::size_t pos);

} // namespace goldpan::redact
