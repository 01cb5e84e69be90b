// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/notice_icon.h"

#include <QPainter>

namespace goldpan::ui {

Tone noticeTone(NoticeBar::Kind kind) {
    switch (kind) {
    case NoticeBar::Kind::info:
        return Tone::info;
    case NoticeBar::Kind::ok:
        return Tone::ok;
    case NoticeBar::Kind::warning:
        return Tone::warning;
    case NoticeBar::Kind::error:
        return Tone::error;
    }
    return Tone::info;
}

void paintNoticeIcon(QPainter& painter, const QRectF& area, NoticeBar::Kind kind, const QColor& color) {
    switch (kind) {
    case NoticeBar::Kind::info:
        painter.setPen(color);
        painter.drawText(area, Qt::AlignCenter, QStringLiteral("i"));
        break;
    case NoticeBar::Kind::ok:
        paintMark(painter, area, Mark::accepted, color);
        break;
    case NoticeBar::Kind::warning:
        paintMark(painter, area, Mark::failed, color);
        break;
    case NoticeBar::Kind::error:
        paintMark(painter, area, Mark::discarded, color);
        break;
    }
}

} // namespace goldpan::ui
