// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PresetBar: the preset queues with their keys and how many rows each has now, then the saved ones. Owned by
// its parent; GUI thread.
#pragma once

#include <QHash>
#include <QString>
#include <QWidget>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/store/saved_queues.h"

class QToolButton;

namespace goldpan::ui {

class FlowLayout;

struct Preset {
    const char* command; ///< id of the command that shows it
    const char* name;    ///< untranslated
    const char* filter;
};

/// In the order of their keys, "all rows" last.
inline constexpr std::array kPresets{
    Preset{"queue.flagged", QT_TRANSLATE_NOOP("goldpan::ui::Preset", "Flagged"),
           "is:flagged state:unreviewed"},
    Preset{"queue.lowConfidence", QT_TRANSLATE_NOOP("goldpan::ui::Preset", "Low confidence"),
           "is:low-confidence state:unreviewed"},
    Preset{"queue.driftWindow", QT_TRANSLATE_NOOP("goldpan::ui::Preset", "Drift window"),
           "tag:drift_window state:unreviewed"},
    Preset{"queue.userNegative", QT_TRANSLATE_NOOP("goldpan::ui::Preset", "User negative"),
           "tag:user_negative state:unreviewed"},
    Preset{"queue.deferred", QT_TRANSLATE_NOOP("goldpan::ui::Preset", "Deferred"), "state:deferred"},
    Preset{"queue.corrected", QT_TRANSLATE_NOOP("goldpan::ui::Preset", "Corrected"), "state:corrected"},
    Preset{"queue.marked", QT_TRANSLATE_NOOP("goldpan::ui::Preset", "Marked"),
           "tag:operator_review state:unreviewed"},
    Preset{"queue.all", QT_TRANSLATE_NOOP("goldpan::ui::Preset", "All"), ""},
};

using PresetCounts = std::array<std::optional<std::int64_t>, kPresets.size()>;

/// The commands that show the first saved queues.
inline constexpr std::array kSavedCommands{"queue.saved1", "queue.saved2"};

/// A saved queue and its rows as they were counted last; none while that is not known.
struct SavedCount {
    store::SavedQueue queue;
    std::optional<std::int64_t> rows;
};

class PresetBar final : public QWidget {
    Q_OBJECT

public:
    explicit PresetBar(QWidget* parent = nullptr);

    /// No count is known: not yet where a store is open, and else there is nothing to count.
    void clearCounts(bool isStoreOpen);
    void setCounts(const PresetCounts& counts);
    /// In their order. A queue without a count shows the one that it had.
    void setSavedQueues(const std::vector<SavedCount>& queues);
    /// By command id; a queue without one has no key.
    void setKeys(const QHash<QString, QString>& keys);
    /// Marks the queues whose filter is shown.
    void setFilterText(const QString& filter);

Q_SIGNALS:
    void chosen(const QString& commandId);
    void savedChosen(int index);

private:
    [[nodiscard]] QToolButton* makeButton(const QString& objectName);
    void showPreset(std::size_t at);
    void showSaved(std::size_t at);

    FlowLayout* m_layout;
    std::vector<QToolButton*> m_buttons;
    std::vector<QToolButton*> m_savedButtons;
    std::vector<SavedCount> m_saved;
    QString m_filter;
    PresetCounts m_counts;
    bool m_isStoreOpen = false;
    QHash<QString, QString> m_keys;
};

} // namespace goldpan::ui
