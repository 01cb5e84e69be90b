// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NumberBox: a spin box that shows no more digits than its number needs: -3, not -3.0000. The wheel turns it
// only while it has the focus, so that a page scrolls past it. Owned by its parent; GUI thread.
#pragma once

#include <QDoubleSpinBox>

namespace goldpan::ui {

class NumberBox final : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit NumberBox(QWidget* parent = nullptr);

    [[nodiscard]] QString textFromValue(double value) const override;

protected:
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace goldpan::ui
