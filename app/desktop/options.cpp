// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/options.h"

#include "ui/window/import_text.h"

#include <QCommandLineParser>
#include <pwd.h>
#include <unistd.h>

namespace goldpan::desktop {
namespace {

QString loginName() {
    if (const passwd* user = getpwuid(getuid()); user != nullptr && user->pw_name[0] != '\0') {
        return QString::fromLocal8Bit(user->pw_name);
    }
    return QStringLiteral("operator");
}

} // namespace

QString commandLineSummary() {
    return QStringLiteral("Review a production model's log and write the answers that it should have given.");
}

QString commandLineArgument() {
    return QStringLiteral("A .goldpan store, or a JSONL log to import.");
}

QList<QCommandLineOption> commandLineOptions() {
    return {
        QCommandLineOption({QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")),
        QCommandLineOption({QStringLiteral("v"), QStringLiteral("version")},
                           QStringLiteral("Show the version.")),
        QCommandLineOption(
            QStringLiteral("operator"),
            QStringLiteral("Who decides (default: the name in the settings, else the login name)."),
            QStringLiteral("NAME")),
        QCommandLineOption(QStringLiteral("filter"),
                           QStringLiteral("Rows to show first, in the filter language."),
                           QStringLiteral("TEXT")),
        QCommandLineOption(
            QStringLiteral("screenshot"),
            QStringLiteral("Write the window to FILE.png once the first rows are shown, and end."),
            QStringLiteral("FILE.png")),
    };
}

Options readOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandLineSummary());
    parser.addOptions(commandLineOptions());
    parser.addPositionalArgument(QStringLiteral("store"), commandLineArgument(), QStringLiteral("[STORE]"));
    Options out;
    if (!parser.parse(arguments)) {
        out.problem = parser.errorText();
        return out;
    }
    if (parser.isSet(QStringLiteral("help"))) {
        out.text = parser.helpText();
    } else if (parser.isSet(QStringLiteral("version"))) {
        out.text = QStringLiteral("goldpan " GOLDPAN_VERSION "\n");
    }
    out.operatorNamed = parser.isSet(QStringLiteral("operator"));
    out.operatorName = out.operatorNamed ? parser.value(QStringLiteral("operator")).trimmed() : loginName();
    out.filter = parser.value(QStringLiteral("filter"));
    out.screenshot = parser.value(QStringLiteral("screenshot"));
    if (out.operatorName.isEmpty()) {
        out.problem = QStringLiteral("--operator needs a name.");
    } else if (parser.positionalArguments().size() > 1) {
        out.problem = QStringLiteral("One store at a time, please.");
    } else if (!parser.positionalArguments().isEmpty()) {
        out.path = parser.positionalArguments().first();
    }
    if (!out.screenshot.isEmpty() && (out.path.isEmpty() || ui::isLogName(out.path))) {
        out.problem = QStringLiteral("--screenshot needs a STORE to show; import the log first.");
    }
    return out;
}

} // namespace goldpan::desktop
