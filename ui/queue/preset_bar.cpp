// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/preset_bar.h"

#include "ui/common/flow_layout.h"
#include "ui/queue/row_text.h"

#include <QCoreApplication>
#include <QToolButton>

namespace goldpan::ui {
namespace {

QString presetName(const Preset& preset) {
    return QCoreApplication::translate("Preset", preset.name);
}

} // namespace

PresetBar::PresetBar(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("presetBar"));
    setAccessibleName(tr("Preset queues"));
    auto* layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(fontMetrics().height() / 4);
    for (const Preset& preset : kPresets) {
        auto* button = new QToolButton(this);
        button->setObjectName(QString::fromLatin1(preset.command));
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this,
                [this, &preset] { Q_EMIT chosen(QString::fromLatin1(preset.command)); });
        layout->addWidget(button);
        m_buttons.push_back(button);
    }
    setCounts({});
}

void PresetBar::setCounts(const PresetCounts& counts) {
    for (std::size_t at = 0; at < kPresets.size(); ++at) {
        const Preset& preset = kPresets[at];
        const QString count = counts[at] ? countText(*counts[at]) : QStringLiteral("…");
        m_buttons[at]->setText(tr("%1 %2 %3", "key, queue, rows")
                                   .arg(QString::fromLatin1(preset.key), presetName(preset), count));
        m_buttons[at]->setAccessibleName(
            tr("%1, %2 rows, key %3").arg(presetName(preset), count, QString::fromLatin1(preset.key)));
    }
}

void PresetBar::setFilterText(const QString& filter) {
    for (std::size_t at = 0; at < kPresets.size(); ++at) {
        m_buttons[at]->setChecked(filter == QLatin1String(kPresets[at].filter));
    }
}

} // namespace goldpan::ui
