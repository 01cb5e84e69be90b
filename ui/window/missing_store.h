// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MissingStore: says that the file of the open store was deleted, moved or replaced, until it is back. Owned
// by the window; GUI thread.
#pragma once

#include <QObject>
#include <QString>

namespace goldpan::ui {

class NoticeBar;
class StoreWatch;

class MissingStore final : public QObject {
    Q_OBJECT

public:
    MissingStore(NoticeBar& notices, StoreWatch& watch, QObject* parent);

private:
    QString m_shown;
};

} // namespace goldpan::ui
