// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/preset_bar.h"

#include "ui/common/flow_layout.h"
#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"
#include "ui/queue/row_text.h"

#include <QCoreApplication>
#include <QToolButton>
#include <algorithm>

namespace goldpan::ui {
namespace {

constexpr std::size_t kNameCharacters = 24;

QString presetName(const Preset& preset) {
    return QCoreApplication::translate("goldpan::ui::Preset", preset.name);
}

QString shownCount(std::optional<std::int64_t> count) {
    return count ? countText(*count) : QStringLiteral("…");
}

int spokenPlural(std::optional<std::int64_t> count) {
    return pluralOf(count.value_or(0));
}

} // namespace

PresetBar::PresetBar(QWidget* parent)
    : QWidget(parent)
    , m_layout(new FlowLayout(this)) {
    setObjectName(QStringLiteral("presetBar"));
    setAccessibleName(tr("Preset queues"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(fontMetrics().height() / 4);
    for (const Preset& preset : kPresets) {
        auto* button = makeButton(QString::fromLatin1(preset.command));
        connect(button, &QToolButton::clicked, this,
                [this, &preset] { Q_EMIT chosen(QString::fromLatin1(preset.command)); });
        m_buttons.push_back(button);
    }
    setCounts({});
}

QToolButton* PresetBar::makeButton(const QString& objectName) {
    auto* button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_layout->addWidget(button);
    return button;
}

void PresetBar::clearCounts(bool isStoreOpen) {
    m_isStoreOpen = isStoreOpen;
    setCounts({});
}

void PresetBar::setCounts(const PresetCounts& counts) {
    m_counts = counts;
    for (std::size_t at = 0; at < kPresets.size(); ++at) {
        showPreset(at);
    }
}

void PresetBar::setKeys(const QHash<QString, QString>& keys) {
    m_keys = keys;
    setCounts(m_counts);
    for (std::size_t at = 0; at < m_saved.size(); ++at) {
        showSaved(at);
    }
}

void PresetBar::showPreset(std::size_t at) {
    const QString name = presetName(kPresets[at]);
    const QString count = shownCount(m_counts[at]);
    const QString key = m_keys.value(QString::fromLatin1(kPresets[at].command));
    QToolButton& button = *m_buttons[at];
    if (!m_isStoreOpen) {
        button.setText(key.isEmpty() ? name : tr("%1 %2", "key, queue").arg(key, name));
        button.setAccessibleName(key.isEmpty() ? name : tr("%1, key %2", "queue, key").arg(name, key));
    } else if (key.isEmpty()) {
        button.setText(tr("%1 %2", "queue, rows").arg(name, count));
        button.setAccessibleName(tr("%1, %2 row(s)", nullptr, spokenPlural(m_counts[at])).arg(name, count));
    } else {
        button.setText(tr("%1 %2 %3", "key, queue, rows").arg(key, name, count));
        button.setAccessibleName(
            tr("%1, %2 row(s), key %3", nullptr, spokenPlural(m_counts[at])).arg(name, count, key));
    }
}

void PresetBar::setSavedQueues(const std::vector<SavedCount>& queues) {
    std::vector<SavedCount> fresh = queues;
    for (SavedCount& saved : fresh) {
        const auto old = std::ranges::find(m_saved, saved.queue.filter,
                                           [](const SavedCount& known) { return known.queue.filter; });
        if (!saved.rows && old != m_saved.end()) {
            saved.rows = old->rows;
        }
    }
    m_saved = std::move(fresh);
    while (m_savedButtons.size() > m_saved.size()) {
        // Not at once: its own click may have brought us here.
        m_layout->removeWidget(m_savedButtons.back());
        m_savedButtons.back()->hide();
        m_savedButtons.back()->deleteLater();
        m_savedButtons.pop_back();
    }
    while (m_savedButtons.size() < m_saved.size()) {
        const std::size_t at = m_savedButtons.size();
        auto* button = makeButton(at < kSavedCommands.size() ? QString::fromLatin1(kSavedCommands[at])
                                                             : QStringLiteral("savedQueue%1").arg(at + 1));
        connect(button, &QToolButton::clicked, this,
                [this, at] { Q_EMIT savedChosen(static_cast<int>(at)); });
        // Tab comes to it after the buttons that stand before it, not after all that was there earlier.
        setTabOrder(m_savedButtons.empty() ? m_buttons.back() : m_savedButtons.back(), button);
        m_savedButtons.push_back(button);
        button->show();
    }
    for (std::size_t at = 0; at < m_saved.size(); ++at) {
        showSaved(at);
    }
    setFilterText(m_filter);
    updateGeometry();
}

void PresetBar::showSaved(std::size_t at) {
    const SavedCount& saved = m_saved[at];
    const QString name = visibleLine(saved.queue.name, kNameCharacters);
    const QString count = shownCount(saved.rows);
    QString text = tr("%1 %2", "queue, rows").arg(name, count);
    QString spoken = tr("%1, %2 row(s), saved queue", nullptr, spokenPlural(saved.rows)).arg(name, count);
    if (const QString key = m_keys.value(m_savedButtons[at]->objectName()); !key.isEmpty()) {
        text = tr("%1 %2 %3", "key, queue, rows").arg(key, name, count);
        spoken =
            tr("%1, %2 row(s), saved queue, key %3", nullptr, spokenPlural(saved.rows)).arg(name, count, key);
    }
    QToolButton& button = *m_savedButtons[at];
    button.setText(text.replace(u'&', QLatin1String("&&")));
    button.setAccessibleName(spoken);
    button.setToolTip(plainToolTip(toQString(saved.queue.filter)));
}

void PresetBar::setFilterText(const QString& filter) {
    m_filter = filter;
    for (std::size_t at = 0; at < kPresets.size(); ++at) {
        m_buttons[at]->setChecked(filter == QLatin1String(kPresets[at].filter));
    }
    for (std::size_t at = 0; at < m_saved.size(); ++at) {
        m_savedButtons[at]->setChecked(filter == toQString(m_saved[at].queue.filter));
    }
}

} // namespace goldpan::ui
