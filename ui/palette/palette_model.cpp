// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palette_model.h"

#include "ui/commands/command_match.h"
#include "ui/commands/command_registry.h"

#include <algorithm>
#include <optional>

namespace goldpan::ui {
namespace {

/// By the name that is read, or by the id, which is the same in every language.
std::optional<int> fit(const QString& query, const Command& command) {
    const auto name = commandMatch(query, command.text);
    const auto id = commandMatch(query, command.id);
    return name && id ? std::min(name, id) : std::max(name, id);
}

} // namespace

PaletteModel::PaletteModel(const CommandRegistry& registry, QObject* parent)
    : QAbstractListModel(parent)
    , m_registry(registry) {}

void PaletteModel::restart(const QStringList& recentIds) {
    m_all.clear();
    for (const Command& command : m_registry.commands()) {
        m_all.push_back({command, m_registry.whyDisabled(command.id)});
    }
    const auto age = [&recentIds](const Row& row) {
        const qsizetype at = recentIds.indexOf(row.command.id);
        return at < 0 ? recentIds.size() : at;
    };
    std::ranges::stable_sort(m_all, {}, age);
    setQuery({});
}

void PaletteModel::setQuery(const QString& query) {
    std::vector<std::pair<int, std::size_t>> fitting;
    for (std::size_t at = 0; at < m_all.size(); ++at) {
        if (const auto fits = fit(query, m_all[at].command)) {
            fitting.emplace_back(*fits, at);
        }
    }
    std::ranges::sort(fitting);
    beginResetModel();
    m_shown.clear();
    for (const auto& [fits, at] : fitting) {
        m_shown.push_back(at);
    }
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_all[m_shown[static_cast<std::size_t>(index.row())]];
    const QString keys = CommandRegistry::keysText(row.command);
    switch (role) {
    case Qt::DisplayRole:
        return row.command.text;
    case IdRole:
        return row.command.id;
    case MenuRole:
        return menuName(row.command.menu);
    case KeysRole:
        return keys;
    case WhyRole:
        return row.why;
    case Qt::AccessibleTextRole: {
        const QString named = keys.isEmpty() ? row.command.text : tr("%1, %2").arg(row.command.text, keys);
        return row.why.isEmpty() ? named : tr("%1, not now: %2").arg(named, row.why);
    }
    default:
        return {};
    }
}

} // namespace goldpan::ui
