// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/file_controller.h"

#include "core/store/queue_reader.h"
#include "core/store/upkeep.h"
#include "ui/commands/command_registry.h"
#include "ui/common/error_text.h"
#include "ui/common/notice_bar.h"
#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"
#include "ui/state/store_session.h"
#include "ui/window/import_text.h"
#include "ui/window/leave_guard.h"
#include "ui/window/settings.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <utility>

namespace goldpan::ui {
namespace {

constexpr std::size_t kPathCharacters = 300;

/// Whether a store's path may stand among the recent ones.
enum class MayKeep {
    yes,
    no,
    unknown, ///< its rules cannot be read, of which every write tells
};

Result<MayKeep> mayKeepStore(StoreWorker::Job& job, const QString& path) {
    if (const auto newest = job.store.queue().newestRow(); !newest) {
        return std::unexpected(newest.error());
    }
    const auto redactor = job.redactor();
    return !redactor                                 ? MayKeep::unknown
           : settings::mayKeepPath(path, **redactor) ? MayKeep::yes
                                                     : MayKeep::no;
}

QString storeFilter() {
    return QCoreApplication::translate("goldpan::ui::FileController",
                                       "Goldpan stores (*.goldpan);;All files (*)");
}

QString logFilter() {
    return QCoreApplication::translate(
        "goldpan::ui::FileController",
        "Logs (*.jsonl *.jsonl.gz *.ndjson *.ndjson.gz *.json *.json.gz);;All files (*)");
}

} // namespace

FileController::FileController(const Backend& backend, QWidget& window, NoticeBar& notices,
                               CommandRegistry& registry, LeaveGuard& guard, QMenu* recent, QObject* parent)
    : QObject(parent)
    , m_backend(backend)
    , m_window(window)
    , m_notices(notices)
    , m_guard(guard)
    , m_importer(backend, window, notices, this) {
    bindCommands(registry);
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(*recent); });
    connect(&m_importer, &LogImporter::imported, this, &FileController::imported);
    connect(&m_importer, &LogImporter::detailsClosed, this, &FileController::dialogClosed);
    connect(&m_importer, &LogImporter::companionsWanted, this, &FileController::askForCompanions);
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
    registry.setHandler(QStringLiteral("log.import"), [this] {
        askForFile(tr("Import a log"), logFilter(), QFileDialog::AcceptOpen,
                   [this](const QString& path) { importLog(path); });
    });
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
    const QString target = m_session ? toQString(m_session->path()) : storeBeside(path);
    m_notices.post(NoticeBar::Kind::info,
                   tr("%1 is a log. Import it into %2?").arg(name, QFileInfo(target).fileName()),
                   {{tr("Import"), [this, path] { importLog(path); }}});
}

void FileController::leaveForStore(std::function<void()> then) {
    m_guard.leave(
        {tr("Open the other store when it is over"), tr("Stop it and open the other store"),
         tr("The other store is opened when this is over: %1.")},
        std::move(then),
        [this] {
            dropOpening();
            m_notices.post(NoticeBar::Kind::error,
                           tr("The other store is not opened, because words that you typed are not "
                              "on disk yet."));
        },
        [this] { dropOpening(); });
}

void FileController::dropOpening() {
    ++m_reading;
    m_notices.withdraw(m_upgrading);
    m_opening.reset();
    keepCreated();
}

void FileController::keepCreated() {
    m_creating.reset();
    if (const QString made = std::exchange(m_created, QString()); !made.isEmpty()) {
        // Never removed: whoever opened it meanwhile would go on writing into a file without a name.
        m_notices.post(NoticeBar::Kind::info,
                       tr("%1 was made and stays, so that it can be opened later.").arg(made));
    }
}

void FileController::openStore(const QString& path, std::function<void()> then) {
    dropOpening();
    leaveForStore(
        [this, full = QFileInfo(path).absoluteFilePath(), then = std::move(then)] { readStore(full, then); });
}

void FileController::readStore(const QString& full, std::function<void()> then) {
    m_upgrade.clear();
    const int reading = ++m_reading;
    // Workers tell, in their threads; they end before this object does. Any of them may be late to: by then
    // the store is open, and whoever brought it up to date has told.
    m_opening =
        std::make_unique<StoreSession>(m_backend, toUtf8(full), [this, full, reading](int from, int to) {
            QMetaObject::invokeMethod(
                this,
                [this, full, reading, from, to] {
                    if (reading == m_reading) {
                        tellUpgrade(full, from, to);
                    }
                },
                Qt::QueuedConnection);
        });
    m_opening->reader.run<MayKeep>(
        Lane::ordered, this, [full](StoreWorker::Job& job) { return mayKeepStore(job, full); },
        [this, full, reading, then = std::move(then)](Result<MayKeep> opened) {
            if (reading != m_reading) {
                return; // another store was asked for
            }
            ++m_reading;
            m_notices.withdraw(m_upgrading);
            if (!opened) {
                m_opening.reset();
                keepCreated();
                m_notices.post(NoticeBar::Kind::error, errorText(opened.error()));
                Q_EMIT openFailed(errorText(opened.error()));
                return;
            }
            leaveForStore([this, full, then, mayKeep = *opened] { // once more: the review went on meanwhile
                if (m_opening == nullptr) {
                    return;
                }
                takeSession(std::move(m_opening));
                m_creating.reset();
                m_created.clear();
                if (mayKeep == MayKeep::yes) {
                    settings::addRecentStore(full);
                } else if (mayKeep == MayKeep::no) {
                    m_notices.post(NoticeBar::Kind::info,
                                   tr("The path of this store holds PII, so it is not kept among the recent "
                                      "stores."));
                }
                if (!m_upgrade.isEmpty()) {
                    m_notices.post(NoticeBar::Kind::warning, std::exchange(m_upgrade, QString()));
                }
                if (then) {
                    then();
                }
            });
        });
}

void FileController::tellUpgrade(const QString& path, int from, int to) {
    const QString name = QFileInfo(path).fileName();
    const QString before = QString::number(from);
    const QString after = QString::number(to);
    // All at once: a name may hold "%2".
    m_upgrading = tr("%1 is being brought from schema %2 to %3, which needs it alone for a moment.")
                      .arg(name, before, after);
    m_upgrade =
        tr("%1 was brought from schema %2 to %3: earlier versions of Goldpan cannot open it any more. No "
           "copy of the earlier file was kept.")
            .arg(name, before, after);
    m_notices.post(NoticeBar::Kind::info, m_upgrading);
}

void FileController::takeSession(std::unique_ptr<StoreSession> session) {
    closeStore();
    m_session = std::move(session);
    Q_EMIT storeChanged(m_session.get());
}

void FileController::closeStore() {
    m_importer.drop();
    Q_EMIT storeChanged(nullptr);
    m_session.reset();
}

void FileController::createStore(const QString& path, std::function<void()> then) {
    dropOpening();
    leaveForStore([this, path, then = std::move(then)] { makeStore(path, then); });
}

void FileController::makeStore(const QString& path, std::function<void()> then) {
    m_creating = std::make_unique<StoreWorker>(QStringLiteral("creator"), m_backend.create, toUtf8(path),
                                               StoreWorker::AtEnd::finish);
    m_creating->run<int>(
        Lane::ordered, this, [](StoreWorker::Job&) -> Result<int> { return 0; },
        [this, path, then = std::move(then)](Result<int> created) {
            if (created) {
                m_created = QFileInfo(path).fileName();
                readStore(QFileInfo(path).absoluteFilePath(), then);
            } else {
                m_creating.reset();
                m_notices.post(NoticeBar::Kind::error, errorText(created.error()));
            }
        });
}

void FileController::askForCompanions(const QString& log) {
    askForFile(tr("Join a file to the rows of %1").arg(QFileInfo(log).fileName()), logFilter(),
               QFileDialog::AcceptOpen,
               [this, log](const QString& companion) { importLog(log, {companion}); });
}

void FileController::importLog(const QString& log, const QStringList& companions) {
    const QString full = QFileInfo(log).absoluteFilePath();
    const auto import = [this, full, companions] {
        if (m_session != nullptr) {
            m_importer.run(*m_session, full, companions);
        }
    };
    if (m_session != nullptr) {
        // There is one progress line with one Cancel, and one worker for long work.
        m_guard.leave({tr("Import when it is over"), tr("Stop it and import"),
                       tr("The log is imported when this is over: %1."),
                       tr("Nothing was imported: the import that waited was given up. Ask for it again."),
                       true, true},
                      import, [this] {
                          m_notices.post(NoticeBar::Kind::error,
                                         tr("The log is not imported, because words that you typed are not "
                                            "on disk yet."));
                      });
    } else if (const QString path = storeBeside(full); QFileInfo::exists(path)) {
        openStore(path, import);
    } else {
        createStore(path, import);
    }
}

void FileController::fillRecent(QMenu& menu) {
    menu.clear();
    for (const QString& path : settings::recentStores()) {
        QString text = visibleLine(toUtf8(path), kPathCharacters);
        QAction* action = menu.addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, path] { openStore(path); });
    }
    if (menu.isEmpty()) {
        menu.addAction(tr("None yet"))->setEnabled(false);
    }
}

} // namespace goldpan::ui
