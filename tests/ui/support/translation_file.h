// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a .ts file of Qt Linguist says. Test support.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace goldpan::test {

struct TranslatedText {
    QString context;
    QString source;
    QString comment;
    QStringList forms; ///< one, or one a plural form
    bool finished = false;

    /// What lupdate tells texts apart by.
    [[nodiscard]] QString key() const { return QStringList{context, source, comment}.join(u'|'); }
};

[[nodiscard]] std::vector<TranslatedText> readTranslations(const QString& file);

} // namespace goldpan::test
