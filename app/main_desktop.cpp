// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_app.h"

#include <QApplication>

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    return goldpan::desktop::run(app);
}
