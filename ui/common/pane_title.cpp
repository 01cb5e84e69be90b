// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pane_title.h"

#include <QApplication>

namespace goldpan::ui {

PaneTitle::PaneTitle(const QString& name, QWidget& pane, QWidget* parent)
    : ElidedLabel(parent)
    , m_name(name)
    , m_pane(pane) {
    setBuddy(&pane);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { showFocus(now == &m_pane); });
    showFocus(false);
}

void PaneTitle::setName(const QString& name) {
    if (name != m_name) {
        m_name = name;
        showFocus(m_focused);
    }
}

void PaneTitle::showFocus(bool focused) {
    m_focused = focused;
    // A shape as well as weight: nothing is said by looks alone.
    setLine(focused ? QStringLiteral("▸ ") + m_name : m_name);
    QFont named = font();
    named.setBold(focused);
    setFont(named);
}

} // namespace goldpan::ui
