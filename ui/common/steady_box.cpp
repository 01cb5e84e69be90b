// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/steady_box.h"

#include <QEvent>

namespace goldpan::ui {

// Without a layout of its own: it would hand on what it is to keep.
SteadyBox::SteadyBox(QWidget* pane, QWidget* parent)
    : QWidget(parent)
    , m_pane(pane) {
    pane->setParent(this);
    setSizePolicy(pane->sizePolicy());
    m_toldLeast = minimumSizeHint();
    m_toldHeight = sizeHint().height();
}

QSize SteadyBox::sizeHint() const {
    return m_pane->sizeHint();
}

QSize SteadyBox::minimumSizeHint() const {
    QSize least = m_pane->minimumSizeHint();
    if (const QSize set = m_pane->minimumSize(); set.width() > 0) { // said aloud it counts for more
        least.setWidth(set.width());
    }
    return least;
}

bool SteadyBox::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) {
        const QSize least = minimumSizeHint();
        const int height = sizeHint().height();
        if (least != m_toldLeast || height != m_toldHeight) {
            m_toldLeast = least;
            m_toldHeight = height;
            updateGeometry();
        }
    }
    return QWidget::event(event);
}

void SteadyBox::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_pane->setGeometry(rect());
}

} // namespace goldpan::ui
