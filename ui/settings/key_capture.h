// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// KeyCapture: a field that takes the next chord as it is pressed, whatever it means elsewhere. Tab still
// moves on; Esc empties the field, and on an empty one is the dialog's. Owned by its parent; GUI thread.
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace goldpan::ui {

class KeyCapture final : public QLineEdit {
    Q_OBJECT

public:
    explicit KeyCapture(QWidget* parent = nullptr);

    [[nodiscard]] QKeySequence keys() const { return m_keys; }
    void setKeys(const QKeySequence& keys);

Q_SIGNALS:
    void captured();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QKeySequence m_keys;
};

} // namespace goldpan::ui
