// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Small parts that forms share. Widgets belong to their parents; GUI thread.
#pragma once

#include <QString>

class QFormLayout;
class QLabel;
class QLayout;
class QWidget;

namespace goldpan::ui {

/// Gives a widget the name that code finds it by and the one that a screen reader says.
template <typename Widget>
Widget* named(Widget* widget, const char* name, const QString& accessible) {
    widget->setObjectName(QString::fromLatin1(name));
    widget->setAccessibleName(accessible);
    return widget;
}

/// A line of plain text below a control, wrapped.
[[nodiscard]] QLabel* hintLabel(const char* name, QWidget* parent, const QString& text = {});

/// A field, or the line that it stands in, with its name before it and its hint close below.
void addHintedRow(QFormLayout& form, const QString& name, QWidget& field, QLayout* line, QLabel& hint);

} // namespace goldpan::ui
