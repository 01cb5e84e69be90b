// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PresetBar: the preset queues with their keys and how many rows each has now. Owned by its parent; GUI
// thread.
#pragma once

#include <QString>
#include <QWidget>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

class QToolButton;

namespace goldpan::ui {

struct Preset {
    const char* command; ///< id of the command that shows it
    const char* key;
    const char* name; ///< untranslated
    const char* filter;
};

/// In the order of their keys, "all rows" last.
inline constexpr std::array kPresets{
    Preset{"queue.flagged", "1", QT_TRANSLATE_NOOP("Preset", "Flagged"), "is:flagged state:unreviewed"},
    Preset{"queue.lowConfidence", "2", QT_TRANSLATE_NOOP("Preset", "Low confidence"),
           "is:low-confidence state:unreviewed"},
    Preset{"queue.driftWindow", "3", QT_TRANSLATE_NOOP("Preset", "Drift window"),
           "tag:drift_window state:unreviewed"},
    Preset{"queue.userNegative", "4", QT_TRANSLATE_NOOP("Preset", "User negative"),
           "tag:user_negative state:unreviewed"},
    Preset{"queue.deferred", "5", QT_TRANSLATE_NOOP("Preset", "Deferred"), "state:deferred"},
    Preset{"queue.corrected", "6", QT_TRANSLATE_NOOP("Preset", "Corrected"), "state:corrected"},
    Preset{"queue.marked", "7", QT_TRANSLATE_NOOP("Preset", "Marked"),
           "tag:operator_review state:unreviewed"},
    Preset{"queue.all", "0", QT_TRANSLATE_NOOP("Preset", "All"), ""},
};

using PresetCounts = std::array<std::optional<std::int64_t>, kPresets.size()>;

class PresetBar final : public QWidget {
    Q_OBJECT

public:
    explicit PresetBar(QWidget* parent = nullptr);

    void setCounts(const PresetCounts& counts);
    /// Marks the preset whose filter is shown, if it is one.
    void setFilterText(const QString& filter);

Q_SIGNALS:
    void chosen(const QString& commandId);

private:
    std::vector<QToolButton*> m_buttons;
};

} // namespace goldpan::ui
