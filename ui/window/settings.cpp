// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/settings.h"

#include <QSettings>

namespace goldpan::ui::settings {
namespace {

constexpr qsizetype kMostRecent = 10;

const QString kRecent = QStringLiteral("recentStores");
const QString kZoom = QStringLiteral("zoomSteps");
const QString kGeometry = QStringLiteral("windowGeometry");
const QString kColumns = QStringLiteral("queueColumns");

} // namespace

QStringList recentStores() {
    return QSettings().value(kRecent).toStringList();
}

void addRecentStore(const QString& path) {
    QStringList paths = recentStores();
    paths.removeAll(path);
    paths.prepend(path);
    QSettings().setValue(kRecent, paths.mid(0, kMostRecent));
}

int zoomSteps() {
    return QSettings().value(kZoom, 0).toInt();
}

void setZoomSteps(int steps) {
    QSettings().setValue(kZoom, steps);
}

QByteArray windowGeometry() {
    return QSettings().value(kGeometry).toByteArray();
}

void setWindowGeometry(const QByteArray& geometry) {
    QSettings().setValue(kGeometry, geometry);
}

QByteArray queueColumns() {
    return QSettings().value(kColumns).toByteArray();
}

void setQueueColumns(const QByteArray& state) {
    QSettings().setValue(kColumns, state);
}

} // namespace goldpan::ui::settings
