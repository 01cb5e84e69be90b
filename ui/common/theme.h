// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Theme: colours by role, made from a palette so that light, dark and a user's own all stay readable, and the
// marks of states. Pure functions of the palette; GUI thread for painting.
#pragma once

#include "core/domain/review_state.h"

#include <QColor>
#include <QString>

class QPainter;
class QPalette;
class QRectF;

namespace goldpan::ui {

/// Contrast of small text against what it stands on (WCAG 2.1, 1.4.3).
inline constexpr double kMinimumContrast = 4.5;

/// What a colour says. Text in it reads on QPalette::Base and on QPalette::Window.
enum class Tone {
    muted,
    info,
    ok,
    warning,
    error,
    lowConfidence,
    heading, ///< roles in a conversation
    token,   ///< text of a redaction token
};

[[nodiscard]] QColor toneColor(Tone tone, const QPalette& palette);
/// A tint of Window behind a whole line; QPalette::WindowText reads on it.
[[nodiscard]] QColor toneBackground(Tone tone, const QPalette& palette);
/// Behind a redaction token; Tone::token reads on it.
[[nodiscard]] QColor tokenBackground(const QPalette& palette);
/// Behind words that a check found a problem in; QPalette::Text reads on it.
[[nodiscard]] QColor problemBackground(const QPalette& palette);
/// Behind words that a correction took out or put in; QPalette::Text reads on them.
[[nodiscard]] QColor removedBackground(const QPalette& palette);
[[nodiscard]] QColor addedBackground(const QPalette& palette);
/// Of a bar that figures stand in; QPalette::Text reads on it.
[[nodiscard]] QColor barBackground(Tone tone, const QPalette& palette);
/// Behind words that the filter looks for; QPalette::Text reads on it.
[[nodiscard]] QColor hitBackground(const QPalette& palette);
/// Behind a tag chip, one hue a tag; QPalette::Text reads on it.
[[nodiscard]] QColor tagBackground(const QString& tag, const QPalette& palette);

/// WCAG contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);
/// `wanted`, made lighter or darker until it reads on both backgrounds.
[[nodiscard]] QColor readableOn(const QColor& wanted, const QColor& background, const QColor& other);

/// Where a row stands, as people see it: the five states, and a save that is under way or failed.
enum class Mark {
    unreviewed,
    corrected,
    accepted,
    discarded,
    deferred,
    saving,
    failed,
};

[[nodiscard]] Mark markOf(ReviewState state);
[[nodiscard]] QString markWord(Mark mark);   ///< "accepted"; the state's name, translated
[[nodiscard]] QString markLetter(Mark mark); ///< one letter, so that colour and shape are never alone
[[nodiscard]] QColor markColor(Mark mark, const QPalette& palette);
/// The mark's shape in the middle of `area`, in markColor or, where it stands on a selection, in `color`.
void paintMark(QPainter& painter, const QRectF& area, Mark mark, const QColor& color);

} // namespace goldpan::ui
