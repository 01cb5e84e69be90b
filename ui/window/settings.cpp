// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/settings.h"

#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

namespace goldpan::ui::settings {
namespace {

constexpr qsizetype kMostRecent = 10;

const QString kRecent = QStringLiteral("recentStores");
const QString kGeometry = QStringLiteral("windowGeometry");
const QString kCommands = QStringLiteral("recentCommands");
const QString kColumns = QStringLiteral("queueColumns");
const QString kDiff = QStringLiteral("diffMode");

constexpr std::array kDiffModes{std::pair(DiffMode::off, "off"), std::pair(DiffMode::merged, "inline"),
                                std::pair(DiffMode::sideBySide, "sideBySide")};

void addFirst(const QString& key, const QString& item) {
    QStringList items = QSettings().value(key).toStringList();
    items.removeAll(item);
    items.prepend(item);
    QSettings().setValue(key, items.mid(0, kMostRecent));
}

} // namespace

QStringList recentStores() {
    return QSettings().value(kRecent).toStringList();
}

void addRecentStore(const QString& path) {
    addFirst(kRecent, path);
}

QStringList recentCommands() {
    return QSettings().value(kCommands).toStringList();
}

void addRecentCommand(const QString& id) {
    addFirst(kCommands, id);
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

DiffMode diffMode() {
    const QString kept = QSettings().value(kDiff).toString();
    const auto* const found = std::ranges::find_if(
        kDiffModes, [&kept](const auto& each) { return kept == QLatin1String(each.second); });
    return found == kDiffModes.end() ? DiffMode::off : found->first;
}

void setDiffMode(DiffMode mode) {
    const auto* const found = std::ranges::find(kDiffModes, mode, &decltype(kDiffModes)::value_type::first);
    QSettings().setValue(kDiff, QLatin1String(found->second));
}

} // namespace goldpan::ui::settings
