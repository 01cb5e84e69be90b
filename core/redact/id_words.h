// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// IdWords: the words that speak of papers, each with what it says. Pure functions; safe on any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace goldpan::redact {

enum class PaperRole : std::uint8_t {
    none,
    passport,
    licence,  ///< names a driver's licence beside a driver
    driver,   ///< "driver's", "driving"
    dl,       ///< names a driver's licence alone
    dlUpper,  ///< the same, only in capitals
    gov,      ///< names a number of a state alone
    govUpper, ///< the same, only in capitals: "SIN", "PAN"
    kind,     ///< "tax", "national": a number of a state beside "ID", "number" or another kind
    part,     ///< "unique", "file": says nothing itself, but a kind may follow
    number,   ///< "ID", "number", "card"
    filler,   ///< "is", "my"
};

/// As the word stands in the text: capitals count.
[[nodiscard]] PaperRole paperRole(std::string_view word);

/// The word lists as text, for the hash of the rules.
[[nodiscard]] std::string describeIdWords();

} // namespace goldpan::redact
