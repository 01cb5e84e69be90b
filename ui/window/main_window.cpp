// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/commands/command_registry.h"
#include "ui/commands/key_dispatcher.h"
#include "ui/common/elided_label.h"
#include "ui/common/error_text.h"
#include "ui/common/focus_ring.h"
#include "ui/common/key_sheet.h"
#include "ui/common/notice_bar.h"
#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"
#include "ui/detail/correction_editor.h"
#include "ui/detail/diff_view.h"
#include "ui/detail/response_view.h"
#include "ui/detail/tag_strip.h"
#include "ui/detail/transcript_view.h"
#include "ui/help/guide_view.h"
#include "ui/palette/command_palette.h"
#include "ui/queue/filter_bar.h"
#include "ui/queue/preset_bar.h"
#include "ui/queue/queue_view.h"
#include "ui/state/queue_session.h"
#include "ui/state/review_session.h"
#include "ui/state/store_rules.h"
#include "ui/state/store_session.h"
#include "ui/state/store_watch.h"
#include "ui/window/bulk_controller.h"
#include "ui/window/diff_controller.h"
#include "ui/window/export_controller.h"
#include "ui/window/file_controller.h"
#include "ui/window/filter_controller.h"
#include "ui/window/history_controller.h"
#include "ui/window/hit_controller.h"
#include "ui/window/index_controller.h"
#include "ui/window/leave_guard.h"
#include "ui/window/menus.h"
#include "ui/window/missing_store.h"
#include "ui/window/offer_controller.h"
#include "ui/window/operator_controller.h"
#include "ui/window/pane_order.h"
#include "ui/window/place_keeper.h"
#include "ui/window/problem_controller.h"
#include "ui/window/queue_controller.h"
#include "ui/window/readiness_controller.h"
#include "ui/window/review_controller.h"
#include "ui/window/rule_controller.h"
#include "ui/window/saved_queue_controller.h"
#include "ui/window/settings.h"
#include "ui/window/settings_controller.h"
#include "ui/window/status_controller.h"
#include "ui/window/suggestion_controller.h"
#include "ui/window/token_controller.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QWheelEvent>

namespace goldpan::ui {
namespace {

constexpr std::size_t kTitleCharacters = 200;

} // namespace

MainWindow::MainWindow(const Backend& backend, QWidget* parent)
    : QMainWindow(parent)
    , m_backend(backend)
    , m_registry(std::make_unique<CommandRegistry>(builtInCommands()))
    , m_queue(std::make_unique<QueueSession>())
    , m_review(std::make_unique<ReviewSession>(*m_queue))
    , m_watch(std::make_unique<StoreWatch>(this))
    , m_panes(buildPanes(*this, m_queue->model())) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Goldpan"));
    QMenu* recent = buildMenus(*this, *m_registry);
    m_keys = new KeyDispatcher(*m_registry, *this);
    placeKeys();
    m_rules = new StoreRules(m_backend.redactor, *m_watch, this);
    m_filters = new FilterController(m_panes, *m_registry, *m_queue, *m_rules, this);
    m_saved = new SavedQueueController(*this, m_panes, *m_registry, *m_filters, *m_queue, *m_watch, this);
    m_queueController =
        new QueueController(m_panes, *m_registry, *m_keys, *m_filters, *m_queue, *m_review, *m_watch, this);
    m_reviewController = new ReviewController(m_panes, *m_registry, *m_queueController, *m_review, this);
    m_place = new PlaceKeeper(*m_filters, *m_queue, *m_review, *m_rules, this);
    m_status = new StatusController(m_panes, m_backend, *m_watch, this);
    m_problems = new ProblemController(m_panes, *m_registry, *m_queueController, *m_review, *m_rules, this);
    const auto* tokens = new TokenController(m_panes, *m_registry, *m_review, *m_rules, this);
    connect(m_rules, &StoreRules::changed, m_review.get(), [this] {
        if (m_rules->isKnown()) {
            m_review->takeRules(*m_rules->redactor());
        }
    });
    connect(tokens, &TokenController::pointedAt, m_problems, &ProblemController::setPointedToken);
    m_ruleController = new RuleController(*this, m_panes, *m_registry, *m_problems, *m_rules, this);
    new SuggestionController(m_panes, *m_registry, *m_review, this);
    new DiffController(m_panes, *m_registry, *m_review, this);
    m_guard = new LeaveGuard(*m_panes.notices, *m_review, this);
    m_files = std::make_unique<FileController>(m_backend, *this, *m_panes.notices, *m_registry, *m_guard,
                                               recent, nullptr);
    m_exports = new ExportController(*this, *m_panes.notices, *m_registry, *m_guard, this);
    m_palette = new CommandPalette(*m_registry, *centralWidget());
    m_bulk = new BulkController(*this, *m_panes.notices, *m_registry, *m_queue, *m_review, this);
    m_offers = new OfferController(*m_panes.notices, *m_review, *m_bulk, this);
    m_history = new HistoryController(*this, *m_registry, *m_review, *m_watch, *m_bulk, this);
    m_settings = new SettingsController(*this, m_panes, *m_registry, *m_rules, *m_exports, this);
    m_readiness = new ReadinessController(
        m_panes, *m_registry, {*m_filters, *m_queueController, *m_queue, *m_review, *m_watch}, this);
    m_hits = new HitController(m_panes, *m_queue, this);
    m_index = new IndexController(m_panes, *m_watch, this);
    new MissingStore(*m_panes.notices, *m_watch, this);
    new FocusRing(this);
    bindWindowCommands();

    connect(m_files.get(), &FileController::storeChanged, this, &MainWindow::takeStore);
    connect(m_files.get(), &FileController::openFailed, this, &MainWindow::openFailed);
    connect(m_files.get(), &FileController::imported, m_watch.get(), &StoreWatch::countSoon);
    connect(m_files.get(), &FileController::imported, m_queueController, &QueueController::refreshIfEmpty);
    // Said aloud: not every window system gives the activation back to the parent of a dialog.
    const auto backToQueue = [this] {
        activateWindow();
        m_queueController->focusQueue();
    };
    connect(m_exports, &ExportController::dialogClosed, this, backToQueue);
    connect(m_exports, &ExportController::rowsRequested, this,
            [this](const QString& filter) { m_filters->setFilter(filter); });
    connect(m_bulk, &BulkController::dialogClosed, this, backToQueue);
    connect(m_history, &HistoryController::dialogClosed, this, backToQueue);
    connect(m_files.get(), &FileController::dialogClosed, this, backToQueue);
    connect(m_saved, &SavedQueueController::dialogClosed, this, backToQueue);
    connect(m_settings, &SettingsController::dialogClosed, this, backToQueue);
    connect(m_ruleController, &RuleController::dialogClosed, this, backToQueue);
    connect(m_watch.get(), &StoreWatch::counted, this, &MainWindow::showFigures);
    connect(m_review.get(), &ReviewSession::actDone, m_watch.get(), &StoreWatch::countSoon);
    connect(m_review.get(), &ReviewSession::detailLoaded, this, &MainWindow::noteSettled,
            Qt::QueuedConnection);
    connect(m_queue.get(), &QueueSession::finished, this, &MainWindow::noteSettled, Qt::QueuedConnection);
    connect(&m_queue->model(), &QueueModel::dataChanged, this, &MainWindow::noteSettled,
            Qt::QueuedConnection);
    connect(m_panes.notices, &NoticeBar::closed, m_queueController, &QueueController::focusQueue);
    m_panes.keys->setOpeningKeys([this](QKeyCombination chord) {
        const Command* command = m_registry->lookUp(chord, KeyPlace::queue);
        return command != nullptr && command->id == QLatin1String("help.keys");
    });
    connect(m_panes.keys, &KeySheet::closed, this, [this] { togglePage(m_panes.keys); });
    connect(m_panes.guide, &GuideView::closed, this, [this] { togglePage(m_panes.guide); });
    connect(m_palette, &CommandPalette::closed, this, [this] {
        QWidget* page = m_panes.pages->currentWidget();
        (page->isAncestorOf(m_panes.queue) ? m_panes.queue : page)->setFocus();
    });
    connect(m_registry.get(), &CommandRegistry::refused, this,
            [this](const QString& id, const QString& reason) {
                m_panes.notices->post(NoticeBar::Kind::info,
                                      tr("%1: %2.").arg(m_registry->find(id)->text, reason));
            });

    connect(m_registry.get(), &CommandRegistry::keysChanged, this, &MainWindow::takeKeys);
    takeKeys();
    new OperatorController(m_backend, {*m_files, *m_guard, *m_queue, *m_review, *m_watch}, m_panes,
                           *m_settings, this);
    m_settings->showProblems();
    if (!restoreGeometry(settings::windowGeometry())) {
        const QSize wanted(fontMetrics().averageCharWidth() * 230, fontMetrics().height() * 56);
        resize(wanted.boundedTo(screen()->availableSize()));
    }
    m_panes.queue->horizontalHeader()->restoreState(settings::queueColumns());
    for (QSplitter* splitter : findChildren<QSplitter*>()) {
        splitter->restoreState(settings::splitter(splitter->objectName()));
    }
    m_panes.queue->showOrder(m_queue->order());
    m_panes.queue->setFocus();
}

MainWindow::~MainWindow() {
    m_files->closeStore();
}

void MainWindow::openPath(const QString& path, const QString& filter) {
    m_firstFilter = filter;
    m_files->openOrOffer(path);
}

void MainWindow::importLog(const QString& log) {
    m_files->importLog(log);
}

QString MainWindow::registryProblem() const {
    const auto checked = m_registry->checkCollisions();
    return checked ? QString() : errorText(checked.error());
}

void MainWindow::placeKeys() {
    m_keys->setPlace(m_panes.queue, KeyPlace::queue);
    m_keys->setPlace(m_panes.prompt, KeyPlace::readOnlyText);
    m_keys->setPlace(m_panes.response, KeyPlace::readOnlyText);
    m_keys->setPlace(m_panes.diff, KeyPlace::readOnlyText);
    m_keys->setPlace(m_panes.editor, KeyPlace::editor);
}

void MainWindow::bindWindowCommands() {
    const auto bind = [this](const char* id, auto run) {
        m_registry->setHandler(QString::fromLatin1(id), run);
    };
    bind("pane.next", [this] { focusNextPane(m_panes); });
    bind("pane.queue", [this] {
        if (m_panes.queue->hasFocus()) {
            m_queue->cancel();
        }
        m_panes.notices->dismissInfo();
        m_queueController->focusQueue();
    });
    bind("view.fullScreen", [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    bind("help.keys", [this] { togglePage(m_panes.keys); });
    bind("help.guide", [this] { togglePage(m_panes.guide); });
    bind("palette.open", [this] { m_palette->toggle(); });
    bind("app.quit", [this] { close(); });
}

void MainWindow::takeStore(StoreSession* session) {
    m_panes.notices->withdrawOffers();
    m_place->leave();
    m_watch->setStore(session);
    m_rules->setStore(session);
    m_queue->setStore(session);
    m_problems->setStore(session);
    m_ruleController->setStore(session);
    m_review->setStore(session);
    m_exports->setStore(session);
    m_settings->setStore(session);
    m_bulk->setStore(session);
    m_offers->setStore(session);
    m_history->setStore(session);
    m_filters->setStore(session);
    m_readiness->setStore(session);
    m_saved->setStore(session);
    m_queueController->setStore(session);
    m_status->clear();
    m_hits->setStore(session);
    m_index->setStore(session);
    if (session == nullptr) {
        setWindowTitle(QStringLiteral("Goldpan"));
        return;
    }
    const QString name = QFileInfo(toQString(session->path())).fileName();
    setWindowTitle(visibleLine(toUtf8(name), kTitleCharacters));
    m_place->enter(*session, std::exchange(m_firstFilter, QString()));
    m_queueController->focusQueue();
}

void MainWindow::showFigures(const Figures& figures) {
    m_exports->setNames(figures.names);
    m_bulk->setTagNames(figures.names.tags);
    m_panes.tags->setKnownTags(figures.names.tags);
    m_panes.filter->setNames(figures.names);
    m_index->look(figures.stats);
    noteSettled();
}

void MainWindow::noteSettled() {
    QueueModel& rows = m_queue->model();
    const bool shown = rows.rowCount() == 0 || rows.rowAt(m_review->index()) != nullptr;
    if (m_files->session() != nullptr && !m_queue->isRunning() && shown && !m_review->isLoading() &&
        m_watch->figures()) {
        Q_EMIT settled();
    }
}

void MainWindow::togglePage(QWidget* page) {
    if (m_panes.pages->currentWidget() == page) {
        m_panes.pages->setCurrentIndex(0);
        m_queueController->focusQueue();
    } else {
        m_panes.pages->setCurrentWidget(page);
        page->setFocus();
    }
}

void MainWindow::takeKeys() {
    m_panes.keys->setGroups(keyGroups(*m_registry));
    m_panes.presets->setKeys(firstKeys(*m_registry));
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    m_queueController->focusQueue();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_mayClose || m_guard->isFree()) {
        settings::setWindowGeometry(saveGeometry());
        settings::setQueueColumns(m_panes.queue->horizontalHeader()->saveState());
        for (const QSplitter* splitter : findChildren<QSplitter*>()) {
            settings::setSplitter(splitter->objectName(), splitter->saveState());
        }
        event->accept();
        return;
    }
    event->ignore();
    const auto goAnyway = [this] {
        m_mayClose = true;
        close();
    };
    m_guard->leave(
        {tr("Close when it is over"), tr("Stop it and close"),
         tr("The window closes when this is over: %1.")},
        goAnyway, [this, goAnyway] {
            const QString why =
                tr("The window stays open, because words that you typed are not on disk yet.");
            m_panes.notices->post(NoticeBar::Kind::error, why, {{tr("Close and lose them"), goAnyway}});
            m_guard->onceSettled([this, why] { m_panes.notices->withdraw(why); });
        });
}

void MainWindow::wheelEvent(QWheelEvent* event) {
    if ((event->modifiers() & Qt::ControlModifier) != 0 && event->angleDelta().y() != 0) {
        m_settings->zoomBy(event->angleDelta().y() > 0 ? 1 : -1);
        event->accept();
        return;
    }
    QMainWindow::wheelEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    // An Esc that nobody took, as from a button: out of it, as out of every pane.
    if (event->key() == Qt::Key_Escape && !event->isAutoRepeat()) {
        m_registry->trigger(QStringLiteral("pane.queue"));
        return;
    }
    QMainWindow::keyPressEvent(event);
}

} // namespace goldpan::ui
