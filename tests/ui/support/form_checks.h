// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a form owes to people without a mouse or without sight. Each check presses real keys or renders the
// real widget and answers what is wrong, a line each; "" where all is well. Test support; GUI thread.
#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace goldpan::test {

/// What Tab has to reach in the window of `root`, as it stands now.
[[nodiscard]] QList<QWidget*> tabControls(const QWidget& root);

/// Controls without a name, a text or a label that a screen reader could say.
[[nodiscard]] QString unnamedControls(const QWidget& root);
/// Two controls on one Alt+letter.
[[nodiscard]] QString sharedMnemonics(const QWidget& root);
/// Tab reaches every control from the top down and from left to right, Shift+Tab goes the same way back.
[[nodiscard]] QString tabTrouble(QWidget& root);
/// Controls that look the same with the focus and without it.
[[nodiscard]] QString focusTrouble(QWidget& root);
/// Labels and tooltips that would take text for HTML.
[[nodiscard]] QString richTextTrouble(const QWidget& root);

} // namespace goldpan::test
