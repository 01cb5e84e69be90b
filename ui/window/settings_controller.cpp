// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/settings_controller.h"

#include "ui/commands/command_registry.h"
#include "ui/common/notice_bar.h"
#include "ui/common/text_bridge.h"
#include "ui/detail/correction_editor.h"
#include "ui/detail/diff_view.h"
#include "ui/detail/response_view.h"
#include "ui/detail/transcript_view.h"
#include "ui/settings/key_overrides.h"
#include "ui/settings/policy_page.h"
#include "ui/settings/settings_dialog.h"
#include "ui/state/store_rules.h"
#include "ui/window/export_controller.h"
#include "ui/window/panes.h"
#include "ui/window/policy_controller.h"
#include "ui/window/settings.h"

#include <QEvent>
#include <QMainWindow>
#include <algorithm>
#include <utility>

namespace goldpan::ui {

SettingsController::SettingsController(QMainWindow& window, Panes& panes, CommandRegistry& registry,
                                       const StoreRules& rules, ExportController& exports, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_panes(panes)
    , m_rules(rules)
    , m_exports(exports)
    , m_preferences(loadPreferences(&m_problems))
    , m_dialog(new SettingsDialog(registry, &window))
    , m_policy(new PolicyController(m_dialog->policyPage(), *panes.notices, this)) {
    m_problems << loadKeys(registry);
    registry.setHandler(QStringLiteral("view.zoomIn"), [this] { zoomBy(1); });
    registry.setHandler(QStringLiteral("view.zoomOut"), [this] { zoomBy(-1); });
    registry.setHandler(QStringLiteral("view.zoomReset"), [this] { zoomBy(-m_preferences.zoomSteps); });
    registry.setHandler(QStringLiteral("settings.open"), [this] {
        if (!m_dialog->isVisible()) {
            m_dialog->policyPage().showStored();
        }
        m_policy->read();
        m_dialog->present();
    });
    connect(m_dialog, &SettingsDialog::preferencesEdited, this, &SettingsController::change);
    connect(m_dialog, &SettingsDialog::keysEdited, this, [&registry] { saveKeys(registry); });
    connect(m_dialog, &QDialog::finished, this, &SettingsController::dialogClosed);
    m_dialog->setPreferences(m_preferences);
    apply();
    giveExportDefaults();
    window.installEventFilter(this);
}

bool SettingsController::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ApplicationPaletteChange) {
        useBoxColours();
    }
    return QObject::eventFilter(watched, event);
}

void SettingsController::showProblems() {
    if (!m_problems.isEmpty()) {
        m_panes.notices->post(NoticeBar::Kind::warning, std::exchange(m_problems, {}).join(QLatin1Char(' ')));
    }
}

void SettingsController::zoomBy(int steps) {
    Preferences wanted = m_preferences;
    wanted.zoomSteps = std::clamp(wanted.zoomSteps + steps, kLeastZoom, kMostZoom);
    change(wanted);
}

void SettingsController::setStore(StoreSession* session) {
    m_policy->setStore(session);
}

void SettingsController::setOperator(const QString& name, bool fixed) {
    m_dialog->setOperator(name, fixed);
}

void SettingsController::redact(Preferences& wanted) {
    const redact::Redactor& redactor = *m_rules.redactor();
    // What was kept before stays: it holds for other stores too, with other rules.
    if (wanted.operatorName != m_preferences.operatorName) {
        wanted.operatorName = toQString(redactor.redacted(toUtf8(wanted.operatorName.trimmed())));
    }
    for (QString& tag : wanted.exportTags) {
        if (!m_preferences.exportTags.contains(tag)) {
            tag = toQString(redactor.redacted(toUtf8(tag)));
        }
    }
    if (wanted.exportFolder != m_preferences.exportFolder &&
        !settings::mayKeepPath(wanted.exportFolder, redactor)) {
        wanted.exportFolder = m_preferences.exportFolder;
        m_panes.notices->post(NoticeBar::Kind::warning,
                              tr("The path of that folder holds PII, so it is not kept in the settings."));
    }
}

void SettingsController::change(Preferences wanted) {
    if (m_rules.isKnown()) {
        redact(wanted);
    } else {
        wanted.operatorName = m_preferences.operatorName;
        wanted.exportTags = m_preferences.exportTags;
        wanted.exportFolder = m_preferences.exportFolder;
    }
    const Preferences before = std::exchange(m_preferences, wanted);
    savePreferences(before, wanted);
    m_dialog->setPreferences(wanted);
    apply();
    if (exportSpecOf(before) != exportSpecOf(wanted) || before.exportFolder != wanted.exportFolder) {
        giveExportDefaults();
    }
    if (before.operatorName != wanted.operatorName) {
        Q_EMIT operatorChosen(wanted.operatorName);
    }
}

void SettingsController::giveExportDefaults() {
    m_exports.setDefaults(exportSpecOf(m_preferences), m_preferences.exportFolder);
}

void SettingsController::apply() {
    m_appearance.apply(m_preferences);
    QWidget& work = *m_window.centralWidget();
    QFont zoomed = work.font();
    zoomed.setPointSizeF(zoomedPoints(m_appearance.interfacePoints(m_preferences), m_preferences.zoomSteps));
    work.setFont(zoomed);
    const QFont text = m_appearance.textFont(m_preferences);
    for (QWidget* view :
         std::initializer_list<QWidget*>{m_panes.prompt, m_panes.response, m_panes.diff, m_panes.editor}) {
        view->setFont(text);
    }
}

} // namespace goldpan::ui
