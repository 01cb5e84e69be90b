// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PaletteModel: the commands that fit what was typed, best first, those used last before the others. Owned by
// the palette; GUI thread.
#pragma once

#include "ui/commands/command.h"

#include <QAbstractListModel>
#include <QStringList>
#include <vector>

namespace goldpan::ui {

class CommandRegistry;

class PaletteModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles {
        IdRole = Qt::UserRole,
        MenuRole, ///< title of the menu that holds the command
        KeysRole, ///< "" where it has none
        WhyRole,  ///< why it cannot run now; "" where it can
    };

    explicit PaletteModel(const CommandRegistry& registry, QObject* parent = nullptr);

    /// Takes what commands can run now and which ran last, and shows all of them.
    void restart(const QStringList& recentIds);
    void setQuery(const QString& query);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole is the command's name; AccessibleTextRole says the whole row.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        Command command;
        QString why;
    };
    std::vector<Row> m_all; ///< those used last first, then menu order
    std::vector<std::size_t> m_shown;
    const CommandRegistry& m_registry;
};

} // namespace goldpan::ui
