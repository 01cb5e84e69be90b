// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/file_controller.h"

#include "core/store/queue_reader.h"
#include "ui/commands/command_registry.h"
#include "ui/common/error_text.h"
#include "ui/common/notice_bar.h"
#include "ui/common/text_bridge.h"
#include "ui/state/review_session.h"
#include "ui/state/store_session.h"
#include "ui/window/import_text.h"
#include "ui/window/settings.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

namespace goldpan::ui {
namespace {

constexpr qint64 kProgressEveryMs = 100;

QString storeFilter() {
    return FileController::tr("Goldpan stores (*.goldpan);;All files (*)");
}

} // namespace

FileController::FileController(const Backend& backend, QWidget& window, NoticeBar& notices,
                               CommandRegistry& registry, ReviewSession& review, QMenu* recent,
                               QObject* parent)
    : QObject(parent)
    , m_backend(backend)
    , m_window(window)
    , m_notices(notices)
    , m_review(review) {
    bindCommands(registry);
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(*recent); });
    connect(&notices, &NoticeBar::cancelRequested, this, [this] {
        if (m_import) {
            m_import->request_stop(); // the batch at hand is finished, so that nothing is half-done
        }
    });
    connect(&review, &ReviewSession::actDone, this, &FileController::settleStep);
    connect(&review.drafts(), &DraftKeeper::idle, this, &FileController::settleStep);
    connect(&review, &ReviewSession::draftFailed, this, &FileController::giveUpSettling);
}

FileController::~FileController() = default;

void FileController::askForFile(const QString& title, const QString& filter, QFileDialog::AcceptMode mode,
                                std::function<void(const QString&)> done) {
    auto* dialog = new QFileDialog(&m_window, title, {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptOpen ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    if (mode == QFileDialog::AcceptSave) {
        dialog->setDefaultSuffix(QStringLiteral("goldpan"));
    }
    connect(dialog, &QFileDialog::fileSelected, this, std::move(done));
    connect(dialog, &QDialog::finished, this, &FileController::dialogClosed);
    dialog->open();
}

void FileController::bindCommands(CommandRegistry& registry) {
    registry.setHandler(QStringLiteral("store.open"), [this] {
        askForFile(tr("Open a store"), storeFilter(), QFileDialog::AcceptOpen,
                   [this](const QString& path) { openOrOffer(path); });
    });
    registry.setHandler(QStringLiteral("store.new"), [this] {
        askForFile(tr("New store"), storeFilter(), QFileDialog::AcceptSave,
                   [this](const QString& path) { createStore(path, {}); });
    });
    registry.setHandler(
        QStringLiteral("log.import"),
        [this] {
            askForFile(tr("Import a log"), tr("Logs (*.jsonl *.jsonl.gz *.ndjson);;All files (*)"),
                       QFileDialog::AcceptOpen, [this](const QString& path) { importLog(path); });
        },
        [this] { return m_import ? tr("an import is running") : QString(); });
}

void FileController::openOrOffer(const QString& path) {
    if (!isLogName(path)) {
        openStore(path);
        return;
    }
    const QString name = QFileInfo(path).fileName();
    if (!QFileInfo::exists(path)) {
        m_notices.post(NoticeBar::Kind::error, tr("There is no file %1.").arg(path));
        return;
    }
    m_notices.post(NoticeBar::Kind::info,
                   tr("%1 is a log. Import it into %2?").arg(name, QFileInfo(storeBeside(path)).fileName()),
                   {{tr("Import"), [this, path] { importLog(path); }}});
}

void FileController::openStore(const QString& path, std::function<void()> then) {
    const QString full = QFileInfo(path).absoluteFilePath();
    m_opening = std::make_unique<StoreSession>(m_backend, toUtf8(full));
    m_opening->reader.run<RowId>(
        Lane::ordered, this, [](StoreWorker::Job& job) { return job.store.queue().newestRow(); },
        [this, full, then = std::move(then)](Result<RowId> opened) {
            if (!opened) {
                m_opening.reset();
                m_notices.post(NoticeBar::Kind::error, errorText(opened.error()));
                Q_EMIT openFailed(errorText(opened.error()));
                return;
            }
            whenSettled([this, full, then] {
                if (m_opening == nullptr) {
                    return;
                }
                takeSession(std::move(m_opening));
                settings::addRecentStore(full);
                if (then) {
                    then();
                }
            });
        });
}

void FileController::takeSession(std::unique_ptr<StoreSession> session) {
    closeStore();
    m_session = std::move(session);
    Q_EMIT storeChanged(m_session.get());
}

void FileController::closeStore() {
    if (m_import) {
        m_import->request_stop();
        m_import.reset();
        m_notices.endProgress();
    }
    Q_EMIT storeChanged(nullptr);
    m_session.reset();
}

void FileController::createStore(const QString& path, std::function<void()> then) {
    m_creating = std::make_unique<StoreWorker>(QStringLiteral("creator"), m_backend.create, toUtf8(path));
    m_creating->run<int>(
        Lane::ordered, this, [](StoreWorker::Job&) -> Result<int> { return 0; },
        [this, path, then = std::move(then)](Result<int> created) {
            m_creating.reset();
            if (created) {
                openStore(path, then);
            } else {
                m_notices.post(NoticeBar::Kind::error, errorText(created.error()));
            }
        });
}

void FileController::importLog(const QString& log) {
    const QString full = QFileInfo(log).absoluteFilePath();
    const auto import = [this, full] { runImport(full); };
    if (m_session != nullptr) {
        import();
    } else if (const QString path = storeBeside(full); QFileInfo::exists(path)) {
        openStore(path, import);
    } else {
        createStore(path, import);
    }
}

void FileController::runImport(const QString& log) {
    if (m_import) {
        return;
    }
    const QString name = QFileInfo(log).fileName();
    m_importClock.start();
    m_notices.setProgress(tr("Importing %1").arg(name), std::nullopt, {});
    auto report = std::make_shared<ingest::ImportReport>();
    m_import = m_session->jobs.run<void>(
        Lane::ordered, this,
        [this, log, name, report, who = m_backend.operatorName,
         &redactor = m_backend.redactor](StoreWorker::Job& job) {
            ingest::ImportSpec spec;
            spec.logs = {toUtf8(log)};
            spec.jobs = 1; // the review goes on beside it
            spec.operatorName = who;
            QElapsedTimer last;
            return ingest::ImportJob(job.store, redactor)
                .run(
                    spec, *report,
                    [this, &job, name, &last](const Progress& progress) {
                        if (!last.isValid() || last.elapsed() >= kProgressEveryMs) {
                            last.start();
                            job.post([this, name, progress] { showProgress(name, progress); });
                        }
                    },
                    job.stop);
        },
        [this, name, report](Result<void> result) { endImport(name, *report, result); });
}

void FileController::showProgress(const QString& name, const Progress& progress) {
    if (m_import) {
        const auto fraction =
            progress.total > 0
                ? std::optional(static_cast<double>(progress.done) / static_cast<double>(progress.total))
                : std::nullopt;
        m_notices.setProgress(tr("Importing %1").arg(name), fraction,
                              rateText(progress, m_importClock.elapsed()));
    }
}

void FileController::endImport(const QString& name, const ingest::ImportReport& report,
                               const Result<void>& result) {
    m_import.reset();
    m_notices.endProgress();
    if (result) {
        const bool faults = report.quarantined > 0;
        m_notices.post(faults ? NoticeBar::Kind::warning : NoticeBar::Kind::ok, importText(name, report));
    } else if (result.error().code == ErrorCode::cancelled) {
        m_notices.post(
            NoticeBar::Kind::info,
            tr("The import was stopped; %n row(s) are in the store. Import the log again to go on.", nullptr,
               static_cast<int>(report.tally.stored)));
    } else {
        m_notices.post(NoticeBar::Kind::error, errorText(result.error()));
    }
    Q_EMIT imported();
}

void FileController::whenSettled(std::function<void()> then, std::function<void()> otherwise) {
    m_settled = std::move(then);
    m_notSettled = std::move(otherwise);
    m_review.drafts().flush();
    settleStep();
}

void FileController::settleStep() {
    if (m_settled && !m_review.isWriting()) {
        m_notSettled = {};
        std::exchange(m_settled, {})();
    }
}

void FileController::giveUpSettling() {
    m_settled = {};
    if (m_notSettled) {
        std::exchange(m_notSettled, {})();
    }
}

void FileController::fillRecent(QMenu& menu) {
    menu.clear();
    for (const QString& path : settings::recentStores()) {
        QAction* action = menu.addAction(QString(path).replace(QLatin1Char('&'), QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, path] { openStore(path); });
    }
    if (menu.isEmpty()) {
        menu.addAction(tr("None yet"))->setEnabled(false);
    }
}

} // namespace goldpan::ui
