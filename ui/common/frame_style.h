// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FrameStyle: the program's style, with frames round lists and texts that are whole at every scale. Owned by
// the application; GUI thread.
#pragma once

#include <QProxyStyle>

namespace goldpan::ui {

class FrameStyle final : public QProxyStyle {
    Q_OBJECT

public:
    /// Over the named style, or over the one that the desktop chooses.
    using QProxyStyle::QProxyStyle;

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

} // namespace goldpan::ui
