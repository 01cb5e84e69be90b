// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// IdWords: what the words beside a value say of papers: a passport, a driver's licence, a number that a state
// gives. Pure functions; safe on any thread.
#pragma once

#include "core/redact/scan/near_words.h"
#include "core/redact/scan/pii_span.h"

#include <optional>
#include <string_view>

namespace goldpan::redact {

struct NamedPaper {
    PiiType type;
    bool sure = true;    ///< not where "licence number" may be one of something else
    bool formed = false; ///< only where the value has the form of such a paper: "license" alone names any
};

/// Which paper the words before a value in `text` say it is of.
[[nodiscard]] std::optional<NamedPaper> paperBefore(NearWords words, std::string_view text);
/// Which paper those behind it say, "... is my passport number". `close`: where a bracket around them ends,
/// or null.
[[nodiscard]] std::optional<NamedPaper> paperAfter(NearWords words, const char* close, std::string_view text);

/// The word itself says something of papers, so that it is no part of a value.
[[nodiscard]] bool isPaperWord(std::string_view word);

} // namespace goldpan::redact
