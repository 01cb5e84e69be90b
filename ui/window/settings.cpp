// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/settings.h"

#include "ui/common/text_bridge.h"

#include <QCryptographicHash>
#include <QDir>
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
const QString kSplitters = QStringLiteral("splitters/");

/// Answers what is too old to be kept.
QStringList addFirst(const QString& key, const QString& item) {
    QStringList items = QSettings().value(key).toStringList();
    items.removeAll(item);
    items.prepend(item);
    QSettings().setValue(key, items.mid(0, kMostRecent));
    return items.mid(kMostRecent);
}

/// A path is no key: it holds slashes.
QString placeKey(const QString& path) {
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("places/") + QString::fromLatin1(hash.toHex().left(16));
}

} // namespace

bool mayKeepPath(const QString& path, const redact::Redactor& redactor) {
    const QString home = QDir::homePath() + u'/';
    return redactor.find(toUtf8(path.startsWith(home) ? path.mid(home.size()) : path)).empty();
}

QStringList recentStores() {
    return QSettings().value(kRecent).toStringList();
}

void addRecentStore(const QString& path) {
    for (const QString& forgotten : addFirst(kRecent, path)) {
        QSettings().remove(placeKey(forgotten));
    }
}

QStringList recentCommands() {
    return QSettings().value(kCommands).toStringList();
}

void addRecentCommand(const QString& id) {
    (void)addFirst(kCommands, id);
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

QByteArray splitter(const QString& name) {
    return QSettings().value(kSplitters + name).toByteArray();
}

void setSplitter(const QString& name, const QByteArray& state) {
    QSettings().setValue(kSplitters + name, state);
}

StorePlace storePlace(const QString& path) {
    const QSettings settings;
    const QString key = placeKey(path);
    StorePlace place;
    place.filter = settings.value(key + QLatin1String("/filter")).toString();
    place.order = queue::orderFromText(toUtf8(settings.value(key + QLatin1String("/order")).toString()))
                      .value_or(queue::Order{});
    place.row = RowId{settings.value(key + QLatin1String("/row")).toLongLong()};
    return place;
}

void setStorePlace(const QString& path, const StorePlace& place) {
    QSettings settings;
    const QString key = placeKey(path);
    settings.setValue(key + QLatin1String("/filter"), place.filter);
    settings.setValue(key + QLatin1String("/order"), toQString(queue::orderToText(place.order)));
    settings.setValue(key + QLatin1String("/row"), static_cast<qlonglong>(place.row.value));
}

} // namespace goldpan::ui::settings
