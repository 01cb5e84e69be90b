// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// JsonTokens: what the JSON parser leaves to its caller. Pure functions; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace goldpan::redact {

/// simdjson refuses a surrogate without its other half; such escapes become U+FFFD before it looks.
void repairSurrogates(std::string& json);

/// RFC 8259, section 6. simdjson hands tokens out unchecked where it is not asked for a value.
[[nodiscard]] bool isJsonNumber(std::string_view token);

} // namespace goldpan::redact
