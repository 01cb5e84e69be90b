// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Preferences: what a person chose for every store: looks, name, how a batch begins. A value; read
// and written through QSettings by one table of typed keys, of which only those that differ from the defaults
// are stored. GUI thread.
#pragma once

#include "core/exporting/export_service.h"

#include <QString>
#include <QStringList>

namespace goldpan::ui {

enum class ThemeChoice {
    system,
    light,
    dark,
};

/// What the window speaks.
enum class LanguageChoice {
    system,
    english,
    chinese,
};

/// The system's fixed-width font, as textFamily names it.
inline constexpr auto kMonospace = "monospace";

struct Preferences {
    LanguageChoice language = LanguageChoice::system;
    ThemeChoice theme = ThemeChoice::system;
    double interfacePoints = 0; ///< 0 is the system's
    QString textFamily;    ///< of conversation, response and editor: "" is the interface's, or kMonospace
    double textPoints = 0; ///< 0 is the interface's
    int zoomSteps = 0;     ///< points that everything in the window is larger
    QString operatorName;  ///< who decides, where the command line names nobody; "" is the login name
    exporting::Format exportFormat = exporting::Format::sft;
    QStringList exportTags;
    QString exportFolder; ///< "" is the store's
    bool exportRedact = false;
    bool exportToolRows = false;
    bool exportIdentical = false; ///< leave out corrections identical to the response

    bool operator==(const Preferences&) const = default;
};

inline constexpr int kLeastZoom = -4;
inline constexpr int kMostZoom = 16;
inline constexpr double kLeastPoints = 6;
inline constexpr double kMostPoints = 48;

/// What a batch begins with.
[[nodiscard]] exporting::ExportSpec exportSpecOf(const Preferences& preferences);

/// What is stored. A value that makes no sense is left where it stands and its default counts; `problems`
/// gets a sentence for each.
[[nodiscard]] Preferences loadPreferences(QStringList* problems = nullptr);
/// Stores what differs between the two, and nothing else.
void savePreferences(const Preferences& before, const Preferences& after);

} // namespace goldpan::ui
