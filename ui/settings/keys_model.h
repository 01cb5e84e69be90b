// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// KeysModel: every command with each of its keys on a line of its own. Follows the registry. Owned by the
// keys page; GUI thread.
#pragma once

#include "ui/commands/command.h"

#include <QAbstractTableModel>
#include <vector>

namespace goldpan::ui {

class CommandRegistry;

class KeysModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Columns {
        NameColumn,
        KeyColumn,
        ScopeColumn,
        ChangedColumn,
        ColumnCount,
    };

    struct Line {
        QString id;
        qsizetype binding = -1; ///< -1: the command has no keys
    };

    explicit KeysModel(const CommandRegistry& registry, QObject* parent = nullptr);

    void setQuery(const QString& query);
    [[nodiscard]] Line lineAt(int row) const;
    /// The line, or the nearest of its command; -1 where the command is not shown.
    [[nodiscard]] int rowOf(const Line& line) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void rebuild();
    [[nodiscard]] QString textOf(const Line& line, int column) const;

    const CommandRegistry& m_registry;
    QString m_query;
    std::vector<Line> m_lines;
};

} // namespace goldpan::ui
