// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SuggestionController: says that the current row has a suggestion, and puts it into the editor when asked.
// Owned by the window; GUI thread.
#pragma once

#include <QObject>

namespace goldpan::ui {

class CommandRegistry;
class ReviewSession;
struct Panes;

class SuggestionController final : public QObject {
    Q_OBJECT

public:
    SuggestionController(Panes& panes, CommandRegistry& registry, ReviewSession& review, QObject* parent);

private:
    void showWhetherThereIsOne();
    void take(const CommandRegistry& registry);

    Panes& m_panes;
    ReviewSession& m_review;
};

} // namespace goldpan::ui
