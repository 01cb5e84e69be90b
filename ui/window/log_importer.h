// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogImporter: runs one import beside the review, shows how far it is and says what came of it. Owned by
// whoever made it; GUI thread.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QStringList>
#include <optional>
#include <stop_token>

#include "core/base/progress.h"
#include "core/base/result.h"

class QWidget;

namespace goldpan::ui {

struct Backend;
struct ImportedLog;
class NoticeBar;
class StoreSession;

class LogImporter final : public QObject {
    Q_OBJECT

public:
    LogImporter(const Backend& backend, QWidget& window, NoticeBar& notices, QObject* parent);

    /// Nothing where an import runs. `companions`: files that the profile of the log joins to its rows.
    void run(StoreSession& session, const QString& log, const QStringList& companions);
    /// The store goes: what runs is stopped and says nothing any more.
    void drop();

Q_SIGNALS:
    void imported();
    /// Feedback for the rows of `log` stands in files beside it, and somebody wants to name them.
    void companionsWanted(const QString& log);
    void detailsClosed();

private:
    void showProgress(const QString& name, const Progress& progress);
    void end(const QString& log, const ImportedLog& imported, const Result<void>& result);
    void tell(const QString& log, const ImportedLog& imported);
    void showDetails(const QString& name, const QString& details);

    const Backend& m_backend;
    QWidget& m_window;
    NoticeBar& m_notices;
    std::optional<std::stop_source> m_import;
    QElapsedTimer m_clock;
};

} // namespace goldpan::ui
