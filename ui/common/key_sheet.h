// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// KeySheet: every key in groups, in columns. Fed by whoever knows the commands; Esc, F1 and ? ask to close
// it. Owned by its parent; GUI thread.
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QScrollArea;

namespace goldpan::ui {

struct KeyRow {
    QString keys; ///< as people read them: "Ctrl+Enter"
    QString text;
};

struct KeyGroup {
    QString title;
    std::vector<KeyRow> rows;
};

class KeySheet : public QWidget {
    Q_OBJECT

public:
    explicit KeySheet(QWidget* parent = nullptr);

    void setGroups(std::vector<KeyGroup> groups);

Q_SIGNALS:
    void closed(); ///< Esc, F1 or ?

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    [[nodiscard]] QWidget* groupWidget(const KeyGroup& group) const;

    std::vector<KeyGroup> m_groups;
    QScrollArea* m_scroll = nullptr;
    int m_columns = 0;
};

} // namespace goldpan::ui
