// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OfferController: after a correction, looks in the background for untouched rows that were asked the same
// and offers the same words for them in the notice bar. Nothing is done unasked. Owned by the window; GUI
// thread.
#pragma once

#include <QObject>
#include <memory>
#include <string>

#include "core/review/context_index.h"

namespace goldpan::ui {

class BulkController;
class NoticeBar;
class ReviewSession;
class StoreSession;

class OfferController final : public QObject {
    Q_OBJECT

public:
    OfferController(NoticeBar& notices, ReviewSession& review, BulkController& bulk, QObject* parent);

    void setStore(StoreSession* session);

private:
    void lookFor(RowId row, const std::string& text);
    void step();
    void offer(std::vector<RowId> rows);
    void withdraw();

    NoticeBar& m_notices;
    BulkController& m_bulk;
    StoreSession* m_session = nullptr;
    std::shared_ptr<review::ContextIndex> m_index; ///< the counter's alone while a step is under way
    bool m_stepping = false;
    RowId m_row;        ///< the last corrected one; none when its rows are found
    std::string m_text; ///< its correction
    QString m_offered;  ///< the notice
};

} // namespace goldpan::ui
