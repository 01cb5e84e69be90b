// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SettingsDialog: what people can choose, a page a subject. Stands beside the window and holds nothing up;
// every change counts at once, so there is nothing to confirm. Owned by the window; GUI thread.
#pragma once

#include "ui/settings/preferences.h"

#include <QDialog>

class QTabWidget;

namespace goldpan::ui {

class CommandRegistry;
class ExportPage;
class GeneralPage;
class PolicyPage;

class SettingsDialog final : public QDialog {
    Q_OBJECT

public:
    SettingsDialog(CommandRegistry& registry, QWidget* parent);
    ~SettingsDialog() override;

    void setPreferences(const Preferences& preferences);
    void setOperator(const QString& name, bool fixed);
    [[nodiscard]] PolicyPage& policyPage() { return *m_policy; }
    /// Opens it, or brings it to the front.
    void present();

Q_SIGNALS:
    void preferencesEdited(const goldpan::ui::Preferences& preferences);
    void keysEdited();

private:
    void collect();

    Preferences m_preferences;
    QTabWidget* m_pages = nullptr;
    GeneralPage* m_general = nullptr;
    ExportPage* m_export = nullptr;
    PolicyPage* m_policy = nullptr;
};

} // namespace goldpan::ui
