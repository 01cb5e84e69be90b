// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Options: the command line of the desktop program. A value.
#pragma once

#include <QCommandLineOption>
#include <QList>
#include <QString>
#include <QStringList>

namespace goldpan::desktop {

struct Options {
    QString path; ///< a store, or a log to import; "" for none
    QString operatorName;
    bool operatorNamed = false; ///< by --operator, not by the login
    QString filter;
    QString screenshot; ///< PNG file to write once the first rows are shown; then the program ends
    QString problem;    ///< why the words do not make sense; "" where they do
    QString text;       ///< to print instead of opening a window (help, version)
};

/// What the help and the manual say: one sentence on the program, its one argument, its options.
[[nodiscard]] QString commandLineSummary();
[[nodiscard]] QString commandLineArgument();
[[nodiscard]] QList<QCommandLineOption> commandLineOptions();

[[nodiscard]] Options readOptions(const QStringList& arguments);

} // namespace goldpan::desktop
