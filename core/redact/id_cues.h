// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// IdCues: what the words beside a value say of papers: a passport, a driver's licence, a number that a state
// gives. Pure functions; safe on any thread.
#pragma once

#include "core/redact/near_words.h"
#include "core/redact/redactor.h"

#include <optional>

namespace goldpan::redact {

/// Which paper the words before a value with so many digits say it is of.
[[nodiscard]] std::optional<PiiType> paperBefore(NearWords words, std::size_t digits);
/// The same of the words behind it ("... as my passport"). `close`: where a parenthesis around them
/// ends, or null.
[[nodiscard]] std::optional<PiiType> paperAfter(NearWords words, const char* close);

} // namespace goldpan::redact
