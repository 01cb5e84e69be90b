// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// BulkController: the dialog for acts on the whole result, its preview, and the act itself with progress,
// cancel and what came of it. Owned by the window; GUI thread.
#pragma once

#include <QObject>
#include <QStringList>
#include <functional>

#include "ui/bulk/bulk_choice.h"
#include "ui/common/notice_bar.h"
#include "ui/state/bulk_runner.h"

class QWidget;

namespace goldpan::ui {

class BulkDialog;
class CommandRegistry;
class QueueSession;
class ReviewSession;
class StoreSession;

class BulkController final : public QObject {
    Q_OBJECT

public:
    BulkController(QWidget& window, NoticeBar& notices, CommandRegistry& registry, QueueSession& queue,
                   ReviewSession& review, QObject* parent);

    void setStore(StoreSession* session);
    void setTagNames(const QStringList& names);

    /// Why no act over many rows can begin now; empty where one can.
    [[nodiscard]] QString whyNotStart() const;
    /// Runs one with progress and Cancel; where `done` is given it tells what came of it.
    void start(RowIds rows, const QString& text, BulkRunner::Act act,
               std::function<void(const BulkRunner::Done&)> done = {});

    /// Takes a named act back, or does it again, in the same way; where `done` is given it tells what came of
    /// it.
    using Reversed = std::function<void(const Result<review::UndoOutcome>&)>;
    void takeBack(ActId act, bool again, Reversed done = {});

Q_SIGNALS:
    void dialogClosed();

private:
    void bindCommands(CommandRegistry& registry);
    [[nodiscard]] QString whyNotOpen() const;
    void open();
    void readSample();
    void count(const BulkChoice& choice);
    void run(const BulkChoice& choice);
    void end(const BulkRunner::Done& done);
    void endReversal(const BulkRunner::Done& done, bool again, const review::UndoOutcome& outcome);
    void tell(NoticeBar::Kind kind, const QString& text);

    NoticeBar& m_notices;
    const CommandRegistry& m_registry; ///< for the names of keys
    QueueSession& m_queue;
    ReviewSession& m_review;
    BulkDialog* m_dialog = nullptr;
    StoreSession* m_session = nullptr;
    BulkRunner m_runner;
    RowIds m_rows;  ///< of the open dialog
    QString m_told; ///< what came of the last act, as long as its store is open
};

} // namespace goldpan::ui
