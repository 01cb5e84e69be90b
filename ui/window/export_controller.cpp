// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/export_controller.h"

#include "core/exporting/batch_layout.h"
#include "core/store/export_reader.h"
#include "ui/commands/command_registry.h"
#include "ui/common/error_text.h"
#include "ui/common/notice_bar.h"
#include "ui/common/text_bridge.h"
#include "ui/exporting/export_dialog.h"
#include "ui/queue/row_text.h"
#include "ui/state/store_session.h"
#include "ui/window/import_text.h"
#include "ui/window/leave_guard.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <optional>
#include <utility>

namespace goldpan::ui {
namespace {

constexpr qint64 kProgressEveryMs = 100;
constexpr std::size_t kPreviewRows = 5;

/// Settings and place of the last batch; none before the first.
using LastBatch = std::optional<std::pair<exporting::ExportSpec, std::string>>;

/// When the batch of that name was written; none where there is none.
QDateTime writtenAt(const QString& path) {
    return QFileInfo(toQString(exporting::BatchLayout::fromName(toUtf8(path)).dataPath())).lastModified();
}

Result<LastBatch> readLastBatch(StoreWorker::Job& job) {
    auto batches = job.store.exports().batches();
    if (!batches) {
        return std::unexpected(batches.error());
    }
    if (batches->empty()) {
        return LastBatch();
    }
    auto spec = exporting::specFromText(batches->back().specText);
    if (!spec) {
        return std::unexpected(spec.error());
    }
    return LastBatch({std::move(*spec), batches->back().path});
}

} // namespace

ExportController::ExportController(QWidget& window, NoticeBar& notices, CommandRegistry& registry,
                                   LeaveGuard& guard, QObject* parent)
    : QObject(parent)
    , m_notices(notices)
    , m_guard(guard)
    , m_dialog(new ExportDialog(&window)) {
    const auto noStore = [this] { return m_session == nullptr ? tr("no store is open") : QString(); };
    registry.setHandler(
        QStringLiteral("export.dialog"), [this] { openDialog(); }, noStore);
    registry.setHandler(
        QStringLiteral("export.again"), [this] { exportAgain(); }, noStore);
    connect(m_dialog, &ExportDialog::previewRequested, this, &ExportController::preview);
    connect(m_dialog, &ExportDialog::previewDropped, this, &ExportController::dropPreview);
    connect(m_dialog, &ExportDialog::rowsRequested, this, &ExportController::rowsRequested);
    connect(m_dialog, &ExportDialog::exportRequested, this,
            [this](const exporting::ExportSpec& spec, const QString& path) {
                run(spec, {path, false, writtenAt(path)});
            });
    connect(&notices, &NoticeBar::cancelRequested, this, [this] {
        if (m_export) {
            m_export->request_stop();
        }
    });
    connect(m_dialog, &QDialog::finished, this, [this] {
        dropPreview(); // nobody reads it any more
        Q_EMIT dialogClosed();
    });
}

void ExportController::setStore(StoreSession* session) {
    if (m_dialog->isVisible()) { // closing one that is not open would take the activation all the same
        m_dialog->reject();
    }
    if (std::exchange(m_export, std::nullopt)) {
        m_notices.endProgress();
    }
    m_session = session;
    m_expected.reset();
    showDefaults();
    if (m_session != nullptr) {
        showLastBatch();
    }
}

void ExportController::setDefaults(const exporting::ExportSpec& spec, const QString& folder) {
    m_defaults = spec;
    m_folder = folder;
    if (!m_dialog->isVisible()) {
        showDefaults(); // never under the operator's hands
    }
}

void ExportController::showDefaults() {
    m_dialog->setSpec(m_defaults);
    if (m_session != nullptr) {
        const QFileInfo store(toQString(m_session->path()));
        const QDir folder = m_folder.isEmpty() ? store.dir() : QDir(m_folder);
        m_dialog->setPath(folder.filePath(store.completeBaseName() + QLatin1String("-sft.jsonl")));
    }
}

void ExportController::showLastBatch() {
    const exporting::ExportSpec before = m_dialog->spec();
    m_session->reader.run<LastBatch>(
        Lane::ordered, this, readLastBatch, [this, before](const Result<LastBatch>& last) {
            // One that cannot be read is told of where it is asked for; here the settings do.
            if (last && *last && !m_dialog->isVisible() && m_dialog->spec() == before) {
                m_dialog->setSpec((*last)->first);
                m_dialog->setPath(toQString((*last)->second));
            }
        });
}

void ExportController::setNames(const FilterNames& names) {
    if (!m_dialog->isVisible()) {
        m_dialog->setNames(names); // never under the operator's hands
    }
}

void ExportController::openDialog() {
    if (QFileInfo::exists(m_dialog->path())) {
        m_dialog->setPath(toQString(exporting::nextFreeName(toUtf8(m_dialog->path()))));
    }
    m_dialog->open();
}

void ExportController::exportAgain() {
    m_session->reader.run<LastBatch>(Lane::ordered, this, readLastBatch, [this](Result<LastBatch> last) {
        if (!last) {
            m_notices.post(NoticeBar::Kind::error, errorText(last.error()));
        } else if (!*last) {
            openDialog();
        } else if ((*last)->first.filterLeftOut) {
            openDialog();
            m_notices.post(NoticeBar::Kind::warning,
                           tr("The filter of the last batch held PII and was not kept. Give it again."));
        } else if (const QString gold = toQString((*last)->first.goldFile);
                   !gold.isEmpty() && !QFileInfo(gold).isFile()) {
            if (!m_dialog->isVisible()) {
                m_dialog->setSpec((*last)->first);
            }
            openDialog();
            m_notices.post(
                NoticeBar::Kind::warning,
                tr("The gold set of the last batch is not where it was. Choose it again, or do without."));
        } else {
            run((*last)->first, {toQString((*last)->second), true, {}});
        }
    });
}

void ExportController::preview(const exporting::ExportSpec& spec) {
    if (m_session == nullptr) {
        return;
    }
    m_dialog->setPreviewBusy();
    m_session->counter.run<exporting::ExportPreview>(
        Lane::preview, this,
        [this, spec,
         &backend = m_session->backend()](StoreWorker::Job& job) -> Result<exporting::ExportPreview> {
            const auto redactor = job.redactor();
            if (!redactor) {
                return std::unexpected(redactor.error());
            }
            return exporting::ExportService(job.store, **redactor, backend.clock)
                .preview(
                    spec, kPreviewRows,
                    [this, &job, last = QElapsedTimer()](const Progress& progress) mutable {
                        if (!last.isValid()) {
                            last.start();
                        } else if (last.elapsed() >= kProgressEveryMs) {
                            last.start();
                            job.post([this, seen = progress.done] { m_dialog->setPreviewBusy(seen); });
                        }
                    },
                    job.stop);
        },
        [this, spec](Result<exporting::ExportPreview> preview) {
            if (preview) {
                expect(spec, preview->report);
                m_dialog->setPreview(*preview);
            } else {
                m_dialog->setPreviewError(preview.error());
            }
        });
}

void ExportController::dropPreview() {
    if (m_session != nullptr) {
        m_session->counter.drop(Lane::preview);
    }
}

void ExportController::run(const exporting::ExportSpec& spec, const Target& target) {
    // There is one progress line with one Cancel, and what runs may bring rows that belong to the batch.
    // Drafts are in no batch, so one that cannot be written (a full disk) is not in the way.
    m_guard.leave({tr("Export when it is over"), tr("Stop it and export"),
                   tr("The export begins when this is over: %1."),
                   tr("Nothing was exported: the export that waited was given up. Ask for it again."), false,
                   true},
                  [this, spec, target] { start(spec, target); }, {});
}

void ExportController::start(const exporting::ExportSpec& spec, const Target& target) {
    if (m_session == nullptr) {
        return;
    }
    // What ran before may have written a batch of that name, and nobody agreed to lose that one.
    const QDateTime there = writtenAt(target.path);
    const bool isTaken = !target.isNext && there.isValid() && there != target.replaces;
    if (!target.isNext && !isTaken) {
        begin(spec, target.path, {});
        return;
    }
    begin(spec, toQString(exporting::nextFreeName(toUtf8(target.path))),
          isTaken ? tr("A batch was written to %1 meanwhile; that one stays as it is.").arg(target.path)
                  : QString());
}

void ExportController::begin(const exporting::ExportSpec& spec, const QString& path, const QString& remark) {
    const QString name = QFileInfo(path).fileName();
    m_notices.setProgress(tr("Exporting %1").arg(name), std::nullopt, {});
    m_total = m_expected && m_expected->first == spec ? m_expected->second : 0;
    m_clock.start();
    m_export = m_session->jobs.run<exporting::ExportReport>(
        Lane::ordered, this,
        [this, name, spec, out = toUtf8(path),
         &backend = m_session->backend()](StoreWorker::Job& job) -> Result<exporting::ExportReport> {
            const auto redactor = job.redactor();
            if (!redactor) {
                return std::unexpected(redactor.error());
            }
            return exporting::ExportService(job.store, **redactor, backend.clock)
                .run(
                    spec, out,
                    [this, &job, name, last = QElapsedTimer()](const Progress& progress) mutable {
                        if (!last.isValid() || last.elapsed() >= kProgressEveryMs) {
                            last.start();
                            job.post([this, name, progress] { showProgress(name, progress); });
                        }
                    },
                    job.stop);
        },
        [this, spec, path, remark](Result<exporting::ExportReport> report) {
            m_export.reset();
            m_notices.endProgress();
            if (!report && report.error().code == ErrorCode::cancelled) {
                m_notices.post(NoticeBar::Kind::info, tr("The export was stopped; nothing was written."));
                return;
            }
            if (!report) {
                m_notices.post(NoticeBar::Kind::error, errorText(report.error()));
                return;
            }
            expect(spec, *report);
            tellExported(*report, path, remark);
        });
}

void ExportController::tellExported(const exporting::ExportReport& report, const QString& path,
                                    const QString& remark) {
    QString said = tr("%1 row(s) exported to %2, %3 left out.", nullptr, pluralOf(report.rows))
                       .arg(countText(report.rows), path, countText(report.leftOut()));
    if (report.filterLeftOut) {
        said += u' ' + tr("The filter holds PII, so neither the manifest nor the store keeps it.");
    }
    for (const std::string& file : report.leftBehind) {
        said +=
            u' ' + tr("%1 is of the batch that was replaced and could not be removed.").arg(toQString(file));
    }
    if (!remark.isEmpty()) {
        said += u' ' + remark;
    }
    std::vector<NoticeBar::Action> actions;
    if (report.batch && report.rows > 0) {
        actions.push_back({tr("Show its rows"), [this, id = report.batch->value] {
                               Q_EMIT rowsRequested(QStringLiteral("batch:%1").arg(id));
                           }});
    }
    m_notices.withdraw(std::exchange(m_told, said)); // one offer to look at rows, not one a batch
    m_notices.post(report.rows > 0 && remark.isEmpty() ? NoticeBar::Kind::ok : NoticeBar::Kind::warning, said,
                   std::move(actions));
}

void ExportController::expect(const exporting::ExportSpec& spec, const exporting::ExportReport& report) {
    m_expected = {spec, report.seen};
}

void ExportController::showProgress(const QString& name, const Progress& progress) {
    if (m_export) {
        const Progress seen{.done = progress.done, .total = m_total, .rows = progress.done};
        m_notices.setProgress(tr("Exporting %1").arg(name), shareOf(seen), rateText(seen, m_clock.elapsed()));
    }
}

} // namespace goldpan::ui
