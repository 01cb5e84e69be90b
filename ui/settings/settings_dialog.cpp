// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_dialog.h"

#include "ui/common/form_parts.h"
#include "ui/settings/export_page.h"
#include "ui/settings/general_page.h"
#include "ui/settings/keys_page.h"
#include "ui/settings/policy_page.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace goldpan::ui {

SettingsDialog::SettingsDialog(CommandRegistry& registry, QWidget* parent)
    : QDialog(parent)
    , m_pages(named(new QTabWidget(this), "settingsPages", tr("Pages")))
    , m_general(new GeneralPage(this))
    , m_export(new ExportPage(this))
    , m_policy(new PolicyPage(this)) {
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    setAccessibleName(windowTitle());
    auto* keys = new KeysPage(registry, this);
    m_pages->addTab(m_general, tr("General"));
    m_pages->addTab(m_export, tr("Export"));
    m_pages->addTab(keys, tr("Keys"));
    m_pages->addTab(m_policy, tr("This store"));
    named(m_pages->tabBar(), "settingsTabs", tr("Pages"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_pages, 1);
    auto* buttons = new QDialogButtonBox(this);
    auto* close = named(buttons->addButton(QDialogButtonBox::Close), "settingsClose", tr("Close"));
    close->setAutoDefault(false); // Enter in a field ends that field
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_general, &GeneralPage::edited, this, &SettingsDialog::collect);
    connect(m_export, &ExportPage::edited, this, &SettingsDialog::collect);
    connect(keys, &KeysPage::edited, this, &SettingsDialog::keysEdited);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 36);
}

SettingsDialog::~SettingsDialog() {
    // A line that loses the focus because it goes away is no edit.
    m_general->disconnect(this);
    m_export->disconnect(this);
}

void SettingsDialog::setPreferences(const Preferences& preferences) {
    if (preferences != std::exchange(m_preferences, preferences) || !isVisible()) {
        m_general->show(preferences);
        m_export->show(preferences);
    }
}

void SettingsDialog::setOperator(const QString& name, bool fixed) {
    m_general->showOperator(name, fixed);
}

void SettingsDialog::present() {
    if (!isVisible()) {
        m_pages->tabBar()->setFocus(Qt::TabFocusReason);
    }
    show();
    raise();
    activateWindow();
}

void SettingsDialog::collect() {
    Preferences wanted = m_preferences;
    m_general->writeTo(wanted);
    m_export->writeTo(wanted);
    if (wanted != m_preferences) {
        m_preferences = wanted;
        Q_EMIT preferencesEdited(wanted);
    }
}

} // namespace goldpan::ui
