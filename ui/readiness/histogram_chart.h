// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// HistogramChart: how the mean logprobs of the rows lie, with the threshold of low confidence. A bar filters
// to its rows. Owned by the readiness panel; GUI thread.
#pragma once

#include "core/store/timeline_reader.h"
#include "ui/readiness/chart_pane.h"

namespace goldpan::ui {

class HistogramChart final : public ChartPane {
    Q_OBJECT

public:
    explicit HistogramChart(QWidget* parent = nullptr);

    void setHistogram(const store::LogprobHistogram& histogram);

private:
    /// `current` is marked.
    void draw(int current);
    void drawLabels();
    void showCurrent(int column);
    [[nodiscard]] QString factsText() const;

    store::LogprobHistogram m_histogram;
    double m_rows = 0; ///< of all bins
};

/// "-3.25 to -3.00", "below -8.00".
[[nodiscard]] QString binName(const store::LogprobBin& bin);

} // namespace goldpan::ui
