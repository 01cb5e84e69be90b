// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SteadyBox: keeps to itself that something in a pane was laid out anew, unless the pane needs another size:
// Qt tells each layout above it up to the window, and all of them place their widgets again, at each row that
// is shown. For a pane whose height does not depend on its width, or whose parent does not ask. Owned by its
// parent, and owns the pane; GUI thread.
#pragma once

#include <QWidget>

namespace goldpan::ui {

class SteadyBox final : public QWidget {
    Q_OBJECT

public:
    explicit SteadyBox(QWidget* pane, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* m_pane = nullptr;
    QSize m_toldLeast;
    int m_toldHeight = 0; ///< how wide the pane would like to be changes with each row, and nobody asks
};

} // namespace goldpan::ui
