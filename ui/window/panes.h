// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Panes: the widgets of the window and where they stand. The window owns them; controllers connect them. GUI
// thread.
#pragma once

class QLabel;
class QMainWindow;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace goldpan::ui {

class CorrectionEditor;
class DiffView;
class ElidedLabel;
class FilterBar;
class GuideView;
class HistoryPanel;
class KeySheet;
class MetaHeader;
class NoticeBar;
class PaneTitle;
class PresetBar;
class QueueModel;
class QueueView;
class ReadinessPanel;
class ReadOnlyText;
class ResponseView;
class StateLine;
class TagStrip;
class TranscriptView;

struct Panes {
    PresetBar* presets = nullptr;
    FilterBar* filter = nullptr;
    ElidedLabel* resultInfo = nullptr;
    ElidedLabel* filterMistake = nullptr; ///< in its place while the typed filter has one
    QueueView* queue = nullptr;
    MetaHeader* meta = nullptr;
    TagStrip* tags = nullptr;
    TranscriptView* prompt = nullptr;
    ResponseView* response = nullptr;
    DiffView* diff = nullptr;
    QStackedWidget* answers = nullptr; ///< the response, or what the correction changes in it
    PaneTitle* diffTitle = nullptr;
    PaneTitle* correctionTitle = nullptr;
    CorrectionEditor* editor = nullptr;
    QToolButton* suggestion = nullptr; ///< shown while the row has one
    StateLine* state = nullptr;
    HistoryPanel* history = nullptr;
    QStackedWidget* details = nullptr; ///< the row, or the readiness panel in its place
    ReadinessPanel* readiness = nullptr;
    NoticeBar* notices = nullptr;
    KeySheet* keys = nullptr;
    GuideView* guide = nullptr;
    QStackedWidget* pages = nullptr; ///< the work, the key sheet or the guide
    ElidedLabel* drift = nullptr;    ///< status line, beside `who`
    ElidedLabel* who = nullptr;      ///< status line, left
    ElidedLabel* sums = nullptr;     ///< status line, right: the five states add up to all rows
    ElidedLabel* index = nullptr;    ///< status line, last: the search index

    /// Which of the two stands beside the editor.
    [[nodiscard]] ReadOnlyText* answer() const;
};

/// Builds them into `window`.
[[nodiscard]] Panes buildPanes(QMainWindow& window, QueueModel& model);

} // namespace goldpan::ui
