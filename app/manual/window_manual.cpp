// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/window_manual.h"

#include "app/desktop/options.h"
#include "app/manual/man_page.h"

namespace goldpan::manual {
namespace {

/// "--filter TEXT", "-h, --help"
std::string optionWord(const QCommandLineOption& option) {
    QStringList words;
    for (const QString& name : option.names()) {
        words << (name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name;
    }
    const QString word = words.join(QStringLiteral(", "));
    return (option.valueName().isEmpty() ? word : word + QLatin1Char(' ') + option.valueName()).toStdString();
}

} // namespace

std::string windowManual() {
    ManPage page("goldpan", desktop::commandLineSummary().toStdString());
    page.section("Synopsis").usage("goldpan [OPTION]... [STORE]");
    page.section("Description")
        .paragraph(
            "Opens a window on a store: a queue of rows to review, the conversation, the model's response "
            "and an editor for the correction. Everything can be done by keyboard; ? shows all keys.")
        .item("STORE", desktop::commandLineArgument().toStdString());
    page.section("Options");
    for (const QCommandLineOption& option : desktop::commandLineOptions()) {
        page.item(optionWord(option), option.description().toStdString());
    }
    page.section("Exit status").item("0", "Done.").item("1", "Failed.").item("2", "Wrong usage.");
    page.section("See also").paragraph("goldpan-cli(1)");
    return page.text();
}

} // namespace goldpan::manual
