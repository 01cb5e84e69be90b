// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/meta_header.h"

#include "ui/common/elided_label.h"
#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"
#include "ui/common/visible_text.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPixmap>
#include <QResizeEvent>
#include <QStringList>

namespace goldpan::ui {
namespace {

constexpr std::size_t kNameCharacters = 80;
constexpr qsizetype kUserCharacters = 8;
constexpr int kLeastCharacters = 60;

/// "2026-06-12 09:14:03 UTC"
QString utcTime(Timestamp ts) {
    QString text = toQString(formatTimestamp(ts).substr(0, 19));
    return QCoreApplication::translate("goldpan::ui::MetaHeader", "%1 UTC").arg(text.replace(u'T', u' '));
}

QString duration(std::int64_t ms) {
    return ms < 1000 ? QCoreApplication::translate("goldpan::ui::MetaHeader", "%1 ms").arg(ms)
                     : QCoreApplication::translate("goldpan::ui::MetaHeader", "%1 s")
                           .arg(QString::number(static_cast<double>(ms) / 1000, 'f', 1));
}

QPixmap markPixmap(Mark mark, const QWidget& widget) {
    const int side = widget.fontMetrics().height();
    const double ratio = widget.devicePixelRatioF();
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintMark(painter, QRectF(0, 0, side, side), mark, markColor(mark, widget.palette()));
    return pixmap;
}

} // namespace

MetaHeader::MetaHeader(QWidget* parent)
    : QWidget(parent)
    , m_facts(new ElidedLabel(this))
    , m_logprob(new ElidedLabel(this))
    , m_user(new ElidedLabel(this))
    , m_id(new QLabel(this))
    , m_mark(new QLabel(this))
    , m_state(new ElidedLabel(this)) {
    setObjectName(QStringLiteral("metaHeader"));
    m_facts->setObjectName(QStringLiteral("metaFacts"));
    m_logprob->setObjectName(QStringLiteral("metaLogprob"));
    m_user->setObjectName(QStringLiteral("metaUser"));
    m_id->setObjectName(QStringLiteral("metaId"));
    m_state->setObjectName(QStringLiteral("metaState"));
    m_id->setTextFormat(Qt::PlainText);
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_id->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the first to give room
    m_id->setMinimumWidth(fontMetrics().averageCharWidth() * 8);
    // Of all that stands here it says most: it is never cut short.
    m_logprob->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    QFont bold = font();
    bold.setBold(true);
    m_state->setFont(bold);
    m_state->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(fontMetrics().averageCharWidth() * 2);
    row->addWidget(m_facts);
    row->addWidget(m_logprob);
    row->addWidget(m_user);
    row->addWidget(m_id, 1);
    row->addWidget(m_mark);
    row->addWidget(m_state);
    fitToFont();
    clear();
}

void MetaHeader::fitToFont() {
    // Said aloud, or the window's own minimum would change with what each row has to tell.
    setMinimumWidth(fontMetrics().averageCharWidth() * kLeastCharacters);
}

void MetaHeader::setRow(const LogEntry& entry, ReviewState state, bool lowConfidence) {
    QStringList facts{entry.ts ? utcTime(*entry.ts) : tr("no time"),
                      visibleLine(entry.modelVersion, kNameCharacters)};
    if (entry.latencyMs) {
        facts << duration(*entry.latencyMs);
    }
    facts.removeAll(QString());
    m_facts->setLine(facts.join(QStringLiteral(" · ")));
    if (entry.ts) {
        m_facts->setToolTip(plainToolTip(m_facts->text() + u'\n' + toQString(formatTimestamp(*entry.ts))));
    }
    m_lowConfidence = lowConfidence;
    if (!entry.responseLogprob) {
        m_logprob->setLine(tr("no logprob"));
    } else {
        const QString value = QString::number(*entry.responseLogprob, 'f', 2);
        m_logprob->setLine(lowConfidence ? tr("logprob %1 low").arg(value) : tr("logprob %1").arg(value));
    }
    m_logprob->setAccessibleName(lowConfidence
                                     ? tr("%1, low confidence", "logprob -4.21 low").arg(m_logprob->text())
                                     : m_logprob->text());
    if (lowConfidence) {
        m_logprob->setToolTip(tr("Low confidence: below the threshold of this store."));
    }
    const QString user = entry.userIdHash ? visibleLine(*entry.userIdHash, kNameCharacters) : QString();
    m_user->setVisible(!user.isEmpty());
    m_user->setLine(user.size() > kUserCharacters ? tr("user %1…").arg(user.left(kUserCharacters))
                                                  : tr("user %1").arg(user));
    m_user->setToolTip(plainToolTip(user));
    m_user->setAccessibleName(tr("user %1").arg(user));
    m_idText = visibleLine(entry.requestId, kNameCharacters);
    m_id->setToolTip(plainToolTip(visibleLine(entry.requestId, 1000)));
    m_id->setAccessibleName(tr("request id %1").arg(m_idText));
    setAccessibleName(tr("Row %1").arg(m_idText));
    setState(state);
    layout()->activate(); // the widths that this row's texts leave
    elideId();
}

void MetaHeader::setState(ReviewState state) {
    m_reviewState = state;
    m_state->setLine(markWord(markOf(state)));
    m_state->setAccessibleName(tr("state: %1").arg(m_state->text()));
    m_mark->show();
    refreshMarks();
}

void MetaHeader::clear() {
    for (ElidedLabel* label : {m_facts, m_logprob, m_user, m_state}) {
        label->setLine({});
        label->setAccessibleName({});
    }
    m_idText.clear();
    m_id->clear();
    m_id->setToolTip({});
    m_mark->hide();
    m_lowConfidence = false;
    setAccessibleName(tr("No row"));
}

void MetaHeader::elideId() {
    m_id->setText(m_id->fontMetrics().elidedText(m_idText, Qt::ElideRight, m_id->width()));
}

void MetaHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layout()->activate();
    elideId();
}

void MetaHeader::refreshMarks() {
    const Mark mark = markOf(m_reviewState);
    m_mark->setPixmap(markPixmap(mark, *this));
    m_state->setColor(markColor(mark, palette()));
    m_logprob->setColor(m_lowConfidence ? toneColor(Tone::lowConfidence, palette()) : QColor());
}

void MetaHeader::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        refreshMarks();
    }
    if (event->type() == QEvent::FontChange) {
        fitToFont();
    }
}

} // namespace goldpan::ui
