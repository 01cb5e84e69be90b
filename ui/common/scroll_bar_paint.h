// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The groove and the slider of a scroll bar in the tones of Fusion, but by plain opaque fills. Fusion's own
// are gradients and lines that let through what is below; those Qt hands in pieces to other threads where
// they are higher than some hundred pixels, and waits for them, dozens of times at each step through a queue:
// beside a busy program each time until one of them gets a processor. Free; GUI thread.
#pragma once

class QPainter;
class QStyle;
class QStyleOptionSlider;
class QWidget;

namespace goldpan::ui {

/// What of the two `bar` asks for, at the places that `style` gives them.
void paintScrollBar(const QStyle& style, const QStyleOptionSlider& bar, QPainter& painter,
                    const QWidget* widget);

} // namespace goldpan::ui
