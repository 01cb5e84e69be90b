// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// GeneralPage: language, colours, fonts, zoom and the operator's name. Tells each change at once. Owned by
// the settings dialog; GUI thread.
#pragma once

#include "ui/settings/preferences.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace goldpan::ui {

class GeneralPage final : public QWidget {
    Q_OBJECT

public:
    explicit GeneralPage(QWidget* parent = nullptr);

    void show(const Preferences& preferences);
    /// Who works here now, and whether the command line said so.
    void showOperator(const QString& name, bool fixed);
    /// Puts the page's own part into `to`.
    void writeTo(Preferences& to) const;

Q_SIGNALS:
    void edited();

private:
    void makeLanguage(QFormLayout& form);
    void makeLooks(QFormLayout& form);
    void makeFonts(QFormLayout& form);
    void makeOperator(QFormLayout& form);
    [[nodiscard]] QDoubleSpinBox* pointsBox(const char* name, const QString& accessible,
                                            const QString& atZero);

    QComboBox* m_language = nullptr;
    QComboBox* m_theme = nullptr;
    QDoubleSpinBox* m_interfacePoints = nullptr;
    QComboBox* m_textFamily = nullptr;
    QDoubleSpinBox* m_textPoints = nullptr;
    QSpinBox* m_zoom = nullptr;
    QLineEdit* m_operator = nullptr;
    QLabel* m_operatorHint = nullptr;
};

} // namespace goldpan::ui
