// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/form_parts.h"

#include <QLabel>

namespace goldpan::ui {

QLabel* hintLabel(const char* name, QWidget* parent, const QString& text) {
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop); // near what it explains, however much room it gets
    label->setText(text);
    return label;
}

} // namespace goldpan::ui
