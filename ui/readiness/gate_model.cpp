// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readiness/gate_model.h"

#include "ui/common/core_text.h"
#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"
#include "ui/common/visible_text.h"
#include "ui/queue/row_text.h"
#include "ui/readiness/fact_table.h"

#include <QApplication>
#include <QPalette>

#include <algorithm>
#include <ranges>

namespace goldpan::ui {
namespace {

constexpr std::ptrdiff_t kMostGates = 1000; ///< more than anybody reads; a report may be anything
constexpr std::size_t kNameCharacters = 100;
constexpr std::size_t kReasonCharacters = 300;

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

/// What keeps the candidate back stands first.
int rankOf(const gates::Gate& gate) {
    if (!gate.rule.required) {
        return 3;
    }
    switch (gate.status) {
    case gates::GateStatus::fail:
        return 0;
    case gates::GateStatus::missing:
        return 1;
    case gates::GateStatus::pass:
        break;
    }
    return 2;
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

GateModel::Line GateModel::lineOf(const gates::Gate& gate) {
    const QString suite =
        gate.suite.empty() ? tr("(all)", "suites") : visibleLine(gate.suite, kNameCharacters);
    return {toQString(gate.suite) + u'\n' + toQString(gate.metric),
            {suite, visibleLine(gate.metric, kNameCharacters), figureText(gate.candidate),
             figureText(gate.baseline), ruleText(gate.rule), statusText(gate.status, gate.rule.required),
             visibleLine(toUtf8(coreText(gate.reason)), kReasonCharacters)},
            gate.status,
            gate.rule.required};
}

void GateModel::setGates(const std::vector<gates::Gate>& gates) {
    std::vector<const gates::Gate*> order;
    order.reserve(gates.size());
    for (const gates::Gate& gate : gates) {
        order.push_back(&gate);
    }
    std::ranges::stable_sort(order, {}, [](const gates::Gate* gate) { return rankOf(*gate); });
    std::vector<Line> lines;
    for (const gates::Gate* gate : order | std::views::take(kMostGates)) {
        lines.push_back(lineOf(*gate));
    }
    if (std::ssize(order) > kMostGates) {
        QStringList cells(ColumnCount);
        cells[SuiteColumn] = tr("and %n more", "gates", pluralOf(std::ssize(order) - kMostGates));
        lines.push_back({{}, std::move(cells), gates::GateStatus::pass, false});
    }
    if (lines != m_lines) {
        beginResetModel();
        m_lines = std::move(lines);
        endResetModel();
    }
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
        return line.key.isEmpty() ? line.cells.front() : line.cells.join(QLatin1String(", "));
    case FactTable::KeyRole:
        return line.key;
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
