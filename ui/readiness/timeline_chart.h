// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TimelineChart: rows a day, the shares of low confidence and of negative feedback, and the drift windows as
// bands. A column filters to its rows, a band to its window. Owned by the readiness panel; GUI thread.
#pragma once

#include "core/readiness/overview.h"
#include "core/readiness/row_filters.h"
#include "ui/readiness/chart_pane.h"
#include "ui/readiness/timeline.h"

#include <vector>

class QCategoryAxis;

namespace goldpan::ui {

class TimelineChart final : public ChartPane {
    Q_OBJECT

public:
    explicit TimelineChart(QWidget* parent = nullptr);

    void setOverview(const readiness::Overview& overview);

private:
    /// `current` is marked.
    void draw(int current);
    void drawAxis(QCategoryAxis& axis);
    void showCurrent(int column);
    void choose(int column, const QPointF* value);
    void openMenu(int column, const QPoint& global);
    [[nodiscard]] QString filterOf(int column, readiness::DayRows rows) const;

    Timeline m_timeline;
    std::vector<store::DriftRecord> m_windows;
};

} // namespace goldpan::ui
