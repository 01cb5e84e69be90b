// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ElidedLabel: a label of one line of plain text that ends in "…" where the room ends, with the whole text in
// its tooltip. Owned by its parent; GUI thread.
#pragma once

#include <QColor>
#include <QLabel>
#include <QString>

namespace goldpan::ui {

class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    /// Line feeds become spaces, and nothing hides.
    void setLine(const QString& text);
    void setColor(const QColor& color); ///< invalid: the palette's own
    /// Characters that the label asks room for at most.
    void setWidestHint(int characters) { m_widestHint = characters; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QSize sizeOf(const QString& text) const;

    QColor m_color;
    int m_widestHint = 80;
};

} // namespace goldpan::ui
