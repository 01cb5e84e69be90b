// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/number_box.h"

namespace goldpan::ui {

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
