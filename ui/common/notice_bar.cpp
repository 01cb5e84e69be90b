// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/notice_bar.h"

#include "ui/common/elided_label.h"
#include "ui/common/notice_icon.h"
#include "ui/common/theme.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace goldpan::ui {
namespace {

constexpr int kProgressSteps = 1000;
/// Long enough to read a line that covers an offer.
constexpr std::chrono::seconds kCoverTime{6};
/// Offers that nobody takes or closes are not kept for ever.
constexpr std::size_t kMostOffers = 4;

QString wordOf(NoticeBar::Kind kind) {
    switch (kind) {
    case NoticeBar::Kind::info:
        return QCoreApplication::translate("goldpan::ui::NoticeBar", "Note");
    case NoticeBar::Kind::ok:
        return QCoreApplication::translate("goldpan::ui::NoticeBar", "Done");
    case NoticeBar::Kind::warning:
        return QCoreApplication::translate("goldpan::ui::NoticeBar", "Warning");
    case NoticeBar::Kind::error:
        return QCoreApplication::translate("goldpan::ui::NoticeBar", "Error");
    }
    return {};
}

/// Reached by Tab only: a click on a notice leaves the focus with the row.
template <typename Button>
Button* quietButton(const QString& text, QWidget* parent) {
    auto* button = new Button(parent);
    button->setText(QString(text).replace(u'&', QStringLiteral("&&")));
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(text);
    return button;
}

} // namespace

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent) {
    setObjectName(QStringLiteral("noticeBar"));
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins({});
    lines->setSpacing(0);
    m_cover.setSingleShot(true);
    setCoverTime(kCoverTime);
    connect(&m_cover, &QTimer::timeout, this, &NoticeBar::uncoverOffer);
    makeNoticeLine();
    makeProgressLine();
    lines->addWidget(m_noticeLine);
    lines->addWidget(m_progressLine);
    refresh();
}

void NoticeBar::makeNoticeLine() {
    m_noticeLine = new QWidget(this);
    auto* row = new QHBoxLayout(m_noticeLine);
    m_word = new ElidedLabel(m_noticeLine);
    m_word->setObjectName(QStringLiteral("noticeWord"));
    QFont bold = font();
    bold.setBold(true);
    m_word->setFont(bold);
    m_word->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_text = new ElidedLabel(m_noticeLine);
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_buttons = new QHBoxLayout;
    auto* close = quietButton<QToolButton>(QStringLiteral("×"), m_noticeLine);
    close->setObjectName(QStringLiteral("noticeClose"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close this notice"));
    close->setToolTip(tr("Close (Esc)"));
    connect(close, &QToolButton::clicked, this, &NoticeBar::closeNotice);
    const int line = fontMetrics().height();
    row->setContentsMargins(line * 2, line / 4, line / 2, line / 4); // the icon stands in the left margin
    row->addWidget(m_word);
    row->addWidget(m_text, 1);
    row->addLayout(m_buttons);
    row->addWidget(close);
}

void NoticeBar::makeProgressLine() {
    m_progressLine = new QWidget(this);
    auto* row = new QHBoxLayout(m_progressLine);
    m_progressText = new ElidedLabel(m_progressLine);
    m_progressText->setObjectName(QStringLiteral("progressText"));
    m_progress = new QProgressBar(m_progressLine);
    m_progress->setObjectName(QStringLiteral("progress"));
    m_progress->setMaximumHeight(fontMetrics().height());
    m_rate = new ElidedLabel(m_progressLine);
    m_rate->setObjectName(QStringLiteral("progressRate"));
    auto* cancel = quietButton<QPushButton>(tr("Cancel"), m_progressLine);
    cancel->setObjectName(QStringLiteral("progressCancel"));
    connect(cancel, &QPushButton::clicked, this, &NoticeBar::cancelProgress);
    const int line = fontMetrics().height();
    row->setContentsMargins(line / 2, line / 4, line / 2, line / 4);
    row->addWidget(m_progressText, 2);
    row->addWidget(m_progress, 3);
    row->addWidget(m_rate, 2);
    row->addWidget(cancel);
    m_progressLine->hide();
}

const NoticeBar::Notice* NoticeBar::shown() const {
    if (m_question) {
        return &*m_question;
    }
    if (!m_errors.empty()) {
        return &m_errors.back();
    }
    if (m_other) {
        return &*m_other;
    }
    return m_offers.empty() ? nullptr : &m_offers.back();
}

QString NoticeBar::text() const {
    return shown() ? shown()->text : QString();
}

std::optional<NoticeBar::Kind> NoticeBar::kind() const {
    return shown() ? std::optional(shown()->kind) : std::nullopt;
}

quint64 NoticeBar::newestError() const {
    return m_errors.empty() ? 0 : m_errors.back().number;
}

bool NoticeBar::isProgressShown() const {
    return !m_progressLine->isHidden();
}

QString NoticeBar::progressText() const {
    return isProgressShown() ? m_progressText->text() : QString();
}

void NoticeBar::post(Kind kind, const QString& text, std::vector<Action> actions,
                     std::function<void()> closed) {
    Notice notice{kind, text, std::move(actions), std::move(closed)};
    if (kind == Kind::error) {
        notice.number = ++m_errorsTold;
        // The same trouble told again (a save tried twice) is one notice.
        std::erase_if(m_errors, [&](const Notice& old) { return old.text == text; });
        m_errors.push_back(std::move(notice));
    } else if (notice.actions.empty()) {
        m_other = std::move(notice);
        m_cover.start();
    } else {
        std::erase_if(m_offers, [&](const Notice& old) { return old.text == text; });
        const auto oldest = std::ranges::find_if(m_offers, [](const Notice& old) { return !old.closed; });
        if (m_offers.size() >= kMostOffers && oldest != m_offers.end()) {
            m_offers.erase(oldest);
        }
        m_offers.push_back(std::move(notice));
        m_other.reset();
    }
    refresh();
    announce(wordOf(kind) + QStringLiteral(": ") + text);
}

void NoticeBar::ask(const QString& text, std::vector<Action> answers, std::function<void()> closed) {
    m_question = Notice{Kind::warning, text, std::move(answers), std::move(closed)};
    refresh();
    announce(wordOf(Kind::warning) + QStringLiteral(": ") + text);
}

void NoticeBar::dismissInfo() {
    if (m_other && m_other->kind != Kind::warning) {
        m_other.reset();
        refresh();
    }
}

void NoticeBar::withdraw(const QString& text) {
    const auto isIt = [&](const Notice& old) { return old.text == text; };
    const std::size_t kept = std::erase_if(m_offers, isIt) + std::erase_if(m_errors, isIt);
    const bool isOther = m_other && m_other->text == text;
    if (isOther) {
        m_other.reset();
    }
    const bool isQuestion = m_question && m_question->text == text;
    if (isQuestion) {
        m_question.reset();
    }
    if (kept > 0 || isOther || isQuestion) {
        refresh();
    }
}

void NoticeBar::withdrawOffers() {
    m_offers.clear();
    refresh();
}

void NoticeBar::closeNotice() {
    if (!shown()) {
        return;
    }
    const auto closed = shown()->closed;
    takeShown();
    if (closed) {
        closed();
    }
}

void NoticeBar::takeShown() {
    if (m_question) {
        m_question.reset();
    } else if (!m_errors.empty()) {
        m_errors.pop_back();
    } else if (m_other) {
        m_other.reset();
    } else {
        m_offers.pop_back();
    }
    refresh();
    Q_EMIT closed();
}

void NoticeBar::uncoverOffer() {
    if (m_offers.empty() || !m_other) {
        return;
    }
    if (m_question || !m_errors.empty()) {
        m_cover.start(); // nobody can read what these cover
    } else if (m_other->kind != Kind::warning) {
        m_other.reset();
        refresh();
    }
}

void NoticeBar::runAction(std::size_t index) {
    const Notice* notice = shown();
    if (!notice || index >= notice->actions.size()) {
        return;
    }
    const auto run = notice->actions[index].run; // closing the notice takes its actions away
    takeShown();
    if (run) {
        run();
    }
}

void NoticeBar::setProgress(const QString& text, std::optional<double> fraction, const QString& rate) {
    const bool begins = !isProgressShown();
    m_progressText->setLine(text);
    m_rate->setLine(rate);
    m_progress->setRange(0, fraction ? kProgressSteps : 0);
    m_progress->setAccessibleName(text);
    if (fraction) {
        m_progress->setValue(static_cast<int>(std::lround(std::clamp(*fraction, 0.0, 1.0) * kProgressSteps)));
    }
    if (begins) {
        m_progressLine->show();
        refresh();
        announce(text);
        Q_EMIT progressChanged(true);
    }
}

void NoticeBar::endProgress() {
    m_progressLine->hide();
    refresh();
    Q_EMIT progressChanged(false);
}

void NoticeBar::cancelProgress() {
    if (isProgressShown()) {
        Q_EMIT cancelRequested();
    }
}

void NoticeBar::refresh() {
    const Notice* notice = shown();
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the button whose click brought us here
        delete item;
    }
    m_noticeLine->setVisible(notice != nullptr);
    if (notice) {
        m_word->setLine(wordOf(notice->kind));
        m_text->setLine(notice->text);
        for (std::size_t i = 0; i < notice->actions.size(); ++i) {
            auto* button = quietButton<QPushButton>(notice->actions[i].text, m_noticeLine);
            button->setObjectName(QStringLiteral("noticeAction%1").arg(i));
            connect(button, &QPushButton::clicked, this, [this, i] { runAction(i); });
            m_buttons->addWidget(button);
        }
        setAccessibleName(wordOf(notice->kind) + QStringLiteral(": ") + notice->text);
    } else {
        setAccessibleName(tr("Notices"));
    }
    setVisible(notice != nullptr || isProgressShown());
    update();
}

void NoticeBar::announce(const QString& text) {
    setAccessibleDescription(text);
    QAccessibleEvent named(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&named);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && shown()) {
        closeNotice();
        return;
    }
    QFrame::keyPressEvent(event);
}

void NoticeBar::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    const Notice* notice = shown();
    if (!notice) {
        return;
    }
    // Colours are painted, not set: a palette of its own would stop following the system's.
    QPainter painter(this);
    const QRect line = m_noticeLine->geometry();
    const QColor ground = toneBackground(noticeTone(notice->kind), palette());
    const QColor tone = readableOn(toneColor(noticeTone(notice->kind), palette()), ground, ground);
    painter.fillRect(line, ground);
    const double size = fontMetrics().height();
    paintNoticeIcon(painter, {line.left() + size / 2, line.top() + (line.height() - size) / 2, size, size},
                    notice->kind, tone);
    m_word->setColor(tone);
}

} // namespace goldpan::ui
