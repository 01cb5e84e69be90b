// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readiness/histogram_chart.h"

#include "core/readiness/row_filters.h"
#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"
#include "ui/queue/row_text.h"
#include "ui/readiness/chart_view.h"
#include "ui/readiness/timeline.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QPalette>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <limits>

namespace goldpan::ui {
namespace {

/// Drawn by their place, because the outermost bins may have no end.
QAreaSeries* barsOf(const std::vector<store::LogprobBin>& bins, std::size_t from, std::size_t until,
                    QObject* owner) {
    auto* upper = new QLineSeries;
    auto* lower = new QLineSeries;
    for (std::size_t at = from; at < until; ++at) {
        const auto height = static_cast<double>(wholeRows(bins[at].rows));
        const auto left = static_cast<double>(at);
        upper->append(left, 0);
        upper->append(left, height);
        upper->append(left + 1, height);
        upper->append(left + 1, 0);
    }
    lower->append(static_cast<double>(from), 0);
    lower->append(static_cast<double>(until), 0);
    auto* area = new QAreaSeries(upper, lower);
    area->setParent(owner);
    upper->setParent(area);
    lower->setParent(area);
    return area;
}

} // namespace

QString binName(const store::LogprobBin& bin) {
    if (std::isinf(bin.from)) {
        return HistogramChart::tr("below %1", "logprobs").arg(logprobText(bin.to));
    }
    if (std::isinf(bin.to)) {
        return HistogramChart::tr("from %1", "logprobs").arg(logprobText(bin.from));
    }
    return HistogramChart::tr("%1 to %2", "logprobs").arg(logprobText(bin.from), logprobText(bin.to));
}

HistogramChart::HistogramChart(QWidget* parent)
    : ChartPane("histogramChart", tr("Mean logprob of the rows"), parent) {
    connect(&view(), &ChartView::currentChanged, this, &HistogramChart::showCurrent);
    connect(&view(), &ChartView::chosen, this, [this](int column) {
        const auto& bin = m_histogram.bins[static_cast<std::size_t>(column)];
        Q_EMIT filterWanted(toQString(readiness::binFilter(bin)));
    });
    connect(
        &view(), &ChartView::lookChanged, this, [this] { draw(view().current()); }, Qt::QueuedConnection);
    connect(&view(), &ChartView::resized, this, &HistogramChart::drawLabels);
}

void HistogramChart::setHistogram(const store::LogprobHistogram& histogram) {
    const int before = view().current();
    const double edge = before < 0 ? -std::numeric_limits<double>::infinity() // at first the least sure
                                   : m_histogram.bins[static_cast<std::size_t>(before)].from;
    m_histogram = histogram;
    m_rows = 0;
    for (const store::LogprobBin& bin : histogram.bins) {
        m_rows += bin.rows;
    }
    // The bin that has come in the place of the marked one.
    const auto upTo =
        std::ranges::count_if(histogram.bins, [&](const auto& bin) { return bin.from <= edge; });
    draw(std::max(1, static_cast<int>(upTo)) - 1);
}

void HistogramChart::draw(int current) {
    const auto& bins = m_histogram.bins;
    view().clearChart();
    showChart(!bins.empty());
    setFacts(factsText());
    if (bins.empty()) {
        return;
    }
    const QPalette& colors = view().palette();
    QChart* chart = view().chart();
    const auto edge = static_cast<std::size_t>(
        std::ranges::count_if(bins, [this](const auto& bin) { return bin.from < m_histogram.threshold; }));
    double most = 0;
    std::vector<std::pair<double, double>> columns;
    for (const store::LogprobBin& bin : bins) {
        const auto at = static_cast<double>(columns.size());
        columns.emplace_back(at, at + 1);
        most = std::max(most, static_cast<double>(wholeRows(bin.rows)));
    }
    const NiceScale scale = niceScale(most, 1);
    auto* logprob = new QCategoryAxis;
    logprob->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    logprob->setTitleText(tr("mean logprob of a token, in nats"));
    auto* count = new QValueAxis;
    count->setRange(0, scale.end);
    count->setTickCount(scale.steps + 1);
    count->setLabelFormat(QStringLiteral("%.0f"));
    count->setTitleText(tr("rows"));
    chart->addAxis(logprob, Qt::AlignBottom);
    chart->addAxis(count, Qt::AlignLeft);
    const auto add = [&](QAbstractSeries* series, const QString& name) {
        series->setName(name);
        chart->addSeries(series);
        series->attachAxis(logprob);
        series->attachAxis(count);
    };
    const auto addBars = [&](std::size_t from, std::size_t until, Tone tone, const QString& name) {
        if (from < until) {
            QAreaSeries* bars = barsOf(bins, from, until, chart);
            QColor fill = toneColor(tone, colors);
            bars->setPen(QPen(fill, 1));
            fill.setAlphaF(tone == Tone::lowConfidence ? 0.6F : 0.3F);
            bars->setBrush(fill);
            add(bars, name);
        }
    };
    addBars(0, edge, Tone::lowConfidence, tr("low confidence"));
    addBars(edge, bins.size(), Tone::info, tr("the others"));
    auto* threshold = new QLineSeries;
    threshold->append(static_cast<double>(edge), 0);
    threshold->append(static_cast<double>(edge), scale.end);
    threshold->setPen(ChartView::dashedPen(colors.color(QPalette::Text)));
    add(threshold, tr("threshold %1").arg(logprobText(m_histogram.threshold)));
    for (QLegendMarker* marker : chart->legend()->markers(threshold)) {
        marker->setShape(QLegend::MarkerShapeFromSeries); // with its dashes
    }

    view().styleLegend();
    for (QAbstractAxis* axis : chart->axes()) {
        view().styleAxis(*axis);
    }
    logprob->setRange(0, static_cast<double>(bins.size()));
    drawLabels();
    view().setColumns(std::move(columns), current);
    showCurrent(view().current());
}

void HistogramChart::drawLabels() {
    const auto& bins = m_histogram.bins;
    const auto axes = view().chart()->axes(Qt::Horizontal);
    if (bins.empty() || axes.isEmpty()) {
        return;
    }
    auto& axis = *static_cast<QCategoryAxis*>(axes.first());
    for (const QString& label : axis.categoriesLabels()) {
        axis.remove(label);
    }
    const int letters = view().fontMetrics().horizontalAdvance(QStringLiteral("-10.00"));
    const auto room = static_cast<std::size_t>(std::max(1, view().width() * 4 / 5 / (letters * 3 / 2)));
    const std::size_t every = (bins.size() + room) / room;
    const auto edge = static_cast<std::size_t>(
        std::ranges::count_if(bins, [this](const auto& bin) { return bin.from < m_histogram.threshold; }));
    for (std::size_t at = edge % every; at <= bins.size(); at += every) { // the threshold is one of them
        const double value = at < bins.size() ? bins[at].from : bins.back().to;
        if (std::isfinite(value)) {
            axis.append(logprobText(value), static_cast<double>(at));
        }
    }
}

void HistogramChart::showCurrent(int column) {
    if (column < 0) {
        return;
    }
    const store::LogprobBin& bin = m_histogram.bins[static_cast<std::size_t>(column)];
    const std::int64_t rows = wholeRows(bin.rows);
    QString text = tr("%1: %2 row(s), %3 of those with a logprob", nullptr, pluralOf(rows))
                       .arg(binName(bin), countText(rows), shareText(bin.rows, m_rows));
    if (rows != bin.stored) {
        text = tr("%1 (%2 of them stored)").arg(text, countText(bin.stored));
    }
    setLine(text);
}

QString HistogramChart::factsText() const {
    if (m_histogram.bins.empty()) {
        return {};
    }
    double low = 0;
    for (const store::LogprobBin& bin : m_histogram.bins) {
        low += bin.from < m_histogram.threshold ? bin.rows : 0;
    }
    const std::int64_t rows = wholeRows(m_rows);
    return tr("%1 row(s) with a logprob, %2 of them below the threshold of %3; %4 stored without", nullptr,
              pluralOf(rows))
        .arg(countText(rows), shareText(low, m_rows), logprobText(m_histogram.threshold),
             countText(m_histogram.without));
}

} // namespace goldpan::ui
