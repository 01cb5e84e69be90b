// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/form_parts.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

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

void addHintedRow(QFormLayout& form, const QString& name, QWidget& field, QLayout* line, QLabel& hint) {
    auto* column = new QVBoxLayout;
    column->setSpacing(hint.fontMetrics().height() / 6);
    if (line != nullptr) {
        column->addLayout(line);
    } else {
        column->addWidget(&field);
    }
    column->addWidget(&hint);
    auto* label = new QLabel(name, field.parentWidget());
    label->setBuddy(&field);
    form.addRow(label, column);
}

} // namespace goldpan::ui
