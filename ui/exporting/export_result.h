// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ExportResult: what an export would write: how many rows, what each check found, and the first rows. Counts
// nothing itself. Owned by the export dialog; GUI thread.
#pragma once

#include "core/base/result.h"
#include "core/exporting/export_service.h"
#include "ui/exporting/check_filter.h"

#include <QList>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace goldpan::ui {

class CheckTable;
class RowPreview;

class ExportResult final : public QWidget {
    Q_OBJECT

public:
    explicit ExportResult(QWidget* parent = nullptr);

    [[nodiscard]] CheckTable& checks() { return *m_checks; }
    [[nodiscard]] const CheckTable& checks() const { return *m_checks; }

    /// What was asked for has changed: the old figures stay, faint, until the new ones are there.
    void setStale();
    /// So many rows were looked at so far; 0 at the beginning.
    void setCounting(std::int64_t seen);
    void setPreview(const exporting::ExportSpec& spec, const exporting::ExportPreview& preview);
    /// There are no figures, and why.
    void setProblem(const QString& text);

    /// What the keyboard goes through, in order.
    [[nodiscard]] QList<QWidget*> stops() const;

Q_SIGNALS:
    /// The rows that a check found are to be looked at.
    void rowsRequested(const QString& filter);

private:
    void say(const QString& text);
    void explainCheck();
    void showRows();

    QLabel* m_summary = nullptr;
    CheckTable* m_checks = nullptr;
    QLabel* m_meaning = nullptr;
    QPushButton* m_showRows = nullptr;
    RowPreview* m_rows = nullptr;
    exporting::ExportSpec m_spec; ///< of the report
    std::optional<exporting::ExportReport> m_report;
};

} // namespace goldpan::ui
