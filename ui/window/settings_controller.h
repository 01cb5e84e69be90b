// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SettingsController: reads what was chosen before, applies it, and shows the dialog where it is changed.
// Owned by the window; GUI thread.
#pragma once

#include "ui/settings/appearance.h"
#include "ui/settings/preferences.h"

#include <QObject>
#include <QStringList>

class QMainWindow;

namespace goldpan::ui {

class CommandRegistry;
class ExportController;
class PolicyController;
class SettingsDialog;
class StoreRules;
class StoreSession;
struct Panes;

class SettingsController final : public QObject {
    Q_OBJECT

public:
    SettingsController(QMainWindow& window, Panes& panes, CommandRegistry& registry, const StoreRules& rules,
                       ExportController& exports, QObject* parent);

    [[nodiscard]] const Preferences& preferences() const { return m_preferences; }
    /// Says what of the stored settings could not be used.
    void showProblems();
    void zoomBy(int steps);
    void setStore(StoreSession* session);
    /// Who works here now; `fixed` where the command line said so.
    void setOperator(const QString& name, bool fixed);

Q_SIGNALS:
    /// Another name was chosen; "" for the login name.
    void operatorChosen(const QString& name);
    void dialogClosed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void change(Preferences wanted);
    /// What somebody typed into `wanted`, as it may be kept.
    void redact(Preferences& wanted);
    void apply();
    void giveExportDefaults();

    QMainWindow& m_window;
    Panes& m_panes;
    const StoreRules& m_rules;
    ExportController& m_exports;
    QStringList m_problems; ///< before what fills it
    Preferences m_preferences;
    Appearance m_appearance;
    SettingsDialog* m_dialog = nullptr;
    PolicyController* m_policy = nullptr;
};

} // namespace goldpan::ui
