// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewSession: the one truth about the current row: its detail, the words that its editor holds, and every
// act on it. Acts run in the writer, in order; the screen moves on before they are durable and learns of each
// by signal. Owned by the window; GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <optional>
#include <unordered_map>
#include <variant>

#include "core/review/review_service.h"
#include "ui/detail/state_line.h"
#include "ui/state/act_runner.h"
#include "ui/state/detail_loader.h"
#include "ui/state/draft_keeper.h"

namespace goldpan::ui {

class QueueSession;
class StoreSession;

/// What `.` does again.
struct RepeatableTag {
    QString name;
    bool add = true;
};
struct RepeatableText {
    std::string text;
};
using Repeatable = std::variant<std::monostate, review::Decision, RepeatableTag, RepeatableText>;

class ReviewSession final : public QObject {
    Q_OBJECT

public:
    explicit ReviewSession(QueueSession& queue, QObject* parent = nullptr);

    void setStore(StoreSession* session);
    /// Where the words of the current editor come from.
    void setEditorSource(std::function<std::string()> source);

    [[nodiscard]] RowId row() const { return m_row; }
    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] const RowDetailPtr& detail() const { return m_detail; }
    [[nodiscard]] bool isLoading() const { return m_row && m_detail == nullptr && !m_unreadable; }
    /// The current row could not be read: there is nothing to judge.
    [[nodiscard]] bool isUnreadable() const { return m_unreadable; }
    [[nodiscard]] DraftKeeper& drafts() { return m_drafts; }
    /// Acts or drafts on their way to the store.
    [[nodiscard]] bool isActing() const { return !m_acts.isIdle(); }
    [[nodiscard]] bool isWriting() const { return !m_acts.isIdle() || !m_drafts.isIdle(); }
    [[nodiscard]] const Repeatable& lastAction() const { return m_last; }

    /// The row at `index` of the queue becomes the current one; -1 for none.
    void setCurrent(int index);
    /// The current row was changed by others: reads it again, without touching words that were typed.
    void reload();
    /// An act on many rows was done here: whatever is shown is read again.
    void takeRowsChanged();
    void prefetch(const std::vector<RowId>& rows) { m_loader.prefetch(rows); }
    /// The operator typed.
    void noteEdited();
    /// A draft that the editor holds is in the store by older rules of redaction: writes it again by the
    /// store's own, which are those of `redactor` now.
    void takeRules(const redact::Redactor& redactor);

    void decide(review::Decision decision);
    /// The words become the gold correction, whatever they are; empty ones are refused.
    void saveCorrection(const std::string& text);
    /// Words equal to the response, saved with Ctrl+Enter: the answer was right after all.
    void acceptAsIs();
    /// Other words are about to take the place of those in the editor. Where a draft goes with that, undo
    /// will bring it back: true.
    bool keepDraftBefore(const std::string& text);
    void changeTag(const QString& name, bool add);
    void toggleTag(const QString& name);
    void undo();
    void redo();
    /// An act on many rows was taken back or done again beside the review.
    void takeUndone(const review::UndoOutcome& outcome, bool again);
    void readHistory(std::function<void(Result<std::vector<HistoryItem>>)> done);

Q_SIGNALS:
    void currentChanged();                            ///< another row, its detail not there yet
    void detailLoaded(const std::string& editorText); ///< the editor starts over with these words
    void detailRefreshed(); ///< after an act or by others; the editor stays as it is
    void detailFailed(const goldpan::Error& error);
    void statusChanged(const goldpan::ui::EditorStatus& status);
    void actDone();                      ///< something in the store changed; figures are old
    void changed();                      ///< an act, an undo or a redo did something
    void unchanged(const QString& text); ///< the row was so already
    void actFailed(const QString& what, const goldpan::Error& error);
    /// An act was taken back or done again; the window goes to `row`.
    void undone(goldpan::ActKind kind, bool again, goldpan::RowId row);
    /// What is to be taken back or done again is on so many rows that it wants progress and Cancel.
    void longUndoWanted(goldpan::ActId act, bool again);
    void draftFailed(const goldpan::Error& error);
    /// These words are a row's gold correction now, just as they were given.
    void corrected(goldpan::RowId row, const std::string& text);
    /// What was saved of a row that is no longer the current one was redacted: export holds it back.
    void savedRedacted(goldpan::RowId row);
    /// What was saved took the place of a correction that somebody else had saved meanwhile.
    void replacedOther(const QString& operatorName);

private:
    using ActDone = std::function<void(const Result<ActRunner::Done>&)>;

    void runAct(const QString& what, RowId row, std::optional<ReviewState> pending, ActRunner::Act act,
                ActDone done = {});
    void takeBack(bool again);
    void takeDetail(const RowDetailPtr& detail);
    void takeFacts();
    void updateStatus(EditorStatus::Kind kind, std::optional<Timestamp> at = {}, const QString& failure = {});
    void statusFromDetail();
    [[nodiscard]] std::string editorText() const;

    QueueSession& m_queue;
    StoreSession* m_session = nullptr;
    DetailLoader m_loader;
    DraftKeeper m_drafts;
    ActRunner m_acts;
    std::function<std::string()> m_source;
    RowId m_row;
    int m_index = -1;
    RowDetailPtr m_detail;
    bool m_unreadable = false;
    bool m_edited = false;     ///< the editor holds words that were typed since the row was shown or saved
    bool m_awaitsText = false; ///< an undo gave the row other words, which the editor does not show yet
    EditorStatus m_status;     ///< as it was told last
    Timestamp m_begun;         ///< what the editor's words began from is as old as this
    Repeatable m_last;
    std::unordered_map<RowId, std::string> m_saving; ///< corrections on their way
};

} // namespace goldpan::ui
