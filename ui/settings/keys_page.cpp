// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keys_page.h"

#include "ui/commands/command_registry.h"
#include "ui/common/form_parts.h"
#include "ui/common/visible_delegate.h"
#include "ui/settings/key_capture.h"
#include "ui/settings/keys_model.h"

#include <QAccessible>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace goldpan::ui {

KeysPage::KeysPage(CommandRegistry& registry, QWidget* parent)
    : QWidget(parent)
    , m_registry(registry)
    , m_model(new KeysModel(registry, this)) {
    setObjectName(QStringLiteral("settingsKeys"));
    new QVBoxLayout(this);
    makeTable();
    makeEditor();
    setUpButtons();
    select(0);
}

void KeysPage::makeTable() {
    m_search = named(new QLineEdit(this), "settingsKeySearch", tr("Find a command or key"));
    m_search->setPlaceholderText(tr("Find a command or key"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setQuery(text);
        select(0);
    });
    m_table = named(new QTableView(this), "settingsKeyTable", tr("Commands and their keys"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new VisibleDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(KeysModel::NameColumn, QHeaderView::Stretch);
    for (const int column : {KeysModel::KeyColumn, KeysModel::ScopeColumn, KeysModel::ChangedColumn}) {
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &KeysPage::takeSelection);
    connect(m_table, &QTableView::activated, this, [this] { m_capture->setFocus(); });
    layout()->addWidget(m_search);
    layout()->addWidget(m_table);
}

void KeysPage::makeEditor() {
    m_capture = named(new KeyCapture(this), "settingsKeyCapture", tr("New key"));
    m_scope = named(new QComboBox(this), "settingsKeyScope", tr("Where it counts"));
    for (const Scope scope : {Scope::queue, Scope::triage, Scope::editor, Scope::anywhere}) {
        m_scope->addItem(scopeName(scope), static_cast<int>(scope));
    }
    const auto button = [this](const char* name, const QString& text) {
        auto* made = named(new QPushButton(text, this), name, QString(text).remove(QLatin1Char('&')));
        made->setAutoDefault(false);
        return made;
    };
    m_add = button("settingsKeyAdd", tr("&Add"));
    m_replace = button("settingsKeyReplace", tr("Re&place"));
    m_remove = button("settingsKeyRemove", tr("Re&move"));
    m_reset = button("settingsKeyReset", tr("&Defaults of this command"));
    m_resetAll = button("settingsKeyResetAll", tr("Defaults of a&ll commands"));
    auto* label = new QLabel(tr("&New key"), this);
    label->setBuddy(m_capture);
    auto* keys = new QHBoxLayout;
    keys->addWidget(label);
    keys->addWidget(m_capture, 1);
    keys->addWidget(m_scope);
    keys->addWidget(m_add);
    keys->addWidget(m_replace);
    auto* rest = new QHBoxLayout;
    rest->addWidget(m_remove);
    rest->addWidget(m_reset);
    rest->addStretch();
    rest->addWidget(m_resetAll);
    m_message = hintLabel("settingsKeyMessage", this);
    m_message->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_message->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addLayout(keys);
    column->addWidget(m_message);
    column->addLayout(rest);
}

void KeysPage::setUpButtons() {
    connect(m_capture, &KeyCapture::captured, this, &KeysPage::updateButtons);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &KeysPage::updateButtons);
    connect(m_add, &QPushButton::clicked, this, [this] { give(false); });
    connect(m_replace, &QPushButton::clicked, this, [this] { give(true); });
    connect(m_remove, &QPushButton::clicked, this, &KeysPage::remove);
    connect(m_reset, &QPushButton::clicked, this, &KeysPage::reset);
    connect(m_resetAll, &QPushButton::clicked, this, &KeysPage::resetAll);
}

void KeysPage::takeSelection() {
    const KeysModel::Line line = m_model->lineAt(m_table->currentIndex().row());
    if (const Command* command = m_registry.find(line.id); command != nullptr && line.binding >= 0) {
        m_scope->setCurrentIndex(m_scope->findData(static_cast<int>(command->bindings[line.binding].scope)));
    }
    updateButtons();
}

void KeysPage::updateButtons() {
    const KeysModel::Line line = m_model->lineAt(m_table->currentIndex().row());
    const bool chosen = m_registry.find(line.id) != nullptr;
    const bool captured = !m_capture->keys().isEmpty();
    m_add->setEnabled(chosen && captured);
    m_replace->setEnabled(chosen && captured && line.binding >= 0);
    m_remove->setEnabled(chosen && line.binding >= 0);
    m_reset->setEnabled(chosen && !m_registry.hasDefaultKeys(line.id));
    bool changed = false;
    for (const Command& command : m_registry.commands()) {
        changed = changed || !m_registry.hasDefaultKeys(command.id);
    }
    m_resetAll->setEnabled(changed || !m_beforeReset.isEmpty());
    m_resetAll->setText(m_beforeReset.isEmpty() ? tr("Defaults of a&ll commands")
                                                : tr("Bring my keys &back"));
    m_resetAll->setAccessibleName(m_resetAll->text().remove(QLatin1Char('&')));
    say({});
    if (chosen && captured) { // said before it is tried
        const auto scope = static_cast<Scope>(m_scope->currentData().toInt());
        say(m_registry.whyNotKeys(line.id, {{scope, m_capture->keys()}}), true);
    }
}

void KeysPage::give(bool replace) {
    const KeysModel::Line line = m_model->lineAt(m_table->currentIndex().row());
    QList<KeyBinding> bindings = m_registry.find(line.id)->bindings;
    const KeyBinding wanted{static_cast<Scope>(m_scope->currentData().toInt()), m_capture->keys()};
    qsizetype at = line.binding;
    if (replace) {
        bindings[at] = wanted;
    } else {
        bindings << wanted;
        at = bindings.size() - 1;
    }
    if (apply(line.id, bindings, at,
              tr("%1 is a key of “%2” now.")
                  .arg(CommandRegistry::keyText(wanted), m_registry.find(line.id)->text))) {
        const QString said = m_message->text();
        m_capture->setKeys({});
        say(said);
    }
}

void KeysPage::remove() {
    const KeysModel::Line line = m_model->lineAt(m_table->currentIndex().row());
    const Command* command = m_registry.find(line.id);
    QList<KeyBinding> bindings = command->bindings;
    const QString key = CommandRegistry::keyText(bindings.takeAt(line.binding));
    apply(line.id, bindings, line.binding, tr("%1 is no key of “%2” any more.").arg(key, command->text));
}

void KeysPage::reset() {
    const KeysModel::Line line = m_model->lineAt(m_table->currentIndex().row());
    apply(line.id, m_registry.defaultKeys(line.id), 0,
          tr("“%1” has its default keys.").arg(m_registry.find(line.id)->text));
}

void KeysPage::resetAll() {
    QHash<QString, QList<KeyBinding>> mine;
    for (const Command& command : m_registry.commands()) {
        if (!m_registry.hasDefaultKeys(command.id)) {
            mine.insert(command.id, command.bindings);
        }
    }
    const bool back = !m_beforeReset.isEmpty();
    const KeysModel::Line line = m_model->lineAt(m_table->currentIndex().row());
    m_registry.setAllKeys(m_beforeReset);
    m_beforeReset = back ? QHash<QString, QList<KeyBinding>>() : mine;
    select(m_model->rowOf(line));
    updateButtons();
    say(back ? tr("Your keys are back.") : tr("All commands have their default keys."));
    Q_EMIT edited();
}

bool KeysPage::apply(const QString& id, const QList<KeyBinding>& bindings, qsizetype selected,
                     const QString& done) {
    if (const QString reason = m_registry.setKeys(id, bindings); !reason.isEmpty()) {
        say(reason, true);
        return false;
    }
    m_beforeReset.clear();
    select(m_model->rowOf({id, selected}));
    updateButtons();
    say(done);
    Q_EMIT edited();
    return true;
}

void KeysPage::say(const QString& text, bool refused) {
    m_message->setText(refused && !text.isEmpty() ? tr("Not possible: %1", "then the reason").arg(text)
                                                  : text);
    m_message->setAccessibleName(m_message->text());
    if (!text.isEmpty()) {
        QAccessibleEvent event(m_message, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void KeysPage::select(int row) {
    m_table->selectRow(row);
    takeSelection();
}

} // namespace goldpan::ui
