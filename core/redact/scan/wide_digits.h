// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Digits of full width, of Arabic or of Devanagari in ASCII, so that each rule reads them. Pure function;
// safe on any thread.
#pragma once

#include "core/redact/scan/mapped_text.h"

#include <optional>
#include <string_view>

namespace goldpan::redact {

/// `text` with its digits in ASCII; nothing where it holds no others, which is nearly always.
[[nodiscard]] std::optional<MappedText> withAsciiDigits(std::string_view text);

} // namespace goldpan::redact
