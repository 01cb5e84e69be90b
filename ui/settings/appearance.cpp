// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/appearance.h"

#include <QApplication>
#include <QFontDatabase>
#include <algorithm>

namespace goldpan::ui {
namespace {

struct Colours {
    QColor window, windowText, base, alternate, button, mid, dark, light, highlight, highlightText, link;
};

QPalette paletteOf(const Colours& of) {
    QPalette palette(of.windowText, of.button, of.light, of.dark, of.mid, of.windowText, of.highlightText,
                     of.base, of.window);
    palette.setColor(QPalette::AlternateBase, of.alternate);
    palette.setColor(QPalette::Midlight, of.mid.lighter(120));
    palette.setColor(QPalette::Shadow, of.dark.darker(200));
    palette.setColor(QPalette::Highlight, of.highlight);
    palette.setColor(QPalette::HighlightedText, of.highlightText);
    palette.setColor(QPalette::ToolTipBase, of.alternate);
    palette.setColor(QPalette::ToolTipText, of.windowText);
    palette.setColor(QPalette::Link, of.link);
    palette.setColor(QPalette::LinkVisited, of.link);
    const auto mixed = [&of](float share) {
        const auto at = [share](float text, float ground) { return text * share + ground * (1 - share); };
        return QColor::fromRgbF(at(of.windowText.redF(), of.window.redF()),
                                at(of.windowText.greenF(), of.window.greenF()),
                                at(of.windowText.blueF(), of.window.blueF()));
    };
    palette.setColor(QPalette::PlaceholderText, mixed(0.72F));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, mixed(0.55F));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, of.mid);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, of.windowText);
    return palette;
}

} // namespace

QPalette lightPalette() {
    return paletteOf({.window = QColor(0xEF, 0xEF, 0xEF),
                      .windowText = QColor(0x14, 0x14, 0x14),
                      .base = QColor(0xFF, 0xFF, 0xFF),
                      .alternate = QColor(0xF6, 0xF6, 0xF6),
                      .button = QColor(0xEF, 0xEF, 0xEF),
                      .mid = QColor(0xB8, 0xB8, 0xB8),
                      .dark = QColor(0x9F, 0x9F, 0x9F),
                      .light = QColor(0xFF, 0xFF, 0xFF),
                      .highlight = QColor(0x1F, 0x6F, 0xB5),
                      .highlightText = QColor(0xFF, 0xFF, 0xFF),
                      .link = QColor(0x0B, 0x57, 0x9E)});
}

QPalette darkPalette() {
    return paletteOf({.window = QColor(0x2B, 0x2B, 0x2B),
                      .windowText = QColor(0xEA, 0xEA, 0xEA),
                      .base = QColor(0x1E, 0x1E, 0x1E),
                      .alternate = QColor(0x26, 0x26, 0x26),
                      .button = QColor(0x38, 0x38, 0x38),
                      .mid = QColor(0x50, 0x50, 0x50),
                      .dark = QColor(0x18, 0x18, 0x18),
                      .light = QColor(0x5C, 0x5C, 0x5C),
                      .highlight = QColor(0x38, 0x75, 0xBE),
                      .highlightText = QColor(0xFF, 0xFF, 0xFF),
                      .link = QColor(0x7D, 0xB8, 0xF0)});
}

QPalette darkBoxPalette() {
    QPalette palette = darkPalette();
    palette.setColor(QPalette::Base, QColor(0x78, 0x78, 0x78));
    palette.setColor(QPalette::Text, QColor(0xFF, 0xFF, 0xFF));
    return palette;
}

void usePalette(const QPalette& palette, bool darkBoxes) {
    QApplication::setPalette(palette);
    // Asked only now: before, the system's palette would be told with the colours that just went.
    const QPalette boxes = darkBoxes ? darkBoxPalette() : QApplication::palette();
    for (const char* boxClass : {"QCheckBox", "goldpan::ui::CheckList"}) {
        QApplication::setPalette(boxes, boxClass);
    }
}

Appearance::Appearance()
    : m_systemFont(QApplication::font()) {}

Appearance::~Appearance() {
    apply({});
}

void Appearance::apply(const Preferences& preferences) {
    if (preferences.theme != std::exchange(m_theme, preferences.theme)) {
        switch (preferences.theme) {
        case ThemeChoice::system:
            usePalette(QPalette(), false);
            break;
        case ThemeChoice::light:
            usePalette(lightPalette(), false);
            break;
        case ThemeChoice::dark:
            usePalette(darkPalette(), true);
            break;
        }
    }
    QFont font = m_systemFont;
    font.setPointSizeF(interfacePoints(preferences));
    if (font != QApplication::font()) {
        QApplication::setFont(font);
    }
}

double Appearance::interfacePoints(const Preferences& preferences) const {
    return preferences.interfacePoints > 0 ? preferences.interfacePoints : m_systemFont.pointSizeF();
}

QFont Appearance::textFont(const Preferences& preferences) const {
    QFont font;
    if (preferences.textFamily == QLatin1String(kMonospace)) {
        font.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    } else if (!preferences.textFamily.isEmpty()) {
        font.setFamilies({preferences.textFamily});
    }
    if (preferences.textPoints > 0) {
        font.setPointSizeF(zoomedPoints(preferences.textPoints, preferences.zoomSteps));
    }
    return font;
}

double zoomedPoints(double points, int zoomSteps) {
    return std::max(kLeastPoints, points + zoomSteps);
}

} // namespace goldpan::ui
