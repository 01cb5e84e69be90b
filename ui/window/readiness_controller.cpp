// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/readiness_controller.h"

#include "ui/commands/command_registry.h"
#include "ui/common/error_text.h"
#include "ui/common/notice_bar.h"
#include "ui/common/text_bridge.h"
#include "ui/queue/queue_view.h"
#include "ui/readiness/picture_file.h"
#include "ui/readiness/readiness_panel.h"
#include "ui/state/queue_session.h"
#include "ui/state/review_session.h"
#include "ui/state/store_session.h"
#include "ui/state/store_watch.h"
#include "ui/window/filter_controller.h"
#include "ui/window/panes.h"
#include "ui/window/queue_controller.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QStackedWidget>

#include <algorithm>
#include <array>

namespace goldpan::ui {
namespace {

/// They work on the row that is on the screen, so it comes back first.
constexpr std::array kShowTheRow{
    "correction.edit",  "correction.saveNext", "correction.save", "correction.reset",
    "correction.leave", "pii.redact",          "problem.next",    "problem.previous",
    "suggestion.take",  "edit.undo",           "edit.redo",       "tag.edit",
    "view.history",     "view.diff",           "view.pageDown",   "view.pageUp"};
/// Nobody decides on a row that they do not see.
constexpr std::array kNeedTheRow{"review.accept", "review.discard",     "review.defer",
                                 "review.reopen", "tag.operatorReview", "action.repeat"};

} // namespace

ReadinessController::ReadinessController(Panes& panes, CommandRegistry& registry, const Parts& parts,
                                         QObject* parent)
    : QObject(parent)
    , m_panes(panes)
    , m_parts(parts) {
    connect(panes.readiness, &ReadinessPanel::filterWanted, this,
            [this](const QString& filter) { m_parts.filters.setFilter(filter); });
    connect(panes.readiness, &ReadinessPanel::closed, this, [this] {
        showRow();
        m_parts.queueController.focusQueue();
    });
    connect(panes.readiness, &ReadinessPanel::pictureWanted, this, &ReadinessController::savePicture);
    connect(&m_reader, &OverviewReader::started, this, [this] { m_panes.readiness->setReading(true); });
    connect(&m_reader, &OverviewReader::read, this, [this](const ReadinessPtr& readiness) {
        m_panes.readiness->setReading(m_reader.isReading());
        m_panes.readiness->setReadiness(readiness);
    });
    connect(&m_reader, &OverviewReader::failed, this, [this](const Error& error) {
        m_panes.readiness->setReading(m_reader.isReading());
        m_panes.readiness->setError(tr("%1 It is tried again by itself.").arg(errorText(error)));
    });
    connect(&parts.watch, &StoreWatch::changed, &m_reader, &OverviewReader::readSoon);
    connect(&parts.review, &ReviewSession::actDone, &m_reader, &OverviewReader::readSoon);
    connect(&parts.queueController, &QueueController::rowWanted, this, &ReadinessController::showRow);
    connect(&registry, &CommandRegistry::aboutToRun, this, &ReadinessController::noteCommand);
    connect(&registry, &CommandRegistry::keysChanged, this, [this, &registry] { takeKeys(registry); });
    bindCommands(registry);
    takeKeys(registry);
}

void ReadinessController::bindCommands(CommandRegistry& registry) {
    registry.setHandler(
        QStringLiteral("view.readiness"), [this] { toggle(); },
        [this] { return m_session == nullptr ? tr("no store is open") : QString(); });
    for (const char* id : kNeedTheRow) {
        registry.addObstacle(QString::fromLatin1(id), [this, &registry] {
            return isShown() ? tr("the readiness view covers the row, %1 shows it")
                                   .arg(registry.keyText("view.readiness"))
                             : QString();
        });
    }
}

void ReadinessController::takeKeys(const CommandRegistry& registry) {
    m_panes.readiness->setKeys(registry.keyText("view.readiness"), registry.keyText("log.import"));
}

void ReadinessController::setStore(StoreSession* session) {
    showRow();
    m_reader.setStore(session);
    m_panes.readiness->clear();
    m_session = session;
}

bool ReadinessController::isShown() const {
    return m_panes.details->currentWidget() == m_panes.readiness;
}

void ReadinessController::toggle() {
    const bool isCovered = m_panes.pages->currentIndex() != 0; // by the key sheet or the guide
    if (!isShown() || isCovered) {
        m_panes.pages->setCurrentIndex(0);
        show();
        return;
    }
    QWidget* before = m_cameFrom;
    const bool isSameRow = m_cameFromRow == m_parts.review.row();
    showRow();
    if (before != nullptr && isSameRow && before->isVisible() && before->isEnabled()) {
        before->setFocus(); // into the words that one was writing
    } else {
        m_parts.queueController.focusQueue();
    }
}

void ReadinessController::show() {
    QWidget* focused = QApplication::focusWidget();
    if (!isShown()) {
        m_cameFrom = focused;
        m_cameFromRow = m_parts.review.row();
        m_parts.review.drafts().flush(); // the editor goes out of sight
        m_panes.details->setCurrentWidget(m_panes.readiness);
        m_reader.setWatched(true);
    }
    m_panes.readiness->takeFocus();
}

void ReadinessController::showRow() {
    if (!isShown()) {
        return;
    }
    const QWidget* focused = m_panes.readiness->window()->focusWidget();
    const bool hadFocus = focused != nullptr && m_panes.readiness->isAncestorOf(focused);
    m_panes.details->setCurrentIndex(0);
    m_reader.setWatched(false);
    m_panes.readiness->setReading(false);
    if (hadFocus) {
        m_parts.queueController.focusQueue();
    }
}

void ReadinessController::noteCommand(const QString& id) {
    const auto is = [&id](const char* other) { return id == QLatin1String(other); };
    if (std::ranges::any_of(kShowTheRow, is)) {
        showRow();
    } else if (is("pane.queue") && m_panes.queue->hasFocus() && !m_parts.queue.isRunning()) {
        showRow(); // Esc twice: first out of the panel or the search, then back to the row
    }
}

void ReadinessController::savePicture(const QString& title, const QImage& picture) {
    const QFileInfo store(toQString(m_session->path()));
    auto* dialog = new QFileDialog(m_panes.readiness->window(), tr("Save picture"), store.path(),
                                   tr("Pictures (*.png)"));
    dialog->setObjectName(QStringLiteral("pictureDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile); // one that is there is asked about
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(store.completeBaseName() + u' ' + title + QLatin1String(".png"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, picture](const QString& path) {
        const QString why = writePicture(picture, path);
        if (why.isEmpty()) {
            m_panes.notices->post(NoticeBar::Kind::ok, tr("The picture is saved to %1.").arg(path));
        } else {
            m_panes.notices->post(NoticeBar::Kind::error,
                                  tr("The picture cannot be saved to %1: %2").arg(path, why));
        }
    });
    connect(dialog, &QDialog::finished, this, [this] {
        m_panes.readiness->window()->activateWindow(); // not every window system gives it back by itself
        m_panes.readiness->takeFocus();
    });
    dialog->open();
}

} // namespace goldpan::ui
