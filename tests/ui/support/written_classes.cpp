// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/written_classes.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace goldpan::test {

QStringList classesDerivedFrom(const QString& base, const QString& folder) {
    const QRegularExpression wanted(QStringLiteral("class (\\w+)[^:;{]*: public (?:%1)\\b").arg(base));
    QStringList out;
    QDirIterator files(folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("%s cannot be read", qPrintable(file.fileName()));
        }
        auto found = wanted.globalMatch(QString::fromUtf8(file.readAll()));
        while (found.hasNext()) {
            out << found.next().captured(1);
        }
    }
    out.sort();
    return out;
}

} // namespace goldpan::test
