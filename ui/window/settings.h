// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers from one start to the next: paths of stores, sizes, commands used last, how
// differences are shown. Never row text. Functions over QSettings; GUI thread, but for setStorePlace(), which
// any thread may call.
#pragma once

#include "ui/detail/diff_text.h"

#include <QByteArray>
#include <QStringList>

#include "core/base/ids.h"
#include "core/queue/queue_query.h"
#include "core/redact/redactor.h"

namespace goldpan::ui::settings {

/// No PII in its folders and its name; what leads to the home folder is nobody's choice and does not count.
[[nodiscard]] bool mayKeepPath(const QString& path, const redact::Redactor& redactor);

[[nodiscard]] QStringList recentStores(); ///< absolute paths, newest first
void addRecentStore(const QString& path);

[[nodiscard]] QByteArray windowGeometry();
void setWindowGeometry(const QByteArray& geometry);

[[nodiscard]] QByteArray queueColumns(); ///< order, widths and hidden ones
void setQueueColumns(const QByteArray& state);

[[nodiscard]] QStringList recentCommands(); ///< ids run from the palette, newest first
void addRecentCommand(const QString& id);

[[nodiscard]] DiffMode diffMode();
void setDiffMode(DiffMode mode);

/// Sizes of the window's splitters, by their object names.
[[nodiscard]] QByteArray splitter(const QString& name);
void setSplitter(const QString& name, const QByteArray& state);

/// Where somebody was in a store; kept for the stores opened last.
struct StorePlace {
    QString filter; ///< without PII
    queue::Order order;
    RowId row;
};
[[nodiscard]] StorePlace storePlace(const QString& path);
void setStorePlace(const QString& path, const StorePlace& place);

} // namespace goldpan::ui::settings
