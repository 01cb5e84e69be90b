// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keys_model.h"

#include "ui/commands/command_match.h"
#include "ui/commands/command_registry.h"

#include <algorithm>

namespace goldpan::ui {

KeysModel::KeysModel(const CommandRegistry& registry, QObject* parent)
    : QAbstractTableModel(parent)
    , m_registry(registry) {
    connect(&registry, &CommandRegistry::keysChanged, this, &KeysModel::rebuild);
    rebuild();
}

void KeysModel::setQuery(const QString& query) {
    m_query = query;
    rebuild();
}

void KeysModel::rebuild() {
    beginResetModel();
    m_lines.clear();
    for (const Command& command : m_registry.commands()) {
        const bool byKey = CommandRegistry::keysText(command).contains(m_query, Qt::CaseInsensitive);
        if (!byKey && !commandMatch(m_query, command.text) && !commandMatch(m_query, command.id)) {
            continue;
        }
        for (qsizetype at = 0; at < command.bindings.size(); ++at) {
            m_lines.push_back({command.id, at});
        }
        if (command.bindings.isEmpty()) {
            m_lines.push_back({command.id, -1});
        }
    }
    endResetModel();
}

KeysModel::Line KeysModel::lineAt(int row) const {
    return row >= 0 && row < rowCount() ? m_lines[static_cast<std::size_t>(row)] : Line{};
}

int KeysModel::rowOf(const Line& line) const {
    int nearest = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const Line& here = m_lines[static_cast<std::size_t>(row)];
        if (here.id == line.id) {
            nearest = row;
            if (here.binding >= line.binding) {
                break;
            }
        }
    }
    return nearest;
}

int KeysModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int KeysModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeysModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole) {
        return {};
    }
    return textOf(m_lines[static_cast<std::size_t>(index.row())], index.column());
}

QString KeysModel::textOf(const Line& line, int column) const {
    const Command* command = m_registry.find(line.id);
    switch (static_cast<Columns>(column)) {
    case NameColumn:
        return tr("%1: %2", "menu, command").arg(menuName(command->menu), command->text);
    case KeyColumn:
        return line.binding < 0 ? tr("none", "no key")
                                : CommandRegistry::keyText(command->bindings[line.binding]);
    case ScopeColumn:
        return line.binding < 0 ? QString() : scopeName(command->bindings[line.binding].scope);
    case ChangedColumn:
        return m_registry.hasDefaultKeys(line.id) ? QString() : tr("changed");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Columns>(section)) {
    case NameColumn:
        return tr("Command");
    case KeyColumn:
        return tr("Key");
    case ScopeColumn:
        return tr("Where it counts");
    case ChangedColumn:
        return tr("Changed");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace goldpan::ui
