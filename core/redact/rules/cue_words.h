// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// CueWords: the words that say what a number near them is. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace goldpan::redact {

enum class Cue : std::uint8_t {
    none,
    phone,   ///< "phone", "mobile", "电话"
    contact, ///< "call", "reach me at": a number is likely to be a phone's
    ssn,
    other, ///< "id", "account": the number is something else, perhaps a person's
    thing, ///< "part", "invoice": the number of a thing
    ware,  ///< "Rechnung", "pedido": of a bare number only; "Fragen zur Rechnung: 0221 ..." is whom to call
};

struct FoundCue {
    Cue cue = Cue::none;
    std::size_t end = 0; ///< where the word ends in the run
};

/// What a whole word says, in any case.
[[nodiscard]] Cue wordCue(std::string_view word);
/// The last cue of a run of letters: the whole word, else its camelCase parts from the right.
[[nodiscard]] std::optional<FoundCue> lastCue(std::string_view run);
/// The last cue inside a run of letters of a script without spaces.
[[nodiscard]] std::optional<FoundCue> lastInside(std::string_view run);

/// The word lists as text, for the hash of the rules.
[[nodiscard]] std::string describeCues();

} // namespace goldpan::redact
