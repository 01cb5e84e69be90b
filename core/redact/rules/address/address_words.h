// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AddressWords: the words of a postal address, each with what it is there. Pure functions; safe on any
// thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace goldpan::redact {

enum class AddressWord : std::uint8_t {
    number,    ///< "12", "12b", "105-25", "98101-1234"
    ordinal,   ///< "5th"
    street,    ///< "Street", "Rd": ends the name
    compound,  ///< "Hauptstrasse", "Storgatan": is the name
    leading,   ///< "Rue", "Via": begins the name
    unit,      ///< "Apt", "Suite", "#"
    state,     ///< "CA"
    capital,   ///< another word with a capital
    connector, ///< "de", "upon"
    code,      ///< "YO1", "7HH", "2H1": half a postal code of letters and digits
    other,
};

[[nodiscard]] AddressWord addressWord(std::string_view word);

[[nodiscard]] std::string describeAddressWords();

} // namespace goldpan::redact
