// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ProblemController: has the words of the editor checked as they are typed, marks what is found, says it in
// the line under the editor and walks through it. Owned by the window; GUI thread.
#pragma once

#include <QObject>
#include <optional>
#include <vector>

#include "ui/detail/state_line.h"
#include "ui/state/text_checker.h"

namespace goldpan::ui {

class CommandRegistry;
class QueueController;
class ReviewSession;
class StoreRules;
class StoreSession;
struct Panes;

class ProblemController final : public QObject {
    Q_OBJECT

public:
    ProblemController(Panes& panes, CommandRegistry& registry, QueueController& queue, ReviewSession& review,
                      const StoreRules& rules, QObject* parent);

    void setStore(StoreSession* session);
    /// What the token under the cursor stands for; "" where there is none.
    void setPointedToken(const QString& meaning);
    /// In the words of the editor as they are now; none while it is not known.
    [[nodiscard]] const std::optional<TextFindings>& findings() const { return m_findings; }

private:
    void bindCommands(CommandRegistry& registry);
    void check();
    void takeRules();
    void take(const TextFindings& findings);
    void showStatus();
    void walk(int step);
    [[nodiscard]] int nextFrom(int step) const;
    void redact();
    void takeRedactions(const QString& text, const std::vector<TextFindings>& rounds);

    Panes& m_panes;
    const CommandRegistry& m_registry; ///< for the names of keys
    QueueController& m_queue;
    ReviewSession& m_review;
    const StoreRules& m_rules;
    TextChecker m_checker;
    RowId m_row; ///< whose words were checked last
    EditorStatus m_status;
    std::optional<TextFindings> m_findings;
    int m_at = -1; ///< the finding that F8 went to, while the cursor is still there
    bool m_isOpen = false;
    int m_stepWanted = 0; ///< to be gone when the check is over
};

} // namespace goldpan::ui
