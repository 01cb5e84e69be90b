// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ExportDialog: what goes into a batch, where to, and before anything is written what that would be: rows,
// checks, the first lines. Shown with open(); counts nothing itself. Owned by the window; GUI thread.
#pragma once

#include "core/base/result.h"
#include "core/exporting/export_service.h"
#include "ui/queue/filter_words.h"

#include <QDialog>
#include <QStringList>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace goldpan::ui {

class BatchOptions;
class ExportResult;
class FilterBar;

class ExportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExportDialog(QWidget* parent = nullptr);

    /// Tags that can be ticked (none ticked is "any tag"), and what the filter offers while one types.
    void setNames(const FilterNames& names);
    void setSpec(const exporting::ExportSpec& spec);
    [[nodiscard]] exporting::ExportSpec spec() const;
    void setPath(const QString& path);
    [[nodiscard]] QString path() const;

    /// What previewRequested() asked for last; an answer that previewDropped() was said of never comes.
    void setPreview(const exporting::ExportPreview& preview);
    void setPreviewError(const Error& error);
    /// So many rows were looked at so far.
    void setPreviewBusy(std::int64_t seen = 0);

Q_SIGNALS:
    /// The spec has changed and rested for a moment; also once when the dialog is shown.
    void previewRequested(const goldpan::exporting::ExportSpec& spec);
    /// What is chosen has changed: nobody waits for the last answer any more.
    void previewDropped();
    /// Export was pressed; the dialog is closed.
    void exportRequested(const goldpan::exporting::ExportSpec& spec, const QString& path);
    /// Rows are to be looked at in the queue; the dialog is closed and keeps what was chosen.
    void rowsRequested(const QString& filter);

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makePathRow(QFormLayout& form);
    void makeRowChoice(QFormLayout& form);
    void makeOptions(QFormLayout& form);
    void connectChoices();
    void orderTabs();
    void browse();
    void specChanged();
    void refresh();
    void refreshPathHint();
    /// The filter as it stands, with a mistake shown at its place.
    bool checkFilter();
    /// "" for what it does.
    void sayOfFilter(const QString& text);
    void ask();
    void requestExport();

    QLineEdit* m_path = nullptr;
    QPushButton* m_browse = nullptr;
    QLabel* m_pathHint = nullptr;
    QComboBox* m_format = nullptr;
    QLabel* m_formatHint = nullptr;
    QListWidget* m_tags = nullptr;
    QLabel* m_tagHint = nullptr;
    FilterBar* m_filter = nullptr;
    QLabel* m_filterHint = nullptr;
    BatchOptions* m_options = nullptr;
    QCheckBox* m_redact = nullptr;
    QCheckBox* m_toolRows = nullptr;
    ExportResult* m_result = nullptr;
    QPushButton* m_export = nullptr;
    QTimer m_debounce;
};

} // namespace goldpan::ui
