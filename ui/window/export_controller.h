// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ExportController: the export dialog, its preview, the export itself, and the same again. Owned by the
// window; GUI thread.
#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <optional>
#include <stop_token>

#include "core/exporting/export_service.h"
#include "ui/queue/filter_words.h"

class QWidget;

namespace goldpan::ui {

class CommandRegistry;
class ExportDialog;
class LeaveGuard;
class NoticeBar;
class StoreSession;

class ExportController final : public QObject {
    Q_OBJECT

public:
    ExportController(QWidget& window, NoticeBar& notices, CommandRegistry& registry, LeaveGuard& guard,
                     QObject* parent);

    void setStore(StoreSession* session);
    void setNames(const FilterNames& names);
    /// What the dialog begins with in a store without a batch; "" for the folder of the store.
    void setDefaults(const exporting::ExportSpec& spec, const QString& folder);

Q_SIGNALS:
    void dialogClosed();
    /// Rows of a batch, or of a check of the next one, are to be shown in the queue.
    void rowsRequested(const QString& filter);

private:
    void openDialog();
    void showDefaults();
    /// As the last batch of the store was made, if there is one.
    void showLastBatch();
    void exportAgain();
    void preview(const exporting::ExportSpec& spec);
    void dropPreview();
    /// Where a batch goes. What is free, and what is there, is known only once the export begins.
    struct Target {
        QString path;
        bool isNext = false; ///< the next free name after it
        QDateTime replaces;  ///< of the file that may be replaced; of any other there the name is taken
    };
    /// At once, or when other long work is over.
    void run(const exporting::ExportSpec& spec, const Target& target);
    void start(const exporting::ExportSpec& spec, const Target& target);
    /// `remark`: said of it when it is written; "" for nothing.
    void begin(const exporting::ExportSpec& spec, const QString& path, const QString& remark);
    void tellExported(const exporting::ExportReport& report, const QString& path, const QString& remark);
    /// So many rows will be looked at when that is exported next.
    void expect(const exporting::ExportSpec& spec, const exporting::ExportReport& report);
    void showProgress(const QString& name, const Progress& progress);

    NoticeBar& m_notices;
    LeaveGuard& m_guard;
    ExportDialog* m_dialog = nullptr;
    StoreSession* m_session = nullptr;
    exporting::ExportSpec m_defaults;
    QString m_folder;
    std::optional<std::stop_source> m_export;
    std::optional<std::pair<exporting::ExportSpec, std::int64_t>> m_expected;
    std::int64_t m_total = 0; ///< of the export that runs; 0 where nothing was counted before
    QElapsedTimer m_clock;    ///< of the export that runs
    QString m_told;           ///< the notice of the last batch
};

} // namespace goldpan::ui
