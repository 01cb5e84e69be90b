// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ElidedLabel: a label of one line of plain text that ends in "…" where the room ends, with the whole text in
// its tooltip. Owned by its parent; GUI thread.
#pragma once

#include <QColor>
#include <QLabel>
#include <QString>

#include <vector>

namespace goldpan::ui {

class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    /// Line feeds become spaces, and nothing hides. `aside` stands behind the text, in a colour that asks for
    /// no attention.
    void setLine(const QString& text, const QString& aside = {});
    void setColor(const QColor& color); ///< invalid: the palette's own
    /// Characters that the label asks room for at most.
    void setWidestHint(int characters) { m_widestHint = characters; }
    /// As many lines as it needs for its width, up to so many; one at first. The last one is cut off.
    void setMostLines(int lines);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    // Not by the size policy: QLabel resets it with every text.
    [[nodiscard]] bool hasHeightForWidth() const override { return m_mostLines > 1; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QSize sizeOf(const QString& text) const;
    struct Line {
        QString text;
        qsizetype begin = 0; ///< in all of the text
    };
    /// The text as it is painted in so many pixels.
    [[nodiscard]] std::vector<Line> linesIn(int width) const;

    QColor m_color;
    qsizetype m_aside = 0; ///< where it begins; 0: there is none
    int m_widestHint = 80;
    int m_mostLines = 1;
};

} // namespace goldpan::ui
