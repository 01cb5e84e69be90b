// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writing JSON text piece by piece. Pure functions; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace goldpan {

/// Appends `text` as a JSON string with quotes. UTF-8 stays unescaped; only `"`, `\` and controls below
/// U+0020 are escaped (short forms first), as pydantic's model_dump_json and Python's ensure_ascii=False both
/// write. `text` must be valid UTF-8.
void appendJsonString(std::string& out, std::string_view text);

/// Appends the shortest text that reads back as `value`, with a ".0" where it would look like an integer
/// (Python's float repr for the range of logprobs). `value` must be finite.
void appendJsonDouble(std::string& out, double value);

} // namespace goldpan
