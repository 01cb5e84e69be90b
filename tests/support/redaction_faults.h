// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RedactionFaults: what must hold of redaction on any bytes whatever, for the property tests and for the
// fuzzer. Pure functions; safe on any thread.
#pragma once

#include "core/redact/redactor.h"

#include <string>
#include <string_view>

namespace goldpan::test {

/// What is wrong with how `text` is redacted, as a sentence; empty where nothing is: spans in order that hold
/// no token and cut no character, nothing changed outside them, valid text stays valid, nothing to find when
/// redacted again.
[[nodiscard]] std::string redactionFault(const redact::Redactor& redactor, std::string_view text);

/// The same of JSON: as a string's value it comes to what the text comes to, and where `text` is JSON itself
/// the answer is JSON, which redacts to itself.
[[nodiscard]] std::string jsonRedactionFault(const redact::Redactor& redactor, std::string_view text);

} // namespace goldpan::test
