// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowPreview: the first rows of a batch as they will be written. Nothing in it is clicked, dropped or
// loaded, and nothing hides. Owned by its parent; GUI thread.
#pragma once

#include <QPlainTextEdit>

#include <string>
#include <vector>

namespace goldpan::ui {

class RowPreview final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit RowPreview(QWidget* parent = nullptr);

    /// A long row is cut, and says so.
    void setRows(const std::vector<std::string>& rows);
};

} // namespace goldpan::ui
