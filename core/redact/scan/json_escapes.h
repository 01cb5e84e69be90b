// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// JSON that is text: the arguments of a tool call, a log inside of a log. Pure functions; safe on any thread.
#pragma once

#include "core/redact/scan/mapped_text.h"

#include <optional>
#include <string_view>

namespace goldpan::redact {

/// `text` with its `\uXXXX` and `\/` written out, however often they are escaped (`\\\\u0041`): json.dumps of
/// Python writes every letter beyond ASCII so, and a number right behind one would look like a part of a
/// word. A quote and a backslash become `\"` and `\\`, escaped as often. Nothing where it holds none, which
/// is nearly always. A lone half of a surrogate pair is U+FFFD.
[[nodiscard]] std::optional<MappedText> unescaped(std::string_view text);

} // namespace goldpan::redact
