// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Appearance: the colours and fonts of the program as preferences want them. Takes what the system gave when
// it is made, and gives it back when it goes. One a program; owned by the window; GUI thread.
#pragma once

#include "ui/settings/preferences.h"

#include <QFont>
#include <QPalette>

namespace goldpan::ui {

class Appearance final {
public:
    Appearance();
    ~Appearance();
    Appearance(const Appearance&) = delete;
    Appearance& operator=(const Appearance&) = delete;

    /// Colours and the interface's font, for the whole program.
    void apply(const Preferences& preferences);

    /// The size of the interface's font without zoom.
    [[nodiscard]] double interfacePoints(const Preferences& preferences) const;
    /// What conversation, response and editor are set in, zoom included; says only what differs from the
    /// interface, so that the rest follows it.
    [[nodiscard]] QFont textFont(const Preferences& preferences) const;

private:
    QFont m_systemFont;
    ThemeChoice m_theme = ThemeChoice::system;
};

/// Light and dark palettes of our own, for where the system's is not wanted.
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();
/// `palette` for boxes to tick: Fusion draws the edge of a box darker than the window, where nobody sees it
/// in the dark, so the ground of a box has to stand out. The same where it is light.
[[nodiscard]] QPalette boxPalette(const QPalette& palette);
/// Gives the whole program these colours, boxes to tick those of boxPalette(); QPalette() are the system's.
void usePalette(const QPalette& palette);
/// Boxes to tick follow the colours of the program; to be told when the system changed those.
void useBoxColours();

/// Points with zoom, never too small to read.
[[nodiscard]] double zoomedPoints(double points, int zoomSteps);

} // namespace goldpan::ui
