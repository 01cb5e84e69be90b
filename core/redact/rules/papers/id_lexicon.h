// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// IdLexicon: the words that name papers, in the languages and by the names that the states themselves use.
// Pure functions; safe on any thread.
#pragma once

#include "core/redact/scan/pii_span.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace goldpan::redact {

enum class IdRole : std::uint8_t {
    none,
    passport,   ///< names a passport alone
    dl,         ///< names a driver's licence alone
    gov,        ///< names a number of a state alone
    dlUpper,    ///< the same, only in capitals: "DL"
    govUpper,   ///< "SIN", "PAN"
    licence,    ///< names a driver's licence beside a driver or a state
    driver,     ///< "driver's", "driving"
    placeUpper, ///< the same, only in capitals: "NJ"
    place,      ///< "Illinois": whose licence it is
    kind,       ///< "tax", "identity": a number of a state beside "ID" or "number"
    whose,      ///< "Israeli", "state": the same beside "ID" or "card" alone
    id,         ///< "ID", "card"
    number,     ///< "number", "no"
    copula,     ///< "is", "as"
    filler,     ///< "my", "the"
};

/// Of a folded word; `capitals`: it was written in capitals.
[[nodiscard]] IdRole idRole(std::string_view folded, bool capitals);

/// The paper that two words name together, "permis" and "conduire"; `second` alone tells most that are none.
[[nodiscard]] bool endsIdPair(std::string_view second);
[[nodiscard]] bool beginsIdPair(std::string_view first);
[[nodiscard]] std::optional<PiiType> idPair(std::string_view first, std::string_view second);

/// What a run of a script without spaces says, or of one whose words are not taken apart.
struct IdRun {
    std::optional<PiiType> type;
    bool number = false; ///< says no more than "number"
};
[[nodiscard]] IdRun idRun(std::string_view run);

/// The word lists as text, for the hash of the rules.
[[nodiscard]] std::string describeIdLexicon();

} // namespace goldpan::redact
