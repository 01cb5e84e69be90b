// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NumberBox: a spin box that shows no more digits than its number needs: -3, not -3.0000. Owned by its
// parent; GUI thread.
#pragma once

#include <QDoubleSpinBox>

namespace goldpan::ui {

class NumberBox final : public QDoubleSpinBox {
    Q_OBJECT

public:
    using QDoubleSpinBox::QDoubleSpinBox;

    [[nodiscard]] QString textFromValue(double value) const override;
};

} // namespace goldpan::ui
