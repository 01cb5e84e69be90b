// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a redacted value looked like, for somebody who may not read it. A pure function; safe on any thread.
#pragma once

#include "core/redact/redactor.h"

#include <string>
#include <string_view>

namespace goldpan::redact {

/// `value` with a star for each letter and digit, but for one or two at either end of a long one; ASCII marks
/// and spaces stay, for the shape. Of a secret only the prefix that its service gives all its keys. At most
/// 60 characters, then "…".
[[nodiscard]] std::string maskedExample(std::string_view value, PiiType type);

} // namespace goldpan::redact
