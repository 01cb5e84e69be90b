// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/queue_controller.h"

#include "core/store/store.h"
#include "ui/commands/command_registry.h"
#include "ui/commands/key_dispatcher.h"
#include "ui/common/elided_label.h"
#include "ui/common/empty_state.h"
#include "ui/common/error_text.h"
#include "ui/common/notice_bar.h"
#include "ui/common/text_bridge.h"
#include "ui/detail/response_view.h"
#include "ui/detail/transcript_view.h"
#include "ui/queue/preset_bar.h"
#include "ui/queue/queue_view.h"
#include "ui/queue/row_text.h"
#include "ui/state/queue_session.h"
#include "ui/state/review_session.h"
#include "ui/state/row_prefetch.h"
#include "ui/state/store_session.h"
#include "ui/state/store_watch.h"
#include "ui/window/filter_controller.h"
#include "ui/window/no_rows_text.h"
#include "ui/window/panes.h"

namespace goldpan::ui {
QueueController::QueueController(Panes& panes, CommandRegistry& registry, KeyDispatcher& keys,
                                 FilterController& filters, QueueSession& queue, ReviewSession& review,
                                 StoreWatch& watch, QObject* parent)
    : QObject(parent)
    , m_panes(panes)
    , m_registry(registry)
    , m_keys(keys)
    , m_filters(filters)
    , m_queue(queue)
    , m_review(review)
    , m_watch(watch) {
    connect(panes.queue->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid()) {
                    showCurrent(current.row());
                }
            });
    connect(panes.queue, &QueueView::doubleClicked, this,
            [&registry] { registry.trigger(QStringLiteral("correction.edit")); });

    connect(&queue, &QueueSession::started, this, [this] {
        if (m_queue.filterText() != m_alone) {
            m_panes.notices->withdraw(m_wayBack); // another queue was chosen
        }
        m_newRows = 0; // whatever is in the store now is in the result
        m_stopped = false;
        m_again = false;
        m_watch.markSeen();
        updateInfo();
    });
    connect(&registry, &CommandRegistry::keysChanged, this, [this] {
        updateInfo();
        updateEmptyState();
    });
    connect(&queue, &QueueSession::replaced, this, &QueueController::takeReplaced);
    connect(&queue, &QueueSession::finished, this, [this](qint64 milliseconds) {
        m_took = milliseconds;
        if (std::exchange(m_again, false)) {
            refreshIfEmpty();
        }
        updateInfo();
        updateEmptyState();
    });
    connect(&queue, &QueueSession::cancelled, this, [this] {
        m_stopped = true;
        updateInfo();
        updateEmptyState();
    });
    connect(&queue, &QueueSession::failed, this, [this](const Error& error) {
        m_panes.notices->post(NoticeBar::Kind::error, errorText(error));
        updateInfo();
    });
    connect(&queue.model(), &QueueModel::rowsInserted, this, &QueueController::updateInfo);
    connect(&review, &ReviewSession::currentChanged, this, &QueueController::updateHold);
    connect(&review, &ReviewSession::detailFailed, this, &QueueController::updateHold, Qt::QueuedConnection);
    connect(&review, &ReviewSession::detailLoaded, this, [this] { prefetchAround(m_review.index()); });
    // After every other listener: the keys that waited need the row on the screen and in the editor.
    connect(&review, &ReviewSession::detailLoaded, this, &QueueController::updateHold, Qt::QueuedConnection);
    connect(&watch, &StoreWatch::changed, this, [this](qint64 rows) {
        m_newRows = rows;
        if (m_queue.model().rowCount() == 0) {
            refreshIfEmpty(); // whether or not the rows count as new: the look at the newest may be later
        } else {
            m_queue.model().refreshRows();
            m_review.reload();
            prefetchAround(m_review.index());
        }
        updateInfo();
    });
    connect(&watch, &StoreWatch::failed, this, [this](const Error& error) {
        m_panes.notices->post(NoticeBar::Kind::error,
                              tr("The rows cannot be counted: %1").arg(errorText(error)));
    });
    connect(&watch, &StoreWatch::counted, this, [this](const Figures& figures) {
        m_panes.presets->setCounts(figures.presets);
        updateInfo();
        updateEmptyState();
    });
    bindCommands(registry);
    updateEmptyState();
}

void QueueController::bindCommands(CommandRegistry& registry) {
    const auto noStore = [this] { return m_session == nullptr ? tr("no store is open") : QString(); };
    const auto noRow = [this] { return m_review.row() ? QString() : tr("no row is selected"); };
    registry.setHandler(
        QStringLiteral("row.next"), [this] { move(1); }, noRow);
    registry.setHandler(
        QStringLiteral("row.previous"), [this] { move(-1); }, noRow);
    registry.setHandler(
        QStringLiteral("row.nextUnreviewed"), [this] { goToUnreviewed(1); }, noRow);
    registry.setHandler(
        QStringLiteral("row.previousUnreviewed"), [this] { goToUnreviewed(-1); }, noRow);
    registry.setHandler(
        QStringLiteral("view.refresh"),
        [this] {
            m_watch.countSoon();
            m_queue.refresh(m_review.row());
        },
        noStore);
    registry.setHandler(
        QStringLiteral("view.pageDown"), [this] { pageText(true); }, noRow);
    registry.setHandler(
        QStringLiteral("view.pageUp"), [this] { pageText(false); }, noRow);
}

void QueueController::setStore(StoreSession* session) {
    m_session = session;
    m_newRows = 0;
    m_took = -1;
    m_stopped = false;
    m_again = false;
    m_goTo = {};
    m_alone.clear();
    m_searching = false; // an answer of the store that went does not come
    updateInfo();
    updateEmptyState();
}

void QueueController::focusQueue() {
    m_panes.queue->setFocus();
}

void QueueController::takeReplaced(int row) {
    m_searching = false; // it looked in rows that are gone
    const RowId wanted = std::exchange(m_goTo, {});
    if (wanted) {
        const int at = m_queue.model().rowOf(wanted);
        if (at < 0) {
            showAlone(wanted);
            return;
        }
        row = at;
    }
    if (row < 0) {
        m_review.setCurrent(-1);
    } else {
        const RowId before = m_review.row();
        m_panes.queue->setCurrentRow(row);
        if (before == m_review.row()) {
            m_review.reload();
        }
    }
    updateHold();
    updateInfo();
    updateEmptyState();
}

void QueueController::refreshIfEmpty() {
    if (m_session == nullptr || m_queue.model().rowCount() > 0) {
        return;
    }
    if (m_queue.isRunning()) {
        m_again = true; // it may have begun before the rows were there
    } else {
        m_queue.refresh({}); // there is nothing here whose place could be lost
    }
}

void QueueController::showCurrent(int row) {
    m_review.setCurrent(row);
}

void QueueController::updateHold() {
    if (m_searching || m_review.isLoading()) {
        m_keys.hold();
    } else {
        m_keys.release();
    }
}

void QueueController::move(int step) {
    const int row = m_review.index() + step;
    if (row >= 0 && row < m_queue.model().rowCount()) {
        m_panes.notices->dismissInfo();
        m_panes.queue->setCurrentRow(row);
    }
}

void QueueController::goToUnreviewed(int step, std::function<void()> atEnd) {
    m_panes.notices->dismissInfo();
    m_searching = true;
    m_tellsEnd = true;
    updateHold();
    const auto take = [this, step, atEnd = std::move(atEnd)](int row) {
        m_searching = false;
        if (row >= 0) {
            m_panes.queue->setCurrentRow(row);
        } else {
            if (m_tellsEnd) {
                m_panes.notices->post(NoticeBar::Kind::info,
                                      step > 0 ? tr("End of queue: no unreviewed row below this one.")
                                               : tr("Start of queue: no unreviewed row above this one."));
            }
            if (atEnd) {
                atEnd();
            }
        }
        updateHold();
    };
    m_queue.findUnreviewed(m_review.index() + step, step, [this, take, search = ++m_search](int row) {
        if (m_searching && search == m_search) {
            take(row);
        }
    });
}

void QueueController::goTo(RowId row) {
    m_searching = false; // what it finds would lead away from here
    Q_EMIT rowWanted();
    const int at = m_queue.model().rowOf(row);
    if (at < 0) {
        m_goTo = row;
        m_queue.refresh(row);
    } else if (row == m_review.row()) {
        m_review.reload();
    } else {
        m_panes.queue->setCurrentRow(at);
    }
    updateHold();
}

void QueueController::showAlone(RowId row) {
    m_session->reader.run<std::string>(
        Lane::ordered, this,
        [row](StoreWorker::Job& job) -> Result<std::string> {
            auto record = job.store.entries().read(row);
            if (!record) {
                return std::unexpected(record.error());
            }
            queue::Filter filter;
            filter.kind = queue::Filter::Kind::term;
            filter.term = queue::IdTerm{record->entry.requestId};
            return queue::filterToText(filter);
        },
        [this, asked = m_queue.filterText()](Result<std::string> text) {
            if (!text) {
                m_panes.notices->post(NoticeBar::Kind::error, errorText(text.error()));
                return;
            }
            const QString shown = m_queue.filterText();
            if (shown != asked) {
                return; // the operator has gone on to another queue meanwhile
            }
            if (m_alone.isEmpty() || shown != m_alone) { // else a row was shown alone before this one
                m_before = shown;
            }
            m_filters.setFilter(toQString(*text));
            m_alone = m_queue.filterText();
            m_wayBack = tr("This row is not in the queue you were in.");
            m_panes.notices->post(NoticeBar::Kind::info, m_wayBack, {{tr("Back to that queue"), [this] {
                                                                          m_filters.setFilter(m_before);
                                                                          focusQueue();
                                                                      }}});
        });
}

void QueueController::prefetchAround(int row) {
    // A row that is looked for is shown as soon as it is found: nothing beyond the next one is read then.
    ui::prefetchAround(m_queue, m_review, row, m_searching ? Ahead::nextOnly : Ahead::nextUnreviewedToo);
}

void QueueController::pageText(bool down) {
    // Down: the conversation to its end, then the response; up: the same way back.
    ReadOnlyText* first = down ? m_panes.prompt : m_panes.answer();
    ReadOnlyText* second = down ? m_panes.answer() : m_panes.prompt;
    if (!first->page(down)) {
        second->page(down);
    }
}

void QueueController::updateInfo() {
    if (m_session == nullptr) {
        m_panes.resultInfo->setText({});
        return;
    }
    const qint64 rows = m_queue.model().rowCount();
    QString text = m_watch.figures() ? tr("%1 of %2 row(s)", nullptr, pluralOf(m_watch.figures()->stats.rows))
                                           .arg(countText(rows), countText(m_watch.figures()->stats.rows))
                                     : tr("%1 row(s)", nullptr, pluralOf(rows)).arg(countText(rows));
    if (m_queue.isRunning()) {
        text = m_queue.hasAnswer() ? tr("searching… %1 so far").arg(countText(rows)) : tr("searching…");
    } else if (m_stopped) {
        text +=
            tr(" · stopped, %1 searches again", "the key of Refresh").arg(m_registry.keyText("view.refresh"));
    } else if (m_took >= 0) {
        text += tr(" · %1 ms").arg(countText(m_took));
    }
    if (m_newRows > 0) {
        text += tr(" · %1 new, %2", "how many rows, the key of Refresh")
                    .arg(countText(m_newRows), m_registry.keyText("view.refresh"));
    }
    m_panes.resultInfo->setText(text);
}

void QueueController::updateEmptyState() {
    const bool looking = m_took < 0 || m_queue.isRunning();
    const bool empty = m_watch.figures() && m_watch.figures()->stats.rows == 0;
    const bool toReview = m_queue.filterText().contains(QLatin1String("state:unreviewed"));
    const NoRows why = m_session == nullptr ? NoRows::noStore
                       : m_stopped          ? NoRows::stopped
                       : looking            ? NoRows::looking
                       : empty              ? NoRows::emptyStore
                       : toReview           ? NoRows::nothingToReview
                                            : NoRows::noMatch;
    const auto [title, text, keys] = noRowsText(why, m_registry);
    m_panes.queue->emptyState().setContent(title, text, keys);
}

} // namespace goldpan::ui
