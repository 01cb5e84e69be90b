// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FilterBar (`filterBar`): the line of the filter language. Offers words while one types, and underlines a
// mistake. Owned by its parent; GUI thread.
#pragma once

#include <QLineEdit>
#include <optional>
#include <utility>

#include "ui/queue/filter_words.h"

class QCompleter;
class QStringListModel;

namespace goldpan::ui {

class FilterBar final : public QLineEdit {
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    void setNames(FilterNames names) { m_names = std::move(names); }

    /// Positions count UTF-16 units. Any change of the text takes the mark away.
    using Mark = std::pair<int, int>; ///< begin, length
    void setMistake(std::optional<Mark> mark);
    [[nodiscard]] std::optional<Mark> mistake() const { return m_mistake; }

Q_SIGNALS:
    /// Enter, with the text as typed. Not where it chose an entry of the popup.
    void applied();

protected:
    void changeEvent(QEvent* event) override;

private:
    void offer();
    void choose(const QString& word);
    void paintMistake();

    FilterNames m_names;
    QStringListModel* m_offers;
    QCompleter* m_completer;
    std::optional<Mark> m_mistake;
};

} // namespace goldpan::ui
