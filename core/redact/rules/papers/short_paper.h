// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ShortPaper: letters that are short for a paper where a mark says that a number follows. Pure functions;
// safe on any thread. The value stands behind the word, so that the bytes behind it are the text's.
#pragma once

#include "core/redact/scan/pii_span.h"

#include <optional>
#include <string_view>

namespace goldpan::redact {

/// What stands between the word and the value: "lic# ", "pp #".
[[nodiscard]] bool marksNumber(std::string_view word);
/// "tx dl# 1", "\"dl\": \"1", "pp# 1"; `word` stands in `text`.
[[nodiscard]] std::optional<PiiType> shortPaper(std::string_view word, std::string_view text);

} // namespace goldpan::redact
