// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// BatchOptions: the gold set that a batch is held against, how long its rows may be, its share for validation
// and the rows that stay whatever the checks say, as rows of a form. Owned by the dialog of that form; GUI
// thread.
#pragma once

#include "core/exporting/export_service.h"

#include <QObject>
#include <QWidgetList>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace goldpan::ui {

class NumberBox;

class BatchOptions final : public QObject {
    Q_OBJECT

public:
    BatchOptions(QFormLayout& form, QWidget* dialog);

    void setSpec(const exporting::ExportSpec& spec);
    /// A format of whole rows is neither checked nor split, whatever is chosen.
    void setFormat(exporting::Format format);
    void writeTo(exporting::ExportSpec& spec) const;
    [[nodiscard]] QWidgetList stops() const; ///< in the order of Tab

Q_SIGNALS:
    void changed();

private:
    void makeGoldRow(QFormLayout& form);
    void makeNumbers(QFormLayout& form);
    void browse();
    void refreshGoldHint();

    QWidget* m_dialog;
    exporting::ExportSpec m_given; ///< a number finer than its control stays as it is until one changes it
    QLineEdit* m_gold = nullptr;
    QPushButton* m_browse = nullptr;
    QLabel* m_goldHint = nullptr;
    NumberBox* m_tokens = nullptr;
    NumberBox* m_split = nullptr;
    QCheckBox* m_keep = nullptr; ///< only where there are such rows
};

} // namespace goldpan::ui
