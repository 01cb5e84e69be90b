// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PiiSpan: a piece of a text that must not leave, and what it is. A plain value; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace goldpan::redact {

/// Later types join before `custom`, with their token in pii_span.cpp and their rule in rules.cpp; precedence
/// where spans overlap is the order of the rule table.
enum class PiiType : std::uint8_t {
    email,
    ssn,
    phone,
    creditCard,
    iban,
    ip,
    secret,
    passport,
    driverLicense,
    govId,
    address,
    custom,  ///< found by a rule of the company's own with a token of its own
    dropped, ///< the text could not be redacted
};
inline constexpr std::size_t kPiiTypeCount = 11; ///< built-in ones: all before `custom`

/// `EMAIL`, as counts and reports name it; the token in the text is `[EMAIL]`. Of built-in types; what a
/// redactor's span is called is for that redactor to say.
[[nodiscard]] std::string_view piiTypeName(PiiType type);
[[nodiscard]] std::string_view piiToken(PiiType type);

struct PiiSpan {
    std::size_t begin = 0; ///< byte offset
    std::size_t end = 0;   ///< exclusive
    PiiType type = PiiType::email;
    std::uint16_t rule = 0; ///< which custom rule found it, counted from 1; 0: a built-in one

    bool operator==(const PiiSpan&) const = default;
};

} // namespace goldpan::redact
