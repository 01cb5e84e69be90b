// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// DetailLoader: the current row's detail, and those that are likely next, loaded ahead so that moving on
// paints at once. Owned by the window; GUI thread.
#pragma once

#include <QObject>
#include <list>
#include <vector>

#include "core/base/ids.h"
#include "ui/state/row_detail.h"

namespace goldpan::ui {

class StoreSession;

class DetailLoader final : public QObject {
    Q_OBJECT

public:
    explicit DetailLoader(QObject* parent = nullptr);

    void setStore(StoreSession* session);

    /// Answers by loaded() or failed(), at once where the row was loaded ahead. A newer show() replaces an
    /// older.
    void show(RowId row);
    /// Reads rows in the background, those that are not held.
    void prefetch(const std::vector<RowId>& rows);
    /// A row as it is after an act.
    void put(const RowDetailPtr& detail);
    /// The row was changed and is read again before it is shown.
    void forget(RowId row);
    /// The store was changed by others: nothing that is held counts any more.
    void forgetAll();

Q_SIGNALS:
    void loaded(const goldpan::ui::RowDetailPtr& detail);
    void failed(goldpan::RowId row, const goldpan::Error& error);

private:
    [[nodiscard]] RowDetailPtr held(RowId row) const;
    void dropPrefetch();

    StoreSession* m_session = nullptr;
    std::list<RowDetailPtr> m_held;  ///< newest first
    std::vector<RowId> m_onTheirWay; ///< by the prefetch that runs or waits
};

} // namespace goldpan::ui
