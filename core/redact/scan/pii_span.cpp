// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/scan/pii_span.h"

#include "core/redact/scan/token_shape.h"

#include <array>

namespace goldpan::redact {
namespace {

/// By type.
constexpr std::array<std::string_view, kPiiTypeCount> kTokens{
    "[EMAIL]",  "[SSN]",      "[PHONE]",          "[CREDIT_CARD]", "[IBAN]",   "[IP]",
    "[SECRET]", "[PASSPORT]", "[DRIVER_LICENSE]", "[GOV_ID]",      "[ADDRESS]"};

} // namespace

std::string_view piiToken(PiiType type) {
    return type < PiiType::custom ? kTokens[static_cast<std::size_t>(type)] : kDroppedToken;
}

std::string_view piiTypeName(PiiType type) {
    const auto token = piiToken(type);
    return token.substr(1, token.size() - 2);
}

} // namespace goldpan::redact
