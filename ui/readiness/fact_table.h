// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FactTable: a short table, as high as its rows, of which Enter or a click chooses one. A refresh leaves one
// on the same line. Owned by its parent; GUI thread.
#pragma once

#include <QTableView>

namespace goldpan::ui {

class FactTable final : public QTableView {
    Q_OBJECT

public:
    /// What a model tells its lines apart by, whatever their places and figures are.
    static constexpr int KeyRole = Qt::UserRole + 16;

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
    void rememberPlace();
    void findPlace();

    // Kept over a reset of the model.
    int m_row = 0; ///< current
    QVariant m_key;
    int m_scrolledDown = 0;
    int m_scrolledRight = 0;
};

} // namespace goldpan::ui
