// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readiness/timeline_chart.h"

#include "ui/common/empty_state.h"
#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"
#include "ui/queue/row_text.h"
#include "ui/readiness/chart_view.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QMenu>
#include <QPalette>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>
#include <limits>

namespace goldpan::ui {
namespace {

constexpr std::size_t kMostWindowsInMenu = 10;

/// From, until, height: each a step of an area.
struct Step {
    double from = 0;
    double until = 0;
    double height = 0;
};

QAreaSeries* stepArea(const std::vector<Step>& steps, QObject* owner) {
    auto* upper = new QLineSeries;
    auto* lower = new QLineSeries;
    for (const Step& step : steps) {
        upper->append(step.from, 0);
        upper->append(step.from, step.height);
        upper->append(step.until, step.height);
        upper->append(step.until, 0);
    }
    if (!steps.empty()) {
        lower->append(steps.front().from, 0);
        lower->append(steps.back().until, 0);
    }
    auto* area = new QAreaSeries(upper, lower);
    area->setParent(owner);
    upper->setParent(area);
    lower->setParent(area);
    return area;
}

QColor withAlpha(QColor color, float alpha) {
    color.setAlphaF(alpha);
    return color;
}

struct ShareLook {
    QColor color;
    bool dashed = false;
    QScatterSeries::MarkerShape marker = QScatterSeries::MarkerShapeCircle;
};

} // namespace

TimelineChart::TimelineChart(QWidget* parent)
    : ChartPane("timelineChart", tr("Rows of the log over time"), parent) {
    connect(&view(), &ChartView::currentChanged, this, &TimelineChart::showCurrent);
    connect(&view(), &ChartView::chosen, this, &TimelineChart::choose);
    connect(&view(), &ChartView::menuWanted, this, &TimelineChart::openMenu);
    connect(
        &view(), &ChartView::lookChanged, this, [this] { draw(view().current()); }, Qt::QueuedConnection);
    connect(&view(), &ChartView::resized, this, [this] {
        for (QAbstractAxis* axis : view().chart()->axes(Qt::Horizontal)) {
            drawAxis(*static_cast<QCategoryAxis*>(axis));
        }
    });
}

void TimelineChart::setOverview(const readiness::Overview& overview) {
    const int before = view().current();
    const Timestamp day = before < 0 ? Timestamp{std::numeric_limits<std::int64_t>::max()} // the newest
                                     : m_timeline.columns[static_cast<std::size_t>(before)].from;
    m_timeline = makeTimeline(overview.days);
    m_windows = overview.windows;
    draw(columnOf(m_timeline, day));
}

void TimelineChart::draw(int current) {
    view().clearChart();
    const bool shown = m_timeline.edges.size() > 1;
    showChart(shown);
    setFacts(timelineText(m_timeline, m_windows));
    setNote(outsideText(m_timeline));
    if (!shown) {
        return;
    }
    const QPalette& colors = view().palette();
    QChart* chart = view().chart();
    double mostRows = 0;
    double mostShare = 0;
    std::vector<Step> rows;
    std::vector<std::pair<double, double>> columns;
    for (const TimeColumn& column : m_timeline.columns) {
        columns.emplace_back(dayNumber(column.from), dayNumber(column.until));
        const store::DayTally& sum = column.sum;
        const auto height = static_cast<double>(wholeRows(sum.rows));
        rows.push_back({columns.back().first, columns.back().second, height});
        mostRows = std::max(mostRows, height);
        if (sum.rows > 0) {
            mostShare = std::max(mostShare, 100 * std::max(sum.lowConfidence, sum.negative) / sum.rows);
        }
    }
    const NiceScale left = niceScale(mostRows, 1);
    const NiceScale right = niceScale(std::min(mostShare, 100.0), 1);

    auto* time = new QCategoryAxis;
    time->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    auto* count = new QValueAxis;
    count->setRange(0, left.end);
    count->setTickCount(left.steps + 1);
    count->setLabelFormat(QStringLiteral("%.0f"));
    auto* share = new QValueAxis;
    share->setRange(0, right.end);
    share->setTickCount(right.steps + 1);
    share->setLabelFormat(QStringLiteral("%.0f"));
    share->setTitleText(tr("share in %"));
    chart->addAxis(time, Qt::AlignBottom);
    chart->addAxis(count, Qt::AlignLeft);
    chart->addAxis(share, Qt::AlignRight);
    const auto add = [&](QAbstractSeries* series, QAbstractAxis* height) {
        chart->addSeries(series);
        series->attachAxis(time);
        series->attachAxis(height);
    };

    const auto addBands = [&](bool trained, const QString& name, const QBrush& brush, const QPen& pen) {
        std::vector<Step> steps;
        for (const auto& [from, until] : bandsOf(m_windows, trained, m_timeline)) {
            steps.push_back({from, until, left.end});
        }
        if (!steps.empty()) {
            QAreaSeries* band = stepArea(steps, chart);
            band->setName(name);
            band->setBrush(brush);
            band->setPen(pen);
            add(band, count);
        }
    };
    QAreaSeries* area = stepArea(rows, chart);
    area->setName(tr("rows"));
    area->setBrush(withAlpha(toneColor(Tone::info, colors), 0.3F));
    area->setPen(QPen(withAlpha(toneColor(Tone::info, colors), 0.6F), 1));
    add(area, count); // first: clicks are told in its values
    const QColor drift = toneColor(Tone::warning, colors);
    const QColor trained = toneColor(Tone::muted, colors);
    addBands(true, tr("drift, trained"), withAlpha(trained, 0.22F),
             QPen(withAlpha(trained, 0.7F), 1, Qt::DotLine));
    addBands(false, tr("drift, open"), QBrush(withAlpha(drift, 0.75F), Qt::BDiagPattern), QPen(drift, 1));

    const auto addShare = [&](const QString& name, double store::DayTally::*part, const ShareLook& look) {
        auto* line = new QLineSeries;
        auto* dots = new QScatterSeries;
        for (const TimeColumn& column : m_timeline.columns) {
            if (column.sum.rows > 0) {
                const double middle = (dayNumber(column.from) + dayNumber(column.until)) / 2;
                const double value = std::min(100.0, 100 * column.sum.*part / column.sum.rows);
                line->append(middle, value);
                dots->append(middle, value);
            }
        }
        line->setPen(look.dashed ? ChartView::dashedPen(look.color) : QPen(look.color, 2));
        line->setName(name);
        dots->setName(name);
        dots->setMarkerShape(look.marker);
        dots->setMarkerSize(view().fontMetrics().height() / 2.0);
        dots->setColor(look.color);
        dots->setBorderColor(colors.color(QPalette::Base));
        add(line, share);
        add(dots, share);
        for (QLegendMarker* marker : chart->legend()->markers(line)) {
            marker->setShape(QLegend::MarkerShapeFromSeries); // with its dashes
        }
        for (QLegendMarker* marker : chart->legend()->markers(dots)) {
            marker->setVisible(false); // the line is named already
        }
    };
    addShare(tr("low confidence"), &store::DayTally::lowConfidence,
             {toneColor(Tone::lowConfidence, colors), false, QScatterSeries::MarkerShapeCircle});
    addShare(tr("negative"), &store::DayTally::negative,
             {toneColor(Tone::token, colors), true, QScatterSeries::MarkerShapeTriangle});

    view().styleLegend();
    for (QAbstractAxis* axis : chart->axes()) {
        view().styleAxis(*axis);
    }
    time->setRange(dayNumber(m_timeline.edges.front()), dayNumber(m_timeline.edges.back()));
    drawAxis(*time);
    view().setColumns(std::move(columns), current);
    showCurrent(view().current());
}

void TimelineChart::drawAxis(QCategoryAxis& axis) {
    const auto& edges = m_timeline.edges;
    const int letters = view().fontMetrics().horizontalAdvance(edgeName(edges.front(), m_timeline.step));
    const auto room = static_cast<std::size_t>(std::max(1, view().width() * 3 / 4 / (letters * 8 / 5)));
    const std::size_t every = (edges.size() + room - 1) / room;
    for (const QString& label : axis.categoriesLabels()) {
        axis.remove(label);
    }
    for (std::size_t at = 0; at < edges.size(); at += every) {
        axis.append(edgeName(edges[at], m_timeline.step), dayNumber(edges[at]));
    }
    const QString from = columnName({edges.front(), edges.front(), {}}, TimeStep::day);
    const QString until = columnName({{edges.back().micros - 1}, edges.back(), {}}, TimeStep::day);
    switch (m_timeline.step) {
    case TimeStep::day:
        axis.setTitleText(tr("rows a day, %1 to %2 (UTC)").arg(from, until));
        break;
    case TimeStep::week:
        axis.setTitleText(tr("rows a week, %1 to %2 (UTC)").arg(from, until));
        break;
    case TimeStep::month:
        axis.setTitleText(tr("rows a month, %1 to %2 (UTC)").arg(from, until));
        break;
    case TimeStep::year:
        axis.setTitleText(tr("rows a year, %1 to %2 (UTC)").arg(from, until));
        break;
    case TimeStep::century:
        axis.setTitleText(tr("rows a century, %1 to %2 (UTC)").arg(from, until));
        break;
    }
}

void TimelineChart::showCurrent(int column) {
    if (column < 0) {
        return;
    }
    const TimeColumn& at = m_timeline.columns[static_cast<std::size_t>(column)];
    QString text = columnText(at, m_timeline.step);
    if (const auto windows = windowsIn(m_windows, at.from, at.until); !windows.empty()) {
        text = windows.size() == 1
                   ? tr("%1 · drift window #%2").arg(text, QString::number(windows.front() + 1))
                   : tr("%1 · %n drift window(s)", nullptr, static_cast<int>(windows.size())).arg(text);
    }
    setLine(text);
}

QString TimelineChart::filterOf(int column, readiness::DayRows rows) const {
    const TimeColumn& at = m_timeline.columns[static_cast<std::size_t>(column)];
    return toQString(readiness::daysFilter(at.from, at.until, rows));
}

void TimelineChart::choose(int column, const QPointF* value) {
    const TimeColumn& at = m_timeline.columns[static_cast<std::size_t>(column)];
    if (value != nullptr && value->y() > at.sum.rows) { // above the rows: what is seen there is the band
        for (std::size_t place = m_windows.size(); place-- > 0;) {
            const Bands band =
                bandsOf({m_windows[place]}, m_windows[place].trainedOn.has_value(), m_timeline);
            if (!band.empty() && value->x() >= band.front().first && value->x() <= band.front().second) {
                Q_EMIT filterWanted(toQString(readiness::windowFilter(place)));
                return;
            }
        }
    }
    Q_EMIT filterWanted(filterOf(column, readiness::DayRows::all));
}

void TimelineChart::openMenu(int column, const QPoint& global) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("timelineMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, const QString& filter) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, filter] { Q_EMIT filterWanted(filter); });
    };
    const TimeColumn& at = m_timeline.columns[static_cast<std::size_t>(column)];
    const QString name = columnName(at, m_timeline.step);
    add(tr("Rows of %1").arg(name), filterOf(column, readiness::DayRows::all));
    add(tr("Low confidence of %1").arg(name), filterOf(column, readiness::DayRows::lowConfidence));
    add(tr("Negative feedback of %1").arg(name), filterOf(column, readiness::DayRows::negative));
    auto windows = windowsIn(m_windows, at.from, at.until);
    windows.resize(std::min(windows.size(), kMostWindowsInMenu));
    for (const std::size_t place : windows) {
        add(tr("Drift window #%1").arg(place + 1), toQString(readiness::windowFilter(place)));
    }
    menu->popup(global);
}

} // namespace goldpan::ui
