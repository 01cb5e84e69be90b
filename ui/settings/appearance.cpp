// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/appearance.h"

#include "ui/common/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <algorithm>

namespace goldpan::ui {
namespace {

/// Of a control against what is around it (WCAG 2.1, 1.4.11), and a little for rounding.
constexpr double kBoxContrast = 3.1;

QColor mixed(const QColor& text, const QColor& ground, float share) {
    const auto at = [share](float a, float b) { return a * share + b * (1 - share); };
    return QColor::fromRgbF(at(text.redF(), ground.redF()), at(text.greenF(), ground.greenF()),
                            at(text.blueF(), ground.blueF()));
}

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
    palette.setColor(QPalette::PlaceholderText, mixed(of.windowText, of.window, 0.72F));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, mixed(of.windowText, of.window, 0.55F));
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

QPalette boxPalette(const QPalette& palette) {
    const QColor window = palette.color(QPalette::Window);
    const QColor text = palette.color(QPalette::WindowText);
    if (contrastRatio(window, Qt::black) >= contrastRatio(window, Qt::white)) {
        return palette;
    }
    QColor ground = window;
    for (int percent = 5; percent <= 100 && contrastRatio(ground, window) < kBoxContrast; percent += 5) {
        ground = mixed(text, window, static_cast<float>(percent) / 100);
    }
    QPalette boxes = palette;
    boxes.setColor(QPalette::Base, ground);
    boxes.setColor(QPalette::Text, contrastRatio(ground, Qt::white) >= contrastRatio(ground, Qt::black)
                                       ? Qt::white
                                       : Qt::black);
    return boxes;
}

void usePalette(const QPalette& palette) {
    QApplication::setPalette(palette);
    useBoxColours();
}

void useBoxColours() {
    const QPalette palette = QApplication::palette();
    const QPalette boxes = boxPalette(palette);
    QPalette lists = boxes; // its Text is more than ticks: the words beside the boxes, on the window's ground
    lists.setColor(QPalette::Text, palette.color(QPalette::WindowText));
    const auto use = [](const QPalette& wanted, const char* boxClass) {
        if (QApplication::palette(boxClass) != wanted) { // else the change would be told for ever
            QApplication::setPalette(wanted, boxClass);
        }
    };
    use(boxes, "QCheckBox");
    use(lists, "goldpan::ui::CheckList");
    use(lists, "goldpan::ui::CheckTable");
}

Appearance::Appearance()
    : m_systemFont(QApplication::font()) {
    useBoxColours(); // the system's may be dark
}

Appearance::~Appearance() {
    apply({});
}

void Appearance::apply(const Preferences& preferences) {
    if (preferences.theme != std::exchange(m_theme, preferences.theme)) {
        switch (preferences.theme) {
        case ThemeChoice::system:
            usePalette(QPalette());
            break;
        case ThemeChoice::light:
            usePalette(lightPalette());
            break;
        case ThemeChoice::dark:
            usePalette(darkPalette());
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
