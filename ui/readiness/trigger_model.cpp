// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readiness/trigger_model.h"

#include "ui/common/core_text.h"
#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"
#include "ui/common/visible_text.h"
#include "ui/queue/row_text.h"
#include "ui/readiness/bar_delegate.h"
#include "ui/readiness/fact_table.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPalette>

#include <algorithm>

namespace goldpan::ui {
namespace {

constexpr std::size_t kSubjectCharacters = 200;

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::TriggerModel)
};

QString kindText(cadence::TriggerKind kind) {
    switch (kind) {
    case cadence::TriggerKind::drift:
        return Words::tr("Drift");
    case cadence::TriggerKind::schedule:
        return Words::tr("Schedule");
    case cadence::TriggerKind::cluster:
        break;
    }
    return Words::tr("Failure cluster");
}

QString subjectText(const cadence::Trigger& trigger, std::size_t place) {
    if (trigger.subject.empty()) {
        return QStringLiteral("–");
    }
    if (trigger.kind == cadence::TriggerKind::cluster) {
        return visibleLine(trigger.subject, kSubjectCharacters);
    }
    const QString time = timeText(parseTimestamp(trigger.subject)).left(16); // to the minute
    return trigger.kind == cadence::TriggerKind::drift
               ? Words::tr("#%1 · %2", "number of a drift window, its time").arg(place + 1).arg(time)
               : Words::tr("since %1").arg(time);
}

QString keyOf(const cadence::Trigger& trigger, std::size_t at,
              const std::vector<store::DriftRecord>& windows) {
    const bool isWindow = trigger.kind == cadence::TriggerKind::drift && at < windows.size();
    return QString::number(static_cast<int>(trigger.kind)) + u' ' +
           (isWindow                                         ? QString::number(windows[at].id)
            : trigger.kind == cadence::TriggerKind::schedule ? QString() // there is one, since whenever
                                                             : toQString(trigger.subject));
}

QString stateText(const cadence::Trigger& trigger, bool isTrained) {
    if (isTrained) {
        return Words::tr("trained");
    }
    if (trigger.fires) {
        return Words::tr("due");
    }
    const std::int64_t missing = trigger.need - trigger.have;
    return missing > 0 ? Words::tr("%1 short", "rows or days that are missing").arg(countText(missing))
                       : Words::tr("waits");
}

} // namespace

void TriggerModel::setTriggers(const std::vector<cadence::Trigger>& triggers,
                               const std::vector<store::DriftRecord>& windows) {
    std::vector<Line> lines;
    for (std::size_t at = 0; at < triggers.size(); ++at) {
        const cadence::Trigger& trigger = triggers[at];
        const bool isTrained = trigger.kind == cadence::TriggerKind::drift && at < windows.size() &&
                               windows[at].trainedOn.has_value();
        Line line;
        line.key = keyOf(trigger, at, windows);
        line.cells = {kindText(trigger.kind), subjectText(trigger, at),
                      tr("%1/%2", "rows or days that are there, that are needed")
                          .arg(countText(trigger.have), countText(trigger.need)),
                      stateText(trigger, isTrained), coreText(trigger.reason)};
        line.share =
            trigger.need <= 0
                ? 1
                : std::clamp(static_cast<double>(trigger.have) / static_cast<double>(trigger.need), 0.0, 1.0);
        line.fires = trigger.fires;
        lines.push_back(std::move(line));
    }
    if (lines != m_lines) {
        beginResetModel();
        m_lines = std::move(lines);
        endResetModel();
    }
}

int TriggerModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int TriggerModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TriggerModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return line.cells[index.column()];
    case Qt::ToolTipRole:
        return plainToolTip(line.cells[index.column()]);
    case Qt::AccessibleDescriptionRole: // the whole line, whichever cell one stands on
        return line.cells.join(QLatin1String(", "));
    case Qt::ForegroundRole:
        return index.column() == StateColumn
                   ? QVariant(toneColor(line.fires ? Tone::ok : Tone::muted, QApplication::palette()))
                   : QVariant();
    case FactTable::KeyRole:
        return line.key;
    case BarDelegate::ShareRole:
        return line.share;
    case BarDelegate::FullRole:
        return line.fires;
    default:
        return {};
    }
}

QVariant TriggerModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount) {
        return {};
    }
    return QStringList{tr("Trigger"), tr("Of"), tr("Collected"), tr("State"), tr("Reason")}[section];
}

} // namespace goldpan::ui
