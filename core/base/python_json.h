// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What Python's json module writes and JSON does not have. Pure function; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace goldpan {

/// The same text as JSON: outside of strings NaN, Infinity and -Infinity become null, as good as missing, and
/// a lone surrogate escape becomes `\uFFFD`. Line breaks stay where they are.
[[nodiscard]] std::string strictJson(std::string_view python);

} // namespace goldpan
