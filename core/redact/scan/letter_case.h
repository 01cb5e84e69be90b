// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LetterCase: lower case of scripts that have cases: Latin, Greek, Cyrillic, Armenian, full-width forms.
// Marks are kept. A pure function; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace goldpan::redact {

/// A byte that is no UTF-8 becomes U+FFFD.
[[nodiscard]] std::string lowerLetters(std::string_view text);

} // namespace goldpan::redact
