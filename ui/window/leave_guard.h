// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LeaveGuard: the one way out of a store. Words on their way to it come first, and long work that runs is
// named, so that the operator says whether to wait for it or to stop it. Owned by the window; GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace goldpan::ui {

class NoticeBar;
class ReviewSession;

class LeaveGuard final : public QObject {
    Q_OBJECT

public:
    /// The answers to choose from while long work runs.
    struct Question {
        QString wait;    ///< the button that waits
        QString stop;    ///< the button that does not
        QString waiting; ///< shown once the operator chose to wait; "%1" is the long work
        QString dropped; ///< said where nothing comes of it though nobody chose to stay; "" for nothing
        bool needsWords = true; ///< words that cannot be written are in the way
        /// It begins once nothing is in the way, answered or not: for what takes nobody from their work.
        bool beginsUnanswered = false;
    };

    LeaveGuard(NoticeBar& notices, ReviewSession& review, QObject* parent);

    /// Nothing would be lost or stopped by leaving now.
    [[nodiscard]] bool isFree() const;
    /// Runs `then` when nothing is in the way, `otherwise` where words that it needs cannot be written, and
    /// `stays` where the operator does not leave after all, which closing the question or the notice that
    /// stands for it means too. A later call takes the place of one that still waits, which
    /// stays.
    void leave(const Question& question, std::function<void()> then, std::function<void()> otherwise,
               std::function<void()> stays = {});
    /// Runs `then` when drafts and acts are in the store, however long that takes.
    void whenSettled(std::function<void()> then);
    /// The same for what only waits: it sends nothing there, and does not run before it returns.
    void onceSettled(std::function<void()> then) { m_settled.push_back(std::move(then)); }

private:
    enum class Answer {
        none,
        wait,
        stop,
    };
    struct Leaving {
        Question question;
        std::function<void()> then;
        std::function<void()> otherwise;
        std::function<void()> stays;
        Answer answer = Answer::none;
        QString shown;             ///< the notice that stands for it
        quint64 errors = 0;        ///< told before the answer
        bool withoutWords = false; ///< they cannot be written, and it goes on
    };
    void ask();
    void choose(Answer answer);
    void step();
    void giveUp();
    void stay();
    /// stay(), and says so: it was not the operator who chose that.
    void fall();
    [[nodiscard]] bool isSettled() const;
    void drop();

    NoticeBar& m_notices;
    ReviewSession& m_review;
    std::optional<Leaving> m_leaving;
    std::vector<std::function<void()>> m_settled;
};

} // namespace goldpan::ui
