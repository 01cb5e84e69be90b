// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace goldpan::ui {

Language::Language(LanguageChoice choice) {
    const QString own = QStringLiteral(":/translations");
    if (choice == LanguageChoice::system) {
        choice = languageOf(QLocale::system().uiLanguages());
    }
    if (choice == LanguageChoice::chinese) {
        // What Qt says itself (the buttons of dialogs, the menus of text fields) comes in a package of its
        // own.
        install(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        install(QStringLiteral("goldpan_zh_CN"), own);
    } else {
        install(QStringLiteral("goldpan_en"), own);
    }
}

Language::~Language() {
    for (const auto& translator : m_translators) {
        QCoreApplication::removeTranslator(translator.get());
    }
}

void Language::install(const QString& name, const QString& folder) {
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(name, folder)) {
        QCoreApplication::installTranslator(translator.get());
        m_translators.push_back(std::move(translator));
    }
}

LanguageChoice languageOf(const QStringList& names) {
    for (const QString& name : names) {
        const QLocale locale(name);
        if (locale.language() == QLocale::Chinese) {
            return locale.script() == QLocale::SimplifiedHanScript ? LanguageChoice::chinese
                                                                   : LanguageChoice::english;
        }
        if (locale.language() == QLocale::English) {
            return LanguageChoice::english;
        }
    }
    return LanguageChoice::english;
}

} // namespace goldpan::ui
