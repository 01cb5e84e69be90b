// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is marked in a text as taken away or put in. Test support; GUI thread.
#pragma once

#include <QPlainTextEdit>
#include <QTextCharFormat>

namespace goldpan::ui {
class CorrectionEditor;
} // namespace goldpan::ui

namespace goldpan::test {

/// The looks of one character.
[[nodiscard]] QTextCharFormat formatAt(const QPlainTextEdit& view, int position);

/// The words that the editor marks as new, joined by "|".
[[nodiscard]] QString additions(const ui::CorrectionEditor& editor);

} // namespace goldpan::test
