// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AddressWords: the words of a postal address, each with what it is there. Values made for one candidate;
// bounded. Views into the text.
#pragma once

#include "core/redact/scan_text.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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
    other,
};

struct AddressToken {
    std::size_t begin = 0;
    std::size_t end = 0;
    AddressWord kind = AddressWord::other;
    bool apart = false; ///< a comma or a line break stands before
};

/// What stands at and behind `pos`, up to `most` words, the end of the sentence, an empty line, a token.
[[nodiscard]] std::vector<AddressToken> addressTokens(const ScanText& scan, std::size_t pos,
                                                      std::size_t most);
[[nodiscard]] AddressWord addressWord(std::string_view word);

[[nodiscard]] std::string describeAddressWords();

} // namespace goldpan::redact
