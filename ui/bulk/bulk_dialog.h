// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// BulkDialog: what to do to every row of a result, with the numbers and some of the rows before it is done.
// Shown with open(); reads and counts nothing itself. Owned by the window; GUI thread.
#pragma once

#include "core/base/result.h"
#include "ui/bulk/bulk_choice.h"

#include <QDialog>
#include <QStringList>

#include <optional>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStringListModel;
class QTreeWidget;

namespace goldpan::ui {

struct BulkFigures {
    std::int64_t unchanged = 0; ///< rows that are so already
    std::int64_t corrected = 0; ///< rows whose correction a decision takes away
};

class BulkDialog : public QDialog {
    Q_OBJECT

public:
    explicit BulkDialog(QWidget* parent = nullptr);

    /// Another result: nothing is chosen yet.
    void setRows(std::int64_t rows, const QString& filterText);
    /// What undo is on now; its sentences name it.
    void setUndoKey(const QString& key) { m_undoKey = key; }
    void setTagNames(const QStringList& names);
    /// Rows from all over the result.
    void setSample(std::vector<queue::QueueRow> rows);
    /// None while they are being counted.
    void setFigures(const std::optional<BulkFigures>& figures);
    void setProblem(const Error& error);
    [[nodiscard]] BulkChoice choice() const;

Q_SIGNALS:
    void choiceChanged(const goldpan::ui::BulkChoice& choice);
    /// The button was pressed; the dialog is closed.
    void applyRequested(const goldpan::ui::BulkChoice& choice);

private:
    void makeChoice(QFormLayout& form);
    void makeSample(QFormLayout& form);
    void takeChoice();
    void refreshSample();
    void refreshButton();
    void apply();

    QString m_undoKey;
    std::int64_t m_rows = 0;
    std::vector<queue::QueueRow> m_sampleRows;
    QLabel* m_title = nullptr;
    QLabel* m_filter = nullptr;
    QComboBox* m_act = nullptr;
    QLineEdit* m_tag = nullptr;
    QLabel* m_figures = nullptr;
    QTreeWidget* m_sample = nullptr;
    QPushButton* m_apply = nullptr;
    QStringListModel* m_tagNames = nullptr;
};

} // namespace goldpan::ui
