// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ExportPage: what the export dialog begins with. Tells each change at once. Owned by the settings dialog;
// GUI thread.
#pragma once

#include "ui/settings/preferences.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace goldpan::ui {

class ExportPage final : public QWidget {
    Q_OBJECT

public:
    explicit ExportPage(QWidget* parent = nullptr);

    void show(const Preferences& preferences);
    /// Puts the page's own part into `to`.
    void writeTo(Preferences& to) const;

Q_SIGNALS:
    void edited();

private:
    void browse();

    QComboBox* m_format = nullptr;
    QLineEdit* m_tags = nullptr;
    QLineEdit* m_folder = nullptr;
    QPushButton* m_browse = nullptr;
    QCheckBox* m_redact = nullptr;
    QCheckBox* m_toolRows = nullptr;
    QCheckBox* m_identical = nullptr;
};

} // namespace goldpan::ui
