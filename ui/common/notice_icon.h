// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Notice icon: the tone and the mark of each kind of notice. GUI thread.
#pragma once

#include "ui/common/notice_bar.h"
#include "ui/common/theme.h"

class QColor;
class QPainter;
class QRectF;

namespace goldpan::ui {

[[nodiscard]] Tone noticeTone(NoticeBar::Kind kind);
void paintNoticeIcon(QPainter& painter, const QRectF& area, NoticeBar::Kind kind, const QColor& color);

} // namespace goldpan::ui
