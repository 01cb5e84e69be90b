// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/translation_file.h"

#include <QFile>
#include <QXmlStreamReader>

namespace goldpan::test {

std::vector<TranslatedText> readTranslations(const QString& file) {
    QFile from(file);
    if (!from.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(file));
    }
    std::vector<TranslatedText> out;
    QXmlStreamReader xml(&from);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const auto name = xml.name();
        if (name == u"name") {
            context = xml.readElementText();
        } else if (name == u"message") {
            out.push_back({.context = context});
        } else if (name == u"source") {
            out.back().source = xml.readElementText();
        } else if (name == u"comment") {
            out.back().comment = xml.readElementText();
        } else if (name == u"numerusform") {
            out.back().forms << xml.readElementText();
        } else if (name == u"translation") {
            out.back().finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            QString text; // before the forms only white space
            while (xml.readNext() == QXmlStreamReader::Characters) {
                text += xml.text();
            }
            if (xml.isEndElement()) {
                out.back().forms << text;
            } else {
                out.back().forms << xml.readElementText(); // the first form
            }
        }
    }
    if (xml.hasError()) {
        qFatal("%s: %s", qPrintable(file), qPrintable(xml.errorString()));
    }
    return out;
}

} // namespace goldpan::test
