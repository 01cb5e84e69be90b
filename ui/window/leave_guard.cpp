// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/leave_guard.h"

#include "ui/common/notice_bar.h"
#include "ui/state/review_session.h"

#include <utility>

namespace goldpan::ui {

LeaveGuard::LeaveGuard(NoticeBar& notices, ReviewSession& review, QObject* parent)
    : QObject(parent)
    , m_notices(notices)
    , m_review(review) {
    connect(&review.drafts(), &DraftKeeper::idle, this, &LeaveGuard::step);
    connect(&review, &ReviewSession::draftFailed, this, &LeaveGuard::giveUp);
    // Later: whoever ends its work has things to say and rows to read first.
    connect(&review, &ReviewSession::actDone, this, &LeaveGuard::step, Qt::QueuedConnection);
    connect(
        &notices, &NoticeBar::progressChanged, this,
        [this](bool shown) {
            if (!shown) {
                step();
            }
        },
        Qt::QueuedConnection);
}

bool LeaveGuard::isFree() const {
    return !m_review.isWriting() && !m_notices.isProgressShown();
}

void LeaveGuard::leave(const Question& question, std::function<void()> then, std::function<void()> otherwise,
                       std::function<void()> stays) {
    // The same asked for once more is one question.
    if (m_leaving && m_leaving->answer == Answer::none && m_leaving->question.dropped == question.dropped) {
        stay();
    } else {
        fall();
    }
    m_leaving = Leaving{question, std::move(then), std::move(otherwise), std::move(stays), Answer::none, {}};
    m_review.drafts().flush();
    if (m_leaving && m_leaving->shown.isEmpty() && m_notices.isProgressShown()) {
        ask();
    } else {
        step();
    }
}

void LeaveGuard::whenSettled(std::function<void()> then) {
    onceSettled(std::move(then));
    m_review.drafts().flush();
    step();
}

void LeaveGuard::ask() {
    m_leaving->shown =
        tr("%1: this is not over yet. Stopping it does no harm, and it can be started again later.")
            .arg(m_notices.progressText());
    m_leaving->errors = m_notices.newestError();
    m_notices.ask(m_leaving->shown,
                  {{m_leaving->question.wait, [this] { choose(Answer::wait); }},
                   {m_leaving->question.stop, [this] { choose(Answer::stop); }}},
                  [this] { stay(); });
}

void LeaveGuard::choose(Answer answer) {
    if (!m_leaving) {
        return;
    }
    m_leaving->answer = answer;
    m_leaving->errors = m_notices.newestError();
    if (!m_notices.isProgressShown()) {
        step();
    } else if (answer == Answer::stop) {
        m_notices.cancelProgress();
    } else {
        m_leaving->shown = m_leaving->question.waiting.arg(m_notices.progressText());
        m_notices.post(NoticeBar::Kind::info, m_leaving->shown, {{tr("Stay here"), [this] { stay(); }}},
                       [this] { stay(); });
    }
}

bool LeaveGuard::isSettled() const {
    return m_leaving && m_leaving->withoutWords ? !m_review.isActing() : !m_review.isWriting();
}

void LeaveGuard::step() {
    if (!m_review.isWriting()) {
        for (const auto& then : std::exchange(m_settled, {})) {
            then();
        }
    }
    if (!m_leaving || !isSettled()) {
        return;
    }
    if (m_notices.isProgressShown()) {
        if (m_leaving->shown.isEmpty()) {
            ask(); // it began while drafts and acts were on their way to the store
        }
        return;
    }
    const bool asked = !m_leaving->shown.isEmpty();
    const bool isOpen = asked && m_leaving->answer == Answer::none;
    const bool waited = m_leaving->answer == Answer::wait || (isOpen && m_leaving->question.beginsUnanswered);
    const std::function<void()> then = m_leaving->then;
    // Who did not answer has gone on working here, so that they are not taken away; and what went wrong since
    // the answer is to be read before all goes. Errors that were there before the answer keep nobody.
    const bool wentWrong = m_notices.newestError() > m_leaving->errors;
    if ((isOpen && !waited) || (waited && wentWrong)) {
        fall();
    } else {
        drop();
        then();
    }
}

void LeaveGuard::giveUp() {
    if (m_leaving && !m_leaving->question.needsWords) {
        m_leaving->withoutWords = true;
        step();
    } else if (m_leaving) {
        const std::function<void()> otherwise = m_leaving->otherwise;
        drop();
        otherwise();
    }
}

void LeaveGuard::stay() {
    const std::function<void()> stays = m_leaving ? m_leaving->stays : nullptr;
    drop();
    if (stays) {
        stays();
    }
}

void LeaveGuard::fall() {
    const QString dropped = m_leaving ? m_leaving->question.dropped : QString();
    stay();
    if (!dropped.isEmpty()) {
        m_notices.post(NoticeBar::Kind::error,
                       dropped); // until it is read; how the work ended comes after it
    }
}

void LeaveGuard::drop() {
    if (const auto gone = std::exchange(m_leaving, std::nullopt); gone && !gone->shown.isEmpty()) {
        m_notices.withdraw(gone->shown);
    }
}

} // namespace goldpan::ui
