// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FactTable: a short table, as high as its rows, of which Enter or a click chooses one. Owned by its parent;
// GUI thread.
#pragma once

#include <QTableView>

namespace goldpan::ui {

class FactTable final : public QTableView {
    Q_OBJECT

public:
    /// The model stays its owner's.
    explicit FactTable(QAbstractItemModel& model, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitToRows();

    int m_row = 0; ///< current, kept over a reset of the model
};

} // namespace goldpan::ui
