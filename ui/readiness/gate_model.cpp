// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readiness/gate_model.h"

#include "ui/common/core_text.h"
#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"
#include "ui/common/visible_text.h"

#include <QApplication>
#include <QPalette>

#include <algorithm>

namespace goldpan::ui {
namespace {

constexpr std::size_t kMostGates = 1000; ///< more than anybody reads; a report may be anything
constexpr std::size_t kNameCharacters = 100;

QString figureText(const std::optional<double>& figure) {
    return figure ? QString::number(*figure, 'g', 4) : QStringLiteral("–");
}

QString ruleText(const gates::GateRule& rule) {
    QStringList parts;
    if (rule.threshold) {
        parts << GateModel::tr("threshold %1").arg(figureText(rule.threshold));
    }
    if (rule.maxDrop) {
        parts << GateModel::tr("drop %1 at most").arg(figureText(rule.maxDrop));
    }
    if (!rule.required) {
        parts << GateModel::tr("shown only");
    }
    return parts.isEmpty() ? QStringLiteral("–") : parts.join(QLatin1String(", "));
}

QString statusText(gates::GateStatus status, bool decides) {
    if (!decides && status == gates::GateStatus::pass) {
        return QStringLiteral("–"); // it could not have failed
    }
    switch (status) {
    case gates::GateStatus::pass:
        return GateModel::tr("✓ pass");
    case gates::GateStatus::fail:
        return GateModel::tr("✗ fail");
    case gates::GateStatus::missing:
        break;
    }
    return GateModel::tr("? missing");
}

Tone toneOf(gates::GateStatus status, bool decides) {
    if (!decides) {
        return Tone::muted;
    }
    switch (status) {
    case gates::GateStatus::pass:
        return Tone::ok;
    case gates::GateStatus::fail:
        return Tone::error;
    case gates::GateStatus::missing:
        break;
    }
    return Tone::warning;
}

} // namespace

void GateModel::setGates(const std::vector<gates::Gate>& gates) {
    beginResetModel();
    m_lines.clear();
    for (std::size_t at = 0; at < std::min(gates.size(), kMostGates); ++at) {
        const gates::Gate& gate = gates[at];
        m_lines.push_back(
            {{gate.suite.empty() ? tr("(all)", "suites") : visibleLine(gate.suite, kNameCharacters),
              visibleLine(gate.metric, kNameCharacters), figureText(gate.candidate),
              figureText(gate.baseline), ruleText(gate.rule), statusText(gate.status, gate.rule.required),
              coreText(gate.reason)},
             gate.status,
             gate.rule.required});
    }
    endResetModel();
}

int GateModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int GateModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant GateModel::data(const QModelIndex& index, int role) const {
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
    case Qt::TextAlignmentRole:
        return index.column() == CandidateColumn || index.column() == BaselineColumn
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case Qt::ForegroundRole:
        return index.column() == StatusColumn
                   ? QVariant(toneColor(toneOf(line.status, line.decides), QApplication::palette()))
                   : QVariant();
    default:
        return {};
    }
}

QVariant GateModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount) {
        return {};
    }
    return QStringList{tr("Suite"), tr("Metric"), tr("Candidate"), tr("Baseline"),
                       tr("Rule"),  tr("Status"), tr("Reason")}[section];
}

} // namespace goldpan::ui
