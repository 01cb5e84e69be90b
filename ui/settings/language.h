// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Language: what the program speaks from its making to its end, plurals included. Made before any text is
// shown; one a program; GUI thread.
#pragma once

#include "ui/settings/preferences.h"

#include <QTranslator>
#include <memory>
#include <vector>

namespace goldpan::ui {

class Language final {
public:
    explicit Language(LanguageChoice choice);
    ~Language();
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;

private:
    void install(const QString& name, const QString& folder);

    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

/// What a system means whose languages are `names`, the dearest first, as QLocale::uiLanguages() gives them:
/// the first that the window can speak. English where there is none; never `system`.
[[nodiscard]] LanguageChoice languageOf(const QStringList& names);

} // namespace goldpan::ui
