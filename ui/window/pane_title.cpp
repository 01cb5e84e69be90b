// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pane_title.h"

#include <QApplication>

namespace goldpan::ui {

PaneTitle::PaneTitle(const QString& text, QWidget& pane, QWidget* parent)
    : QLabel(text, parent)
    , m_name(text)
    , m_pane(pane) {
    setTextFormat(Qt::PlainText);
    setBuddy(&pane);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { showFocus(now == &m_pane); });
    showFocus(false);
}

void PaneTitle::showFocus(bool focused) {
    // A shape as well as weight: nothing is said by looks alone.
    setText(focused ? QStringLiteral("▸ ") + m_name : m_name);
    QFont named = font();
    named.setBold(focused);
    setFont(named);
}

} // namespace goldpan::ui
