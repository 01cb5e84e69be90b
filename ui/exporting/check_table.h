// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// CheckTable: the checks of an export with how many rows each found, and which of them leave rows out. On the
// ground of the window, as a CheckList.
// Owned by its parent; GUI thread.
#pragma once

#include "core/exporting/export_service.h"

#include <QTreeWidget>

#include <optional>
#include <string>
#include <vector>

namespace goldpan::ui {

class CheckTable final : public QTreeWidget {
    Q_OBJECT

public:
    explicit CheckTable(QWidget* parent = nullptr);

    /// The rows of the table; figures are gone. The current check and the choices stay.
    void setFormat(exporting::Format format);
    /// The old figures stay, faint, while newer ones are counted.
    void setReport(const exporting::ExportReport& report);
    void setStale();

    /// Checks that only warn and are chosen to leave rows out; those that the table does not offer are kept.
    void setExclude(std::vector<std::string> reasons);
    [[nodiscard]] const std::vector<std::string>& exclude() const { return m_exclude; }

    [[nodiscard]] std::string currentReason() const; ///< "" where there is none

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void excludeChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void addCheck(const std::string& reason);
    void showFigures();
    void takeTick(QTreeWidgetItem* item);

    exporting::Format m_format = exporting::Format::sft;
    std::vector<std::string> m_exclude;
    std::optional<exporting::ExportReport> m_report;
    bool m_stale = true;
    bool m_filling = false;
};

} // namespace goldpan::ui
