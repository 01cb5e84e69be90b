// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// IdColumn: the paper that the head of a column names, of a table in text, "name,passport". Pure; safe on any
// thread.
#pragma once

#include "core/redact/scan/scan_text.h"

#include <cstddef>
#include <optional>

namespace goldpan::redact {

/// Where the name ends of the column that the cell beginning at `pos` stands in, a few lines up.
[[nodiscard]] std::optional<std::size_t> columnNameEnd(const ScanText& scan, std::size_t pos);

} // namespace goldpan::redact
