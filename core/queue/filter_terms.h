// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the fields of the filter language mean: a name and a value to a Term. Pure functions; safe on any
// thread.
#pragma once

#include "core/queue/filter_scanner.h"

#include <optional>

namespace goldpan::queue {

/// True for every name that may stand before a colon, in exactly this spelling.
[[nodiscard]] bool isFieldName(std::string_view name);
[[nodiscard]] std::optional<TextField> textFieldFromName(std::string_view name);
[[nodiscard]] std::optional<NumberField> numberFieldFromName(std::string_view name);

/// `name:value`; `name` is a field name.
[[nodiscard]] Parsed<Term> fieldTerm(std::string_view name, const Lexeme& value);
[[nodiscard]] Parsed<Term> comparisonTerm(NumberField field, Compare compare, const Lexeme& value);
/// A word, phrase or regular expression, which is compiled to see that RE2 takes it.
[[nodiscard]] Parsed<Term> textTerm(TextField field, const Lexeme& value);

} // namespace goldpan::queue
