// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Stop tokens: marks of a chat template that were left in a text. A tokenizer reads them as the end of a
// turn, and the model learns to end where they stand. A pure function; safe on any thread.
#pragma once

#include <optional>
#include <string_view>

namespace goldpan::checks {

/// The first one, or none. `</s>` behind an `<s>` is struck-out text of HTML and no mark.
[[nodiscard]] std::optional<std::string_view> stopTokenIn(std::string_view text);

} // namespace goldpan::checks
