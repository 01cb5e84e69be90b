// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TriggerModel: what makes a retraining due, a line each. Owned by the readiness panel; GUI thread.
#pragma once

#include "core/cadence/triggers.h"
#include "core/store/event_reader.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace goldpan::ui {

class TriggerModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        KindColumn,
        SubjectColumn,
        ProgressColumn, ///< a bar: BarDelegate
        StateColumn,
        ReasonColumn,
        ColumnCount,
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// `windows` by time, as the triggers of kind drift stand first among `triggers`.
    void setTriggers(const std::vector<cadence::Trigger>& triggers,
                     const std::vector<store::DriftRecord>& windows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        QString key;
        QStringList cells; ///< by Column
        double share = 0;  ///< of what is needed, 0 to 1
        bool fires = false;

        bool operator==(const Line&) const = default;
    };
    std::vector<Line> m_lines;
};

} // namespace goldpan::ui
