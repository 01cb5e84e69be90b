// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ElidedLabel: one line of plain text that ends in "…" where the room ends, with the whole text in its
// tooltip and accessible name. Owned by its parent; GUI thread.
#pragma once

#include <QFrame>
#include <QString>

namespace goldpan::ui {

class ElidedLabel : public QFrame {
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString& text);
    void setColor(const QColor& color); ///< invalid: the palette's own

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QColor m_color;
};

} // namespace goldpan::ui
