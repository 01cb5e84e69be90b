// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ChartView: a chart of columns that the keyboard goes through: Left, Right, Home, End; Enter or a click
// chooses. Owned by its pane; GUI thread.
#pragma once

#include <QChartView>
#include <QPen>

#include <utility>
#include <vector>

class QAbstractAxis;
class QXYSeries;

namespace goldpan::ui {

class ChartView final : public QChartView {
    Q_OBJECT

public:
    explicit ChartView(QWidget* parent = nullptr);

    /// From, until on the axis that is below. `current` is marked, none where it is -1.
    void setColumns(std::vector<std::pair<double, double>> columns, int current);
    [[nodiscard]] int current() const { return m_current; }
    /// Takes everything off the chart, so that it is made anew.
    void clearChart();
    /// Colours and font of the axis as this widget has them.
    void styleAxis(QAbstractAxis& axis) const;
    /// Dashes so short that a sign in the legend shows some.
    [[nodiscard]] static QPen dashedPen(const QColor& color);
    /// The signs of the areas in the legend, once all are there.
    void styleLegend();
    /// As people see it under its title and, if there is one, a note, without the mark of the current column;
    /// twice as large.
    [[nodiscard]] QImage picture(const QString& title, const QString& note);
    /// The middle of the column, where a click means it.
    [[nodiscard]] QPoint middleOf(int column) const;

Q_SIGNALS:
    void currentChanged(int column);
    /// By Enter; by a click `value` says where, in values of the first series, else it is null.
    void chosen(int column, const QPointF* value);
    void menuWanted(int column, const QPoint& global);
    /// Another palette or font: the chart is to be made anew.
    void lookChanged();
    void resized();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void goTo(int column);
    [[nodiscard]] QPointF valueAt(const QPoint& at) const;
    [[nodiscard]] int columnAt(const QPoint& at) const;
    [[nodiscard]] QRectF frameOf(int column) const; ///< in the scene
    void applyLook();

    std::vector<std::pair<double, double>> m_columns;
    int m_current = -1;
    bool m_forPicture = false;
};

} // namespace goldpan::ui
