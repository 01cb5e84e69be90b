// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/log_importer.h"

#include "core/review/logged_corrections.h"
#include "ui/common/error_text.h"
#include "ui/common/notice_bar.h"
#include "ui/common/text_bridge.h"
#include "ui/queue/row_text.h"
#include "ui/state/backend.h"
#include "ui/state/store_session.h"
#include "ui/window/import_text.h"

#include <QFileInfo>
#include <QMessageBox>
#include <memory>
#include <utility>
#include <vector>

namespace goldpan::ui {
namespace {

constexpr qint64 kProgressEveryMs = 100;

/// In the thread of the job: the rows, then the gold corrections that came with them.
Result<void> importInto(StoreWorker::Job& job, const ingest::ImportSpec& spec, const Clock& clock,
                        ImportedLog& imported, const ProgressFn& progress) {
    const auto redactor = job.redactor();
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    auto done = ingest::ImportJob(job.store, **redactor).run(spec, imported.report, progress, job.stop);
    const auto corrections = std::exchange(imported.report.corrections, {}); // not redacted: held no longer
    if (!done || corrections.empty()) {
        return done;
    }
    imported.corrections.emplace();
    return review::importLogged(job.store, **redactor, clock, spec.operatorName, corrections,
                                *imported.corrections, job.stop);
}

} // namespace

LogImporter::LogImporter(const Backend& backend, QWidget& window, NoticeBar& notices, QObject* parent)
    : QObject(parent)
    , m_backend(backend)
    , m_window(window)
    , m_notices(notices) {
    connect(&notices, &NoticeBar::cancelRequested, this, [this] {
        if (m_import) {
            m_import->request_stop(); // the batch at hand is finished, so that nothing is half-done
        }
    });
}

void LogImporter::run(StoreSession& session, const QString& log, const QStringList& companions) {
    if (m_import) {
        return;
    }
    const QString name = QFileInfo(log).fileName();
    m_clock.start();
    m_notices.setProgress(tr("Importing %1").arg(name), std::nullopt, {});
    ingest::ImportSpec spec;
    spec.logs = {toUtf8(log)};
    spec.jobs = 1; // the review goes on beside it
    spec.operatorName = m_backend.operatorName;
    for (const QString& companion : companions) {
        spec.use.companions.push_back(toUtf8(companion));
    }
    auto imported = std::make_shared<ImportedLog>();
    m_import = session.jobs.run<void>(
        Lane::ordered, this,
        [this, name, imported, spec = std::move(spec)](StoreWorker::Job& job) {
            QElapsedTimer last;
            return importInto(job, spec, m_backend.clock, *imported, [&](const Progress& progress) {
                if (!last.isValid() || last.elapsed() >= kProgressEveryMs) {
                    last.start();
                    job.post([this, name, progress] { showProgress(name, progress); });
                }
            });
        },
        [this, log, imported](Result<void> result) { end(log, *imported, result); });
}

void LogImporter::drop() {
    if (m_import) {
        m_import->request_stop();
        m_import.reset();
        m_notices.endProgress();
    }
}

void LogImporter::showProgress(const QString& name, const Progress& progress) {
    if (m_import) {
        m_notices.setProgress(tr("Importing %1").arg(name), shareOf(progress),
                              rateText(progress, m_clock.elapsed()));
    }
}

void LogImporter::end(const QString& log, const ImportedLog& imported, const Result<void>& result) {
    m_import.reset();
    m_notices.endProgress();
    if (result) {
        tell(log, imported);
    } else if (result.error().code == ErrorCode::cancelled) {
        const std::int64_t stored = imported.report.tally.stored;
        m_notices.post(
            NoticeBar::Kind::info,
            tr("The import was stopped; %1 row(s) are in the store. Import the log again to go on.", nullptr,
               pluralOf(stored))
                .arg(countText(stored)));
    } else {
        m_notices.post(NoticeBar::Kind::error, errorText(result.error()));
    }
    Q_EMIT this->imported();
}

void LogImporter::tell(const QString& log, const ImportedLog& imported) {
    const QString name = QFileInfo(log).fileName();
    std::vector<NoticeBar::Action> actions;
    if (const QString details = importDetails(imported); !details.isEmpty()) {
        actions.push_back({tr("Details"), [this, name, details] { showDetails(name, details); }});
    }
    if (joinsCompanions(imported)) {
        actions.push_back({tr("Join a file to it"), [this, log] { Q_EMIT companionsWanted(log); }});
    }
    m_notices.post(imported.report.quarantined > 0 ? NoticeBar::Kind::warning : NoticeBar::Kind::ok,
                   importText(name, imported), std::move(actions));
}

void LogImporter::showDetails(const QString& name, const QString& details) {
    auto* box = new QMessageBox(&m_window);
    box->setObjectName(QStringLiteral("importDetails"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("What came of %1").arg(name));
    box->setTextFormat(Qt::PlainText); // names of fields are somebody else's
    box->setText(details);
    box->setStandardButtons(QMessageBox::Close);
    connect(box, &QDialog::finished, this, &LogImporter::detailsClosed);
    box->open();
}

} // namespace goldpan::ui
