// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/number_box.h"

#include <QWheelEvent>

namespace goldpan::ui {

NumberBox::NumberBox(QWidget* parent)
    : QDoubleSpinBox(parent) {
    setFocusPolicy(Qt::StrongFocus); // not by the wheel
}

void NumberBox::wheelEvent(QWheelEvent* event) {
    if (hasFocus()) {
        QDoubleSpinBox::wheelEvent(event);
    } else {
        event->ignore();
    }
}

QString NumberBox::textFromValue(double value) const {
    QString text = QDoubleSpinBox::textFromValue(value);
    const QString point = locale().decimalPoint();
    if (!text.contains(point)) {
        return text;
    }
    while (text.endsWith(locale().zeroDigit())) {
        text.chop(1);
    }
    return text.endsWith(point) ? text.chopped(point.size()) : text;
}

} // namespace goldpan::ui
