// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace goldpan::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::Mark)
};

double luminance(const QColor& color) {
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mix(const QColor& a, const QColor& b, double share) {
    const auto between = [&](float x, float y) { return static_cast<float>(x * (1 - share) + y * share); };
    return QColor::fromRgbF(between(a.redF(), b.redF()), between(a.greenF(), b.greenF()),
                            between(a.blueF(), b.blueF()));
}

/// The most of `hue` on `base` on which `text` still reads.
QColor tint(const QColor& base, const QColor& hue, const QColor& text, int percent) {
    for (; percent > 2; percent -= 2) {
        const QColor mixed = mix(base, hue, percent / 100.0);
        if (contrastRatio(mixed, text) >= kMinimumContrast) {
            return mixed;
        }
    }
    return base;
}

QColor wantedColor(Tone tone, const QPalette& palette) {
    switch (tone) {
    case Tone::muted:
        return mix(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.4);
    case Tone::info:
        return QColor::fromHsl(210, 170, 110);
    case Tone::ok:
        return QColor::fromHsl(140, 150, 90);
    case Tone::warning:
        return QColor::fromHsl(32, 220, 100);
    case Tone::error:
        return QColor::fromHsl(355, 180, 115);
    case Tone::lowConfidence:
        return QColor::fromHsl(20, 210, 105);
    case Tone::heading:
        return QColor::fromHsl(215, 110, 110);
    case Tone::token:
        return QColor::fromHsl(285, 120, 105);
    }
    return palette.color(QPalette::Text);
}

} // namespace

double contrastRatio(const QColor& a, const QColor& b) {
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

QColor readableOn(const QColor& wanted, const QColor& background, const QColor& other) {
    const bool darkGround = luminance(background) + luminance(other) < 0.36; // twice the middle of the scale
    const double step = darkGround ? 0.02 : -0.02;
    QColor color = wanted.toHsl();
    const auto reads = [&] {
        return std::min(contrastRatio(color, background), contrastRatio(color, other)) >= kMinimumContrast;
    };
    for (double light = color.lightnessF(); !reads(); light += step) {
        if (light <= 0 || light >= 1) {
            return darkGround ? QColor(Qt::white) : QColor(Qt::black);
        }
        color = QColor::fromHslF(std::max(0.0F, color.hslHueF()), color.hslSaturationF(),
                                 static_cast<float>(light));
    }
    return color.toRgb();
}

QColor tokenBackground(const QPalette& palette) {
    return mix(palette.color(QPalette::Base), wantedColor(Tone::token, palette), 0.16);
}

QColor toneColor(Tone tone, const QPalette& palette) {
    const QColor wanted = wantedColor(tone, palette);
    if (tone == Tone::token) {
        return readableOn(wanted, tokenBackground(palette), palette.color(QPalette::Base));
    }
    return readableOn(wanted, palette.color(QPalette::Base), palette.color(QPalette::Window));
}

QColor toneBackground(Tone tone, const QPalette& palette) {
    return tint(palette.color(QPalette::Window), wantedColor(tone, palette),
                palette.color(QPalette::WindowText), 16);
}

QColor problemBackground(const QPalette& palette) {
    return tint(palette.color(QPalette::Base), wantedColor(Tone::warning, palette),
                palette.color(QPalette::Text), 24);
}

QColor removedBackground(const QPalette& palette) {
    return tint(palette.color(QPalette::Base), wantedColor(Tone::error, palette),
                palette.color(QPalette::Text), 30);
}

QColor addedBackground(const QPalette& palette) {
    return tint(palette.color(QPalette::Base), wantedColor(Tone::ok, palette), palette.color(QPalette::Text),
                30);
}

QColor barBackground(Tone tone, const QPalette& palette) {
    return tint(palette.color(QPalette::Base), wantedColor(tone, palette), palette.color(QPalette::Text), 50);
}

QColor hitBackground(const QPalette& palette) {
    return tint(palette.color(QPalette::Base), QColor::fromHsl(52, 230, 120), palette.color(QPalette::Text),
                44);
}

QColor tagBackground(const QString& tag, const QPalette& palette) {
    std::uint32_t hash = 2166136261U; // FNV-1a: the same hue in every run, unlike qHash
    for (const QChar c : tag) {
        hash = (hash ^ c.unicode()) * 16777619U;
    }
    return tint(palette.color(QPalette::Base), QColor::fromHsl(static_cast<int>(hash % 360), 160, 120),
                palette.color(QPalette::Text), 24);
}

Mark markOf(ReviewState state) {
    switch (state) {
    case ReviewState::unreviewed:
        return Mark::unreviewed;
    case ReviewState::corrected:
        return Mark::corrected;
    case ReviewState::accepted:
        return Mark::accepted;
    case ReviewState::discarded:
        return Mark::discarded;
    case ReviewState::deferred:
        return Mark::deferred;
    }
    return Mark::unreviewed;
}

QString markWord(Mark mark) {
    switch (mark) {
    case Mark::unreviewed:
        return Words::tr("unreviewed");
    case Mark::corrected:
        return Words::tr("corrected");
    case Mark::accepted:
        return Words::tr("accepted");
    case Mark::discarded:
        return Words::tr("discarded");
    case Mark::deferred:
        return Words::tr("deferred");
    case Mark::saving:
        return Words::tr("saving");
    case Mark::failed:
        return Words::tr("not saved");
    }
    return {};
}

QString markLetter(Mark mark) {
    switch (mark) {
    case Mark::unreviewed:
        return Words::tr("U", "letter of unreviewed");
    case Mark::corrected:
        return Words::tr("C", "letter of corrected");
    case Mark::accepted:
        return Words::tr("A", "letter of accepted");
    case Mark::discarded:
        return Words::tr("X", "letter of discarded, as its key");
    case Mark::deferred:
        return Words::tr("S", "letter of deferred, as its key");
    case Mark::saving:
        return QStringLiteral("…");
    case Mark::failed:
        return QStringLiteral("!");
    }
    return {};
}

QColor markColor(Mark mark, const QPalette& palette) {
    switch (mark) {
    case Mark::unreviewed:
    case Mark::saving:
        return toneColor(Tone::muted, palette);
    case Mark::corrected:
        return toneColor(Tone::info, palette);
    case Mark::accepted:
        return toneColor(Tone::ok, palette);
    case Mark::discarded:
    case Mark::failed:
        return toneColor(Tone::error, palette);
    case Mark::deferred:
        return toneColor(Tone::warning, palette);
    }
    return palette.color(QPalette::Text);
}

void paintMark(QPainter& painter, const QRectF& area, Mark mark, const QColor& color) {
    const double side = std::min(area.width(), area.height()) * 0.8;
    QRectF box(0, 0, side, side);
    box.moveCenter(area.center());
    const auto at = [&](double x, double y) { return QPointF(box.left() + x * side, box.top() + y * side); };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, side * 0.14, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    switch (mark) {
    case Mark::unreviewed:
        painter.drawEllipse(box.center(), side * 0.3, side * 0.3);
        break;
    case Mark::corrected: // a pen stroke on a line
        painter.drawPolyline(std::array{at(0.2, 0.62), at(0.68, 0.14), at(0.86, 0.32), at(0.38, 0.8),
                                        at(0.2, 0.8), at(0.2, 0.62)}
                                 .data(),
                             6);
        break;
    case Mark::accepted:
        painter.drawPolyline(std::array{at(0.15, 0.55), at(0.4, 0.8), at(0.87, 0.22)}.data(), 3);
        break;
    case Mark::discarded:
        painter.drawLine(at(0.2, 0.2), at(0.8, 0.8));
        painter.drawLine(at(0.8, 0.2), at(0.2, 0.8));
        break;
    case Mark::deferred:
        painter.drawLine(at(0.33, 0.2), at(0.33, 0.8));
        painter.drawLine(at(0.67, 0.2), at(0.67, 0.8));
        break;
    case Mark::saving:
        for (const double x : {0.15, 0.5, 0.85}) {
            painter.drawPoint(at(x, 0.5));
        }
        break;
    case Mark::failed:
        painter.drawLine(at(0.5, 0.1), at(0.5, 0.58));
        painter.drawPoint(at(0.5, 0.86));
        break;
    }
    painter.restore();
}

} // namespace goldpan::ui
