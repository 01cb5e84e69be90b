// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/bulk_controller.h"

#include "core/store/queue_reader.h"
#include "ui/bulk/bulk_dialog.h"
#include "ui/commands/command_registry.h"
#include "ui/common/error_text.h"
#include "ui/common/notice_bar.h"
#include "ui/queue/row_text.h"
#include "ui/state/queue_session.h"
#include "ui/state/review_session.h"
#include "ui/state/store_session.h"
#include "ui/window/import_text.h"

#include <utility>

namespace goldpan::ui {
namespace {

constexpr std::size_t kFirstRows = 6;
constexpr std::size_t kSpreadRows = 6;

/// The first rows, and some at even distances to the last.
std::vector<RowId> sampleOf(const std::vector<RowId>& rows) {
    std::vector<RowId> out(rows.begin(),
                           rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), kFirstRows)));
    const std::size_t rest = rows.size() - out.size();
    const std::size_t spread = std::min(rest, kSpreadRows);
    for (std::size_t i = 1; i <= spread; ++i) {
        out.push_back(rows[kFirstRows - 1 + rest * i / spread]);
    }
    return out;
}

} // namespace

BulkController::BulkController(QWidget& window, NoticeBar& notices, CommandRegistry& registry,
                               QueueSession& queue, ReviewSession& review, QObject* parent)
    : QObject(parent)
    , m_notices(notices)
    , m_registry(registry)
    , m_queue(queue)
    , m_review(review)
    , m_dialog(new BulkDialog(&window)) {
    connect(m_dialog, &BulkDialog::choiceChanged, this, &BulkController::count);
    connect(m_dialog, &BulkDialog::applyRequested, this, &BulkController::run);
    connect(m_dialog, &QDialog::finished, this, [this] {
        if (m_session != nullptr) {
            m_session->counter.drop(Lane::preview);
        }
        Q_EMIT dialogClosed();
    });
    connect(m_dialog, &QDialog::rejected, this, [this] { m_rows.reset(); });
    connect(&notices, &NoticeBar::cancelRequested, &m_runner, &BulkRunner::cancel);
    connect(&review, &ReviewSession::actDone, this, [this] {
        if (m_dialog->isVisible()) { // decisions that were on their way when it was opened
            readSample();
            count(m_dialog->choice());
        }
    });
    connect(&review, &ReviewSession::longUndoWanted, this,
            [this](ActId act, bool again) { takeBack(act, again); });
    bindCommands(registry);
}

void BulkController::bindCommands(CommandRegistry& registry) {
    registry.setHandler(
        QStringLiteral("bulk.open"), [this] { open(); }, [this] { return whyNotOpen(); });
    // Undo would take back the part that is done while the rest is still being done.
    for (const char* id : {"edit.undo", "edit.redo"}) {
        registry.addObstacle(QString::fromLatin1(id), [this] {
            return m_runner.isRunning() ? tr("an act on many rows is running; wait for it or cancel it")
                                        : QString();
        });
    }
}

QString BulkController::whyNotStart() const {
    if (m_session == nullptr) {
        return tr("no store is open");
    }
    return m_notices.isProgressShown()
               ? tr("“%1” is not over yet; wait for it or cancel it").arg(m_notices.progressText())
               : QString();
}

QString BulkController::whyNotOpen() const {
    if (m_session == nullptr) {
        return tr("no store is open");
    }
    if (m_queue.isRunning()) {
        return tr("the rows are still being looked for");
    }
    if (m_queue.model().rowCount() == 0) {
        return tr("the queue has no rows");
    }
    return whyNotStart();
}

void BulkController::setStore(StoreSession* session) {
    m_dialog->reject();
    if (m_runner.isRunning()) {
        m_notices.endProgress();
    }
    if (!m_told.isEmpty()) {
        m_notices.withdraw(std::exchange(m_told, QString())); // U would mean an act of another store
    }
    m_runner.setStore(session);
    m_session = session;
    m_rows.reset();
}

void BulkController::setTagNames(const QStringList& names) {
    m_dialog->setTagNames(names);
}

void BulkController::open() {
    m_rows = std::make_shared<const std::vector<RowId>>(m_queue.model().ids());
    m_dialog->setUndoKey(m_registry.keyText("edit.undo"));
    m_dialog->setRows(std::ssize(*m_rows), m_queue.filterText());
    readSample();
    m_dialog->open();
}

void BulkController::readSample() {
    m_session->reader.run<std::vector<queue::QueueRow>>(
        Lane::preview, this,
        [ids = sampleOf(*m_rows)](StoreWorker::Job& job) { return job.store.queue().rows(ids); },
        [this](Result<std::vector<queue::QueueRow>> rows) {
            if (rows) {
                m_dialog->setSample(std::move(*rows));
            } else {
                m_dialog->setProblem(rows.error());
            }
        });
}

void BulkController::count(const BulkChoice& choice) {
    if (m_session == nullptr || m_rows == nullptr) {
        return;
    }
    m_session->counter.drop(Lane::preview);
    if (!choice.isWhole()) {
        return;
    }
    m_session->counter.run<BulkFigures>(
        Lane::preview, this,
        [choice, rows = m_rows](StoreWorker::Job& job) -> Result<BulkFigures> {
            const auto count = [&](const queue::Filter& filter) {
                return job.store.queue().countIn(*rows, filter, job.stop);
            };
            auto unchanged = count(bulkUnchanged(choice));
            if (!unchanged) {
                return std::unexpected(unchanged.error());
            }
            queue::Filter corrected;
            corrected.kind = queue::Filter::Kind::term;
            corrected.term = queue::StateTerm{ReviewState::corrected};
            auto lost = choice.isTag() ? Result<std::int64_t>(0) : count(corrected);
            return lost ? Result<BulkFigures>(BulkFigures{*unchanged, *lost}) : std::unexpected(lost.error());
        },
        [this](const Result<BulkFigures>& figures) {
            if (figures) {
                m_dialog->setFigures(*figures);
            } else {
                m_dialog->setProblem(figures.error());
            }
        });
}

void BulkController::run(const BulkChoice& choice) {
    const RowIds rows = std::exchange(m_rows, nullptr);
    start(rows, bulkProgressText(choice, std::ssize(*rows)), bulkActOf(choice));
}

void BulkController::start(RowIds rows, const QString& text, BulkRunner::Act act,
                           std::function<void(const BulkRunner::Done&)> done) {
    if (const QString reason = whyNotStart(); !reason.isEmpty()) {
        m_notices.post(NoticeBar::Kind::info, tr("%1: %2.").arg(text, reason));
        return;
    }
    m_notices.setProgress(text, std::nullopt, {}); // first: who waits to leave may go once drafts are written
    m_review.drafts().flush();
    disconnect(&m_runner, &BulkRunner::progressed, this, nullptr);
    connect(&m_runner, &BulkRunner::progressed, this, [this, text](const Progress& progress, qint64 ms) {
        m_notices.setProgress(text, shareOf(progress), rateText(progress, ms));
    });
    m_runner.run(std::move(rows), std::move(act),
                 [this, tell = std::move(done)](const BulkRunner::Done& ended) {
                     m_notices.endProgress();
                     m_review.takeRowsChanged();
                     if (tell) {
                         tell(ended);
                     } else {
                         end(ended);
                     }
                 });
}

void BulkController::end(const BulkRunner::Done& done) {
    const QString undo = (done.isNewest ? tr("Undo (%1) takes it back.")
                                        : tr("Undo (%1) takes back what you did since first; History of the "
                                             "store, in the Review menu, undoes it at once."))
                             .arg(m_registry.keyText("edit.undo"));
    if (done.outcome) {
        const review::ActOutcome& outcome = *done.outcome;
        if (outcome.changed == 0) {
            tell(NoticeBar::Kind::info,
                 tr("%1 row(s) left as they are: there was nothing to change.", nullptr, pluralOf(done.total))
                     .arg(countText(done.total)));
            return;
        }
        QStringList said{tr("%1 changed, %2 row(s) left as they are.", nullptr, pluralOf(outcome.skipped))
                             .arg(rowsText(outcome.changed), countText(outcome.skipped))};
        if (outcome.meanwhile > 0) {
            said << tr("%1 row(s) decided by hand meanwhile stay so.", nullptr, pluralOf(outcome.meanwhile))
                        .arg(countText(outcome.meanwhile));
        }
        tell(NoticeBar::Kind::ok, (said << undo).join(u' '));
        return;
    }
    const bool cancelled = done.outcome.error().code == ErrorCode::cancelled;
    const QString how =
        cancelled
            ? tr("The act was stopped after %1 of %2.").arg(countText(done.reached), rowsText(done.total))
            : tr("The act ended after %1 of %2. %3")
                  .arg(countText(done.reached), rowsText(done.total), errorText(done.outcome.error()));
    if (done.reached == 0) {
        tell(cancelled ? NoticeBar::Kind::info : NoticeBar::Kind::error, how);
        return;
    }
    tell(cancelled ? NoticeBar::Kind::warning : NoticeBar::Kind::error,
         QStringList{how, tr("What was done stays as one act."), undo}.join(u' '));
}

void BulkController::takeBack(ActId act, bool again, Reversed done) {
    auto reversed = std::make_shared<review::UndoOutcome>(); // written by the worker before it answers
    start(
        std::make_shared<const std::vector<RowId>>(),
        (again ? tr("Doing act %1 again") : tr("Undoing act %1")).arg(act.value),
        [act, again, reversed](review::ReviewService& service, std::span<const RowId>,
                               const ProgressFn& progress,
                               std::stop_token stop) -> Result<review::ActOutcome> {
            auto outcome = again ? service.redo(act, std::move(stop), progress)
                                 : service.undo(act, std::move(stop), progress);
            if (!outcome) {
                return std::unexpected(outcome.error());
            }
            *reversed = *outcome;
            return outcome->outcome;
        },
        [this, again, reversed, tellOf = std::move(done)](const BulkRunner::Done& ended) {
            if (tellOf) {
                tellOf(ended.outcome ? Result<review::UndoOutcome>(*reversed)
                                     : std::unexpected(ended.outcome.error()));
            } else {
                endReversal(ended, again, *reversed);
            }
        });
}

void BulkController::endReversal(const BulkRunner::Done& done, bool again,
                                 const review::UndoOutcome& outcome) {
    if (done.outcome) {
        m_review.takeUndone(outcome, again);
    } else if (done.outcome.error().code != ErrorCode::cancelled) {
        tell(NoticeBar::Kind::error, errorText(done.outcome.error()));
    } else if (done.reached == 0) {
        tell(NoticeBar::Kind::info, tr("It was stopped before anything was changed."));
    } else {
        const QString how = again ? tr("Redo was stopped after %1 of %2. Redo (%3) goes on with it.")
                                  : tr("Undo was stopped after %1 of %2. Undo (%3) goes on with it.");
        tell(NoticeBar::Kind::warning, how.arg(countText(done.reached), rowsText(done.total),
                                               m_registry.keyText(again ? "edit.redo" : "edit.undo")));
    }
}

void BulkController::tell(NoticeBar::Kind kind, const QString& text) {
    m_told = text;
    m_notices.post(kind, text);
}

} // namespace goldpan::ui
