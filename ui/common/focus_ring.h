// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FocusRing: a frame round the list, text or default button that has the focus, which the style draws the
// same with it and without. Follows the focus in all windows of the program. Owned by the main window; GUI
// thread.
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace goldpan::ui {

class FocusRing final : public QObject {
    Q_OBJECT

public:
    explicit FocusRing(QObject* parent = nullptr);
    ~FocusRing() override;

    /// Pixels.
    [[nodiscard]] static int thickness(const QWidget& widget);

    /// A box round a list that scrolls at every key, with room for the frame beside it: over the list, the
    /// frame would have every scroll paint all of its rows anew (10 ms a key in place of 4).
    [[nodiscard]] static QWidget* boxed(QWidget* widget);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(QWidget* widget);
    void fit();

    QPointer<QWidget> m_target;
    QPointer<QWidget> m_frame; ///< a child of the target, or of its box, so that it goes where that goes
};

} // namespace goldpan::ui
