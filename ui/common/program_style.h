// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ProgramStyle: the program's style, with frames round lists and texts that are whole at every scale, and
// scroll bars that are painted at once. Owned by the application; GUI thread.
#pragma once

#include <QProxyStyle>

namespace goldpan::ui {

class ProgramStyle final : public QProxyStyle {
    Q_OBJECT

public:
    /// Over the named style, or over the one that the desktop chooses.
    using QProxyStyle::QProxyStyle;

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
};

} // namespace goldpan::ui
