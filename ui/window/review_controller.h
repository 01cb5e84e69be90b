// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewController: connects the panes of the current row and the acts on it with the review. Owned by the
// window; GUI thread.
#pragma once

#include <QObject>
#include <QString>

#include "core/domain/act.h"
#include "ui/state/row_detail.h"

namespace goldpan::ui {

class CommandRegistry;
class QueueController;
class ReviewSession;
struct Panes;

class ReviewController final : public QObject {
    Q_OBJECT

public:
    ReviewController(Panes& panes, CommandRegistry& registry, QueueController& queue, ReviewSession& review,
                     QObject* parent);

private:
    void connectSession();
    void connectPanes();
    void bindActs(CommandRegistry& registry);
    void bindEditor(CommandRegistry& registry);
    void showDetail(const std::string& editorText);
    void showNothing();
    void showFacts();
    void showUndone(ActKind kind, bool again, RowId row);
    void saveAndNext();
    void save();
    [[nodiscard]] bool refuseEmpty(const std::string& text);
    void repeatLast();
    void resetText();
    void toggleHistory();
    void refreshHistory();

    Panes& m_panes;
    const CommandRegistry& m_registry; ///< for the names of keys
    QueueController& m_queue;
    ReviewSession& m_review;
    QString m_refusal;      ///< the notice of an act that was refused
    QString m_draftTrouble; ///< the notice of a draft that could not be written, until it is closed or one is
};

} // namespace goldpan::ui
