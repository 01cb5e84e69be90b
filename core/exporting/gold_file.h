// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// GoldFile: an evaluation set as its tools write it, read so that a batch can be held against it. A value.
#pragma once

#include "core/base/result.h"
#include "core/checks/gold_index.h"
#include "core/redact/redactor.h"

#include <string>
#include <string_view>
#include <vector>

namespace goldpan::exporting {

struct GoldFile {
    std::string sha256;
    std::vector<checks::GoldItem> items; ///< redacted, as the rows are: else a token would hide an overlap
};

/// JSON lines, or one JSON list, or an object with `tests` or `results`; a case is `{"messages": [...]}` (the
/// last assistant turn is the reference), `{"prompt" | "question" | "input" | "instruction", "reference" |
/// "answer" | "ideal" | "expected" | "output" | "completion"}`, or `{"vars": {...}, "assert": [{"value"}]}`
/// as promptfoo has it. badValue names the line (or the case) that is none of these.
[[nodiscard]] Result<GoldFile> readGoldFile(const std::string& path, const redact::Redactor& redactor);

/// The same of a text.
[[nodiscard]] Result<std::vector<checks::GoldItem>> goldItems(std::string_view text);

} // namespace goldpan::exporting
