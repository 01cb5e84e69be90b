// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NoticeBar: what happened, in one line with icon and word, and below it the long work that runs. Takes no
// room while it has nothing to say and never takes the focus by itself. Owned by the window; GUI thread.
#pragma once

#include <QFrame>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

class QHBoxLayout;
class QProgressBar;

namespace goldpan::ui {

class ElidedLabel;

class NoticeBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind {
        info,
        ok,
        warning,
        error,
    };
    struct Action {
        QString text; ///< plain: an ampersand is an ampersand
        std::function<void()> run;
    };

    explicit NoticeBar(QWidget* parent = nullptr);

    /// Replaces what is shown unless that is an error or has actions: errors stay until they are closed. A
    /// later error is shown at once and the earlier one comes back after it; the last other notice waits
    /// behind them. An offer (a notice with actions that is no error) stays until it is closed, used or
    /// withdrawn: what is said after it covers it for some seconds, or until it is closed. Running an action
    /// closes the notice first. `closed` runs when the notice is closed in any other way by hand; an offer
    /// that has one does not make room for later ones.
    void post(Kind kind, const QString& text, std::vector<Action> actions = {},
              std::function<void()> closed = {});
    /// A question that something waits for: before all other notices, errors too, until it is answered,
    /// closed (which runs `closed`) or withdrawn. A later one takes its place.
    void ask(const QString& text, std::vector<Action> answers, std::function<void()> closed);
    /// Takes an info or ok notice without actions away: the operator has moved on.
    void dismissInfo();
    /// Takes that notice away, shown or waiting: what it offers is no longer so.
    void withdraw(const QString& text);
    /// Takes all offers away: they are about a store that is no longer open.
    void withdrawOffers();
    /// How long what covers an offer is shown.
    void setCoverTime(std::chrono::milliseconds time) { m_cover.setInterval(time); }
    /// Closes the shown notice, as Esc in the bar and its close button do.
    void closeNotice();

    /// Shows or updates the progress line. `fraction` 0 to 1, none where it is not known (busy); `rate` is
    /// text such as "66,000 rows/s, 2 min left".
    void setProgress(const QString& text, std::optional<double> fraction, const QString& rate);
    void endProgress();
    /// Asks whoever does the long work to stop, as the Cancel button does.
    void cancelProgress();

    [[nodiscard]] QString text() const; ///< of the shown notice, "" where there is none
    [[nodiscard]] std::optional<Kind> kind() const;
    /// Of the errors that nobody closed yet, the number of the one told last; numbers grow, 0 is none.
    [[nodiscard]] quint64 newestError() const;
    [[nodiscard]] bool isProgressShown() const;
    [[nodiscard]] QString progressText() const; ///< of the long work that runs

Q_SIGNALS:
    void closed(); ///< by hand (Esc, the close button, an action): the window puts the focus back
    void cancelRequested();
    void progressChanged(bool shown); ///< long work begins or is over

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Notice {
        Kind kind = Kind::info;
        QString text;
        std::vector<Action> actions;
        std::function<void()> closed;
        quint64 number = 0; ///< of an error
    };
    [[nodiscard]] const Notice* shown() const;
    void takeShown();
    void makeNoticeLine();
    void makeProgressLine();
    void refresh();
    void announce(const QString& text);
    void uncoverOffer();
    void runAction(std::size_t index);

    std::optional<Notice> m_question;
    std::vector<Notice> m_errors; ///< the last one is shown
    quint64 m_errorsTold = 0;
    std::optional<Notice> m_other; ///< newer than every offer
    std::vector<Notice> m_offers;  ///< the last one is shown
    QTimer m_cover;
    QWidget* m_noticeLine = nullptr;
    ElidedLabel* m_word = nullptr;
    ElidedLabel* m_text = nullptr;
    QHBoxLayout* m_buttons = nullptr;
    QWidget* m_progressLine = nullptr;
    ElidedLabel* m_progressText = nullptr;
    QProgressBar* m_progress = nullptr;
    ElidedLabel* m_rate = nullptr;
};

} // namespace goldpan::ui
