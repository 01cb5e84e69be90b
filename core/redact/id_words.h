// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// IdWords: what the words beside a value say of papers: a passport, a driver's licence, a number that a state
// gives. Pure functions; safe on any thread.
#pragma once

#include "core/redact/near_words.h"
#include "core/redact/redactor.h"

#include <optional>
#include <string>

namespace goldpan::redact {

/// Which paper the words say the value is of. `after`: the words stand behind it ("... as my passport").
[[nodiscard]] std::optional<PiiType> namedPaper(NearWords words, bool after);

/// The word itself says something of papers, so that it is no part of a value.
[[nodiscard]] bool isPaperWord(std::string_view word);

/// The word lists as text, for the hash of the rules.
[[nodiscard]] std::string describeIdWords();

} // namespace goldpan::redact
