// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/filter_controller.h"

#include "core/store/event_reader.h"
#include "core/store/redacted_filter.h"
#include "core/store/store.h"
#include "ui/commands/command_registry.h"
#include "ui/common/elided_label.h"
#include "ui/common/error_text.h"
#include "ui/common/notice_bar.h"
#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"
#include "ui/queue/filter_bar.h"
#include "ui/queue/filter_mistake.h"
#include "ui/queue/preset_bar.h"
#include "ui/queue/queue_view.h"
#include "ui/state/queue_session.h"
#include "ui/state/store_rules.h"
#include "ui/state/store_session.h"
#include "ui/window/panes.h"

#include <QKeyEvent>
#include <QStackedWidget>

namespace goldpan::ui {
namespace {

constexpr int kPauseMs = 400; // between two keys nobody wants to hear of a word that is not finished

} // namespace

FilterController::FilterController(Panes& panes, CommandRegistry& registry, QueueSession& queue,
                                   const StoreRules& rules, QObject* parent)
    : QObject(parent)
    , m_panes(panes)
    , m_queue(queue)
    , m_rules(rules) {
    connect(panes.queue, &QueueView::orderRequested, &queue, &QueueSession::setOrder);
    connect(panes.presets, &PresetBar::chosen, this, [this, &registry](const QString& id) {
        registry.trigger(id);
        focusQueue();
    });
    connect(panes.filter, &FilterBar::applied, this, &FilterController::applyTyped);
    m_typed.setSingleShot(true);
    m_typed.setInterval(kPauseMs);
    connect(&m_typed, &QTimer::timeout, this, &FilterController::checkTyped);
    connect(panes.filter, &FilterBar::textChanged, this, [this] {
        showMistake({}, {});
        dismissFilterNotice(); // it spoke of another text
        m_typed.start();
    });
    panes.filter->installEventFilter(this);
    connect(&rules, &StoreRules::changed, this, &FilterController::tellWhetherKept);
    connect(&queue, &QueueSession::failed, this, [this](const Error& error) {
        if (error.code == ErrorCode::badFilter) { // told by who shows the rows, and over with the next filter
            m_filterNotice = errorText(error);
        }
    });
    connect(&queue, &QueueSession::filterRefused, this, &FilterController::refuseFilter);
    bindCommands(registry);
}

void FilterController::bindCommands(CommandRegistry& registry) {
    const auto noStore = [this] { return m_session == nullptr ? tr("no store is open") : QString(); };
    for (const Preset& preset : kPresets) {
        registry.setHandler(
            QString::fromLatin1(preset.command),
            [this, &preset] { setFilter(QString::fromLatin1(preset.filter)); }, noStore);
    }
    registry.setHandler(
        QStringLiteral("drift.previous"), [this] { stepDrift(-1); }, noStore);
    registry.setHandler(
        QStringLiteral("drift.next"), [this] { stepDrift(1); }, noStore);
    const auto focusFilter = [this] {
        m_panes.pages->setCurrentIndex(0); // also from the key sheet
        m_panes.filter->setFocus();
        m_panes.filter->selectAll();
    };
    registry.setHandler(QStringLiteral("filter.search"), focusFilter);
    registry.setHandler(QStringLiteral("filter.focus"), focusFilter);
}

void FilterController::setStore(StoreSession* session) {
    m_session = session;
    m_panes.presets->clearCounts(session != nullptr);
    m_panes.queue->showOrder(m_queue.order());
}

void FilterController::focusQueue() {
    m_panes.queue->setFocus();
}

void FilterController::applyTyped() {
    const QString text = m_panes.filter->text();
    setFilter(text);
    if (m_queue.filterText() == text) {
        focusQueue();
    }
}

void FilterController::setFilter(const QString& text, std::optional<queue::Order> order, RowId keep) {
    m_queue.setFilter(text, order, keep);
    if (m_queue.filterText() == text) {
        m_panes.queue->showOrder(m_queue.order());
        dismissFilterNotice();
        m_panes.notices->dismissInfo();
        m_panes.filter->setText(text);
        m_panes.presets->setFilterText(text);
        tellWhetherKept();
    }
}

void FilterController::tellWhetherKept() {
    if (m_session == nullptr || !m_filterNotice.isEmpty() ||
        !store::filterHoldsPii(toUtf8(m_queue.filterText()), *m_rules.redactor())) {
        return;
    }
    m_filterNotice = tr("The filter holds PII. It finds rows now, but it is kept nowhere: the next start "
                        "shows every row.");
    m_panes.notices->post(NoticeBar::Kind::info, m_filterNotice);
}

void FilterController::refuseFilter(const QString& text, const queue::FilterError& error) {
    m_panes.filter->setText(text);
    m_panes.filter->setFocus();
    showMistake(text, error);
    const auto [begin, length] = placeOf(text, error);
    m_panes.filter->setSelection(begin, length);
    m_filterNotice = mistakeText(text, error);
    m_panes.notices->post(NoticeBar::Kind::warning, m_filterNotice);
}

void FilterController::checkTyped() {
    const QString text = m_panes.filter->text();
    const auto parsed = queue::parseFilter(toUtf8(text));
    showMistake(text, parsed ? std::nullopt : std::optional(parsed.error()));
}

void FilterController::showMistake(const QString& text, const std::optional<queue::FilterError>& error) {
    m_typed.stop();
    m_panes.filter->setMistake(error ? std::optional(placeOf(text, *error)) : std::nullopt);
    m_panes.filterMistake->setLine(error ? tr("⚠ %1").arg(mistakeText(text, *error)) : QString());
    m_panes.filterMistake->setColor(toneColor(Tone::warning, m_panes.filterMistake->palette()));
    m_panes.filterMistake->setVisible(error.has_value());
    m_panes.resultInfo->setVisible(!error);
}

void FilterController::dismissFilterNotice() {
    // Not closed, as by hand: who types here goes on typing here.
    if (!m_filterNotice.isEmpty()) {
        m_panes.notices->withdraw(m_filterNotice);
    }
    m_filterNotice.clear();
}

void FilterController::stepDrift(int step) {
    m_session->reader.run<std::int64_t>(
        Lane::ordered, this,
        [](StoreWorker::Job& job) -> Result<std::int64_t> {
            auto windows = job.store.events().driftWindows();
            if (!windows) {
                return std::unexpected(windows.error());
            }
            return static_cast<std::int64_t>(windows->size());
        },
        [this, step](Result<std::int64_t> windows) {
            if (!windows) {
                m_panes.notices->post(NoticeBar::Kind::error, errorText(windows.error()));
                return;
            }
            // Looked up only now: a second press may have come before the first was answered.
            std::int64_t current = 0;
            if (const auto* term = std::get_if<queue::DriftTerm>(&m_queue.filter().term);
                term != nullptr && m_queue.filter().kind == queue::Filter::Kind::term) {
                current = term->number;
            }
            // From any other queue `[` begins with the last window and `]` with the first.
            const std::int64_t wanted = current == 0 && step < 0 ? *windows : current + step;
            if (*windows == 0) {
                m_panes.notices->post(NoticeBar::Kind::info, tr("No drift event is recorded in this store."));
            } else if (wanted < 1 || wanted > *windows) {
                m_panes.notices->post(NoticeBar::Kind::info, wanted < 1
                                                                 ? tr("This is the first drift window.")
                                                                 : tr("This is the last drift window."));
            } else {
                setFilter(QStringLiteral("drift:%1").arg(wanted));
            }
        });
}

bool FilterController::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_panes.filter && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        m_queue.cancel();
        m_panes.filter->setText(m_queue.filterText());
        dismissFilterNotice();
        focusQueue();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace goldpan::ui
