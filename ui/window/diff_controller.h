// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// DiffController: shows what the words in the editor change in the response, while they are typed. Compared
// by a worker, one text at a time: keys that come meanwhile are compared together. Owned by the window; GUI
// thread.
#pragma once

#include <QObject>
#include <QTimer>
#include <cstddef>

#include "ui/async/compute_worker.h"
#include "ui/detail/diff_text.h"

namespace goldpan::ui {

class CommandRegistry;
class ReviewSession;
struct Panes;

class DiffController final : public QObject {
    Q_OBJECT

public:
    DiffController(Panes& panes, CommandRegistry& registry, ReviewSession& review, QObject* parent);

private:
    void startOver();
    void noteEdited();
    void compare();
    void showDiff(const DiffText& diff);
    void showMode();
    void nextMode();

    Panes& m_panes;
    ReviewSession& m_review;
    ComputeWorker m_worker;
    DiffMode m_mode;
    QTimer m_due;
    QTimer m_idle;          ///< a new row is on the screen before anybody compares its texts
    std::size_t m_limit;    ///< bytes that the view shows
    bool m_running = false; ///< a comparison of this row
    bool m_again = false;   ///< words were typed since it began
};

} // namespace goldpan::ui
