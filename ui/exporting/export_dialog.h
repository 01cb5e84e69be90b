// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ExportDialog: what goes into a batch, where to, and what is left out and why. Shown with open(); counts
// nothing itself. Owned by the window; GUI thread.
#pragma once

#include "core/base/result.h"
#include "core/exporting/export_service.h"

#include <QDialog>
#include <QStringList>
#include <QTimer>

#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace goldpan::ui {

class ExportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExportDialog(QWidget* parent = nullptr);

    /// Names that can be ticked; none ticked is "any tag".
    void setTagNames(const QStringList& names);
    /// Tags and exclusions that the dialog does not offer are kept.
    void setSpec(const exporting::ExportSpec& spec);
    [[nodiscard]] exporting::ExportSpec spec() const;
    void setPath(const QString& path);
    [[nodiscard]] QString path() const;

    /// The counts that previewRequested() asked for; late ones after a further change are refused by the
    /// caller's generation, not here.
    void setPreview(const exporting::ExportReport& report);
    void setPreviewError(const Error& error);
    void setPreviewBusy();

Q_SIGNALS:
    /// The spec has changed and rested for 250 ms; also once when the dialog is shown.
    void previewRequested(const goldpan::exporting::ExportSpec& spec);
    /// Export was pressed; the dialog is closed.
    void exportRequested(const goldpan::exporting::ExportSpec& spec, const QString& path);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makePathRow(QFormLayout& form);
    void makeRowChoice(QFormLayout& form);
    void makeOptions(QFormLayout& form);
    void browse();
    void specChanged();
    void refresh();
    void requestExport();

    QLineEdit* m_path = nullptr;
    QPushButton* m_browse = nullptr;
    QLabel* m_pathHint = nullptr;
    QComboBox* m_format = nullptr;
    QListWidget* m_tags = nullptr;
    QLabel* m_tagHint = nullptr;
    QLineEdit* m_filter = nullptr;
    QCheckBox* m_redact = nullptr;
    QCheckBox* m_toolRows = nullptr;
    QCheckBox* m_identical = nullptr;
    QPlainTextEdit* m_preview = nullptr;
    QPushButton* m_export = nullptr;
    QTimer m_debounce;
    std::vector<std::string> m_otherExclusions; ///< of a spec set from outside; kept as they are
};

} // namespace goldpan::ui
