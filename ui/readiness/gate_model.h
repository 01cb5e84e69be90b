// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// GateModel: the gates of a candidate, a line each. Owned by the readiness panel; GUI thread.
#pragma once

#include "core/gates/gate_report.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace goldpan::ui {

class GateModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        SuiteColumn,
        MetricColumn,
        CandidateColumn,
        BaselineColumn,
        RuleColumn,
        StatusColumn,
        ReasonColumn,
        ColumnCount,
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// First what keeps the candidate back; of too many the last line says how many there are.
    void setGates(const std::vector<gates::Gate>& gates);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        QString key;
        QStringList cells; ///< by Column
        gates::GateStatus status = gates::GateStatus::missing;
        bool decides = true;

        bool operator==(const Line&) const = default;
    };
    [[nodiscard]] static Line lineOf(const gates::Gate& gate);

    std::vector<Line> m_lines;
};

} // namespace goldpan::ui
