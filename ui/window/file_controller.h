// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FileController: opens and makes stores and has logs imported, each once the guard lets go of what is open.
// Owned by the window; GUI thread.
#pragma once

#include <QFileDialog>
#include <QObject>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>

#include "ui/state/backend.h"
#include "ui/window/log_importer.h"

class QMenu;
class QWidget;

namespace goldpan::ui {

class CommandRegistry;
class LeaveGuard;
class NoticeBar;
class StoreSession;
class StoreWorker;

class FileController final : public QObject {
    Q_OBJECT

public:
    FileController(const Backend& backend, QWidget& window, NoticeBar& notices, CommandRegistry& registry,
                   LeaveGuard& guard, QMenu* recent, QObject* parent);
    ~FileController() override;

    [[nodiscard]] StoreSession* session() const { return m_session.get(); }

    /// A store is opened, a log (by its name) is offered for import into a store beside it.
    void openOrOffer(const QString& path);
    void openStore(const QString& path, std::function<void()> then = {});
    /// Into the open store; without one into a new store beside the log.
    void importLog(const QString& log, const QStringList& companions = {});
    void closeStore();

Q_SIGNALS:
    /// nullptr: the store is about to go. What hangs on it must be let go at once.
    void storeChanged(goldpan::ui::StoreSession* session);
    void imported();
    void openFailed(const QString& text);
    void dialogClosed();

private:
    void bindCommands(CommandRegistry& registry);
    /// Shows a file dialog without a loop of its own.
    void askForFile(const QString& title, const QString& filter, QFileDialog::AcceptMode mode,
                    std::function<void(const QString&)> done);
    void createStore(const QString& path, std::function<void()> then);
    void makeStore(const QString& path, std::function<void()> then);
    void readStore(const QString& full, std::function<void()> then);
    void tellUpgrade(const QString& path, int from, int to);
    void leaveForStore(std::function<void()> then);
    /// The store that was on its way is not wanted any more: one that was made for it goes again.
    void dropOpening();
    void keepCreated();
    void takeSession(std::unique_ptr<StoreSession> session);
    /// What another tool wrote about the rows of `log`; the log is imported again with it.
    void askForCompanions(const QString& log);
    void fillRecent(QMenu& menu);

    const Backend& m_backend;
    QWidget& m_window;
    NoticeBar& m_notices;
    LeaveGuard& m_guard;
    LogImporter m_importer;
    std::unique_ptr<StoreSession> m_session;
    std::unique_ptr<StoreSession> m_opening; ///< until it is known to be a store
    int m_reading = 0;                       ///< changes as a store begins to be read, and as that is over
    QString m_upgrading;                     ///< the notice while the store that opens is brought up to date
    QString m_upgrade;                       ///< what to say of it when it is open
    std::unique_ptr<StoreWorker> m_creating; ///< made the store that opens, and holds it until it is taken
    QString m_created;                       ///< the name of that store, once it is made
};

} // namespace goldpan::ui
