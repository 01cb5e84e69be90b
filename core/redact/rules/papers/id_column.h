// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// IdColumn: where the name stands that is not beside its value: the head of a column, "name,passport", the
// tag of an element with attributes, the columns of an INSERT. Pure; safe on any thread.
#pragma once

#include "core/redact/scan/scan_text.h"

#include <cstddef>
#include <optional>

namespace goldpan::redact {

/// Where the name ends of the column that the cell beginning at `pos` stands in, a few lines up.
[[nodiscard]] std::optional<std::size_t> columnNameEnd(const ScanText& scan, std::size_t pos);
/// The same of the tag of "<passport country="IE">" that ends at `pos`.
[[nodiscard]] std::optional<std::size_t> tagNameEnd(const ScanText& scan, std::size_t pos);
/// The same of "INSERT INTO t (name, passport) VALUES (?, ?)", of the text in quotes that begins at `pos`.
[[nodiscard]] std::optional<std::size_t> insertNameEnd(const ScanText& scan, std::size_t pos);

/// The same of "name: PASSPORT" in the line before "value: ?", as manifests and lists of fields have it.
[[nodiscard]] std::optional<std::size_t> pairNameEnd(const ScanText& scan, std::size_t pos);

/// The same of "Passport", "number" and the value in three lines, as a narrow form breaks them.
[[nodiscard]] std::optional<std::size_t> wrappedNameEnd(const ScanText& scan, std::size_t pos);

} // namespace goldpan::redact
