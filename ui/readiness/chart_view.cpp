// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readiness/chart_view.h"

#include "ui/common/theme.h"

#include <QAbstractAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLegend>
#include <QLegendMarker>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace goldpan::ui {
namespace {

constexpr int kPictureScale = 2;

} // namespace

ChartView::ChartView(QWidget* parent)
    : QChartView(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::StyledPanel);
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);        // the pointer says what can be clicked
    setViewportUpdateMode(FullViewportUpdate); // the mark is no item of the scene
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setLocalizeNumbers(true);
    chart()->setLocale(QLocale(QLocale::English)); // as all figures of the window
    chart()->legend()->setAlignment(Qt::AlignBottom);
    chart()->legend()->setMarkerShape(QLegend::MarkerShapeRectangle);
    chart()->setBackgroundRoundness(0);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    applyLook();
}

void ChartView::applyLook() {
    const int gap = fontMetrics().height() / 3;
    // Half of the last label stands beside the axis.
    const int end = fontMetrics().horizontalAdvance(QStringLiteral("-10.00")) / 2 + gap;
    chart()->setMargins(QMargins(gap, gap, end, gap));
    chart()->setBackgroundBrush(palette().color(QPalette::Base));
    chart()->setPlotAreaBackgroundVisible(false);
    chart()->legend()->setFont(font());
    chart()->legend()->setLabelBrush(palette().color(QPalette::Text));
    setBackgroundBrush(palette().color(QPalette::Base));
}

void ChartView::styleAxis(QAbstractAxis& axis) const {
    const QColor text = palette().color(QPalette::Text);
    QColor grid = palette().color(QPalette::Mid);
    grid.setAlphaF(0.6F);
    axis.setLabelsFont(font());
    axis.setLabelsBrush(text);
    axis.setTitleFont(font());
    axis.setTitleBrush(text);
    axis.setLinePen(QPen(palette().color(QPalette::Mid), 1));
    axis.setGridLinePen(QPen(grid, 1));
}

QPen ChartView::dashedPen(const QColor& color) {
    QPen pen(color, 2);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({2, 1});
    return pen;
}

void ChartView::styleLegend() {
    for (QLegendMarker* marker : chart()->legend()->markers()) {
        if (marker->type() == QLegendMarker::LegendMarkerTypeArea) {
            marker->setPen(palette().color(QPalette::Text)); // black by itself, also in the dark
        }
    }
}

void ChartView::setColumns(std::vector<std::pair<double, double>> columns, int current) {
    m_columns = std::move(columns);
    m_current = std::clamp(current, -1, static_cast<int>(m_columns.size()) - 1);
    viewport()->update();
}

void ChartView::clearChart() {
    m_columns.clear();
    m_current = -1;
    chart()->removeAllSeries();
    for (QAbstractAxis* axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    applyLook();
}

QImage ChartView::picture(const QString& title, const QString& note) {
    const int line = fontMetrics().height() * 3 / 2;
    const int above = note.isEmpty() ? line : 2 * line;
    const QSize size = viewport()->size() + QSize(0, above);
    QImage image(size * kPictureScale, QImage::Format_RGB32);
    image.fill(palette().color(QPalette::Base));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(kPictureScale, kPictureScale);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRect(QPoint(), QSize(size.width(), line)), Qt::AlignCenter, title);
    painter.setFont(font());
    painter.drawText(QRect(QPoint(0, line), QSize(size.width(), line)), Qt::AlignCenter, note);
    m_forPicture = true;
    render(&painter, QRectF(QPointF(0, above), QSizeF(viewport()->size())), viewport()->rect());
    m_forPicture = false;
    return image;
}

void ChartView::goTo(int column) {
    if (m_columns.empty()) {
        return;
    }
    const int wanted = std::clamp(column, 0, static_cast<int>(m_columns.size()) - 1);
    if (wanted != std::exchange(m_current, wanted)) {
        viewport()->update();
    }
    Q_EMIT currentChanged(m_current);
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        goTo(m_current - 1);
        return;
    case Qt::Key_Right:
        goTo(m_current + 1);
        return;
    case Qt::Key_Home:
        goTo(0);
        return;
    case Qt::Key_End:
        goTo(static_cast<int>(m_columns.size()) - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0 && !event->isAutoRepeat()) {
            Q_EMIT chosen(m_current, nullptr);
        }
        return;
    default:
        event->ignore(); // not the arrows of a scroll area: what is around this one scrolls
    }
}

QPointF ChartView::valueAt(const QPoint& at) const {
    return chart()->mapToValue(chart()->mapFromScene(mapToScene(at)));
}

int ChartView::columnAt(const QPoint& at) const {
    if (chart()->series().isEmpty() || !chart()->plotArea().contains(chart()->mapFromScene(mapToScene(at)))) {
        return -1;
    }
    const double x = valueAt(at).x();
    const auto found = std::ranges::find_if(
        m_columns, [x](const auto& column) { return x >= column.first && x < column.second; });
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

QRectF ChartView::frameOf(int column) const {
    const auto& [from, until] = m_columns[static_cast<std::size_t>(column)];
    const QRectF plot = chart()->plotArea();
    const double left = chart()->mapToPosition({from, 0}).x();
    const double right = chart()->mapToPosition({until, 0}).x();
    return chart()->mapRectToScene(QRectF(left, plot.top(), right - left, plot.height()));
}

QPoint ChartView::middleOf(int column) const {
    return mapFromScene(frameOf(column).center());
}

void ChartView::mousePressEvent(QMouseEvent* event) {
    const int column = columnAt(event->pos());
    if (column < 0) {
        event->ignore();
        return;
    }
    goTo(column);
    if (event->button() == Qt::LeftButton) {
        const QPointF value = valueAt(event->pos());
        Q_EMIT chosen(column, &value);
    }
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
    viewport()->setCursor(columnAt(event->pos()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ChartView::wheelEvent(QWheelEvent* event) {
    event->ignore(); // what is around scrolls
}

void ChartView::contextMenuEvent(QContextMenuEvent* event) {
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    if (byMouse) {
        goTo(columnAt(event->pos()) >= 0 ? columnAt(event->pos()) : m_current);
    }
    if (m_current >= 0) {
        const QPoint at = byMouse ? event->pos() : middleOf(m_current);
        Q_EMIT menuWanted(m_current, viewport()->mapToGlobal(at));
    }
    event->accept();
}

void ChartView::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyLook();
        Q_EMIT lookChanged();
    }
}

void ChartView::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    Q_EMIT resized();
}

void ChartView::drawForeground(QPainter* painter, const QRectF& rect) {
    QChartView::drawForeground(painter, rect);
    if (m_forPicture || m_current < 0 || chart()->series().isEmpty()) {
        return;
    }
    QColor color = hasFocus() ? palette().color(QPalette::Highlight) : toneColor(Tone::muted, palette());
    const QRectF frame = frameOf(m_current).adjusted(-1, 0, 1, 0);
    painter->setPen(QPen(color, hasFocus() ? 2 : 1));
    color.setAlphaF(hasFocus() ? 0.18F : 0.1F);
    painter->setBrush(color);
    painter->drawRect(frame);
}

} // namespace goldpan::ui
