// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a row's detail says of the words in the editor: how far the store has them, and what holds them back.
// Pure functions.
#pragma once

#include <string>

#include "ui/detail/state_line.h"

namespace goldpan::ui {

struct RowDetail;

/// How far the store has the row's words: kind and time only.
[[nodiscard]] EditorStatus storedStatus(const RowDetail& detail);

/// Nothing is lost with `words` of the editor: there are none, or they are the response or the row's own
/// words.
[[nodiscard]] bool standsElsewhere(const std::string& words, const RowDetail& detail);

/// What else is true of `text`, which stands in the editor and was begun from words as old as `begun`.
void addFacts(EditorStatus& status, const RowDetail& detail, const std::string& text, Timestamp begun,
              const std::string& operatorName);

} // namespace goldpan::ui
