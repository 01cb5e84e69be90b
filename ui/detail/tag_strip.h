// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TagStrip: the row's tags as chips, and the line in which tags are typed. It only asks: whoever owns the row
// changes the tags and calls setTags(). Owned by its parent; GUI thread.
#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QStringListModel;
class QToolButton;

namespace goldpan::ui {

class FlowLayout;

class TagStrip : public QWidget {
    Q_OBJECT

public:
    explicit TagStrip(QWidget* parent = nullptr);

    void setTags(const QStringList& tags);
    /// Names offered by completion.
    void setKnownTags(const QStringList& tags);
    /// Opens the line and gives it the focus. Enter adds the text as typed (or the entry chosen with the
    /// arrows), Backspace on empty takes the last tag off, Esc closes.
    void startEditing();
    [[nodiscard]] bool isEditing() const;
    /// One line, however many tags there are: how many lines a width takes is asked by that width.
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void addRequested(const QString& tag);
    void removeRequested(const QString& tag);
    void editingClosed(); ///< by Esc

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QWidget* makeChip(const QString& tag);
    void rebuild();
    [[nodiscard]] bool isEntryChosen() const; ///< with the arrows, in the open popup
    void commit(const QString& text);
    void stopEditing();

    QStringList m_tags;
    QStringListModel* m_known = nullptr;
    FlowLayout* m_layout = nullptr;
    QToolButton* m_add = nullptr;
    QLineEdit* m_edit = nullptr;
};

} // namespace goldpan::ui
