// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// KeySheet: every key in groups, in columns. Fed by whoever knows the commands; Esc and the keys that open it
// ask to close it. Owned by its parent; GUI thread.
#pragma once

#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

class QKeyEvent;
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
    /// Asked of every key press: whether it is one that opens the sheet.
    void setOpeningKeys(std::function<bool(QKeyCombination)> opens) { m_opens = std::move(opens); }

Q_SIGNALS:
    void closed();

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    [[nodiscard]] int widestKeys() const;
    [[nodiscard]] QWidget* groupWidget(const KeyGroup& group) const;

    [[nodiscard]] bool closes(const QKeyEvent& event) const;

    std::vector<KeyGroup> m_groups;
    std::function<bool(QKeyCombination)> m_opens;
    QScrollArea* m_scroll = nullptr;
    int m_columns = 0;
    int m_keysWidth = 0; ///< of all groups, so that what the keys do stands in one line
};

} // namespace goldpan::ui
