// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// IdValue: where the number of a paper begins and ends, as people write it, "A 872 371 568 455". Pure
// functions; safe on any thread.
#pragma once

#include "core/redact/scan/scan_text.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace goldpan::redact {

struct IdValue {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The one whose first digit is at `pos`.
[[nodiscard]] std::optional<IdValue> idValueAt(const ScanText& scan, std::size_t pos);

/// "8 (916) 123-45-67, ИНН 500100732259": the word that ends at `end` has a number of its own behind it, or a
/// token.
[[nodiscard]] bool namesNext(std::string_view text, std::size_t end);

} // namespace goldpan::redact
