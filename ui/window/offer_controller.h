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

Q_SIGNALS:
    /// A search is over; `rows` were found, of which an offer is made if there are any.
    void looked(int rows);

private:
    void lookFor(RowId row, const std::string& text);
    void step();
    void offer(review::SameRows same);
    void withdraw();
    void drop();

    NoticeBar& m_notices;
    BulkController& m_bulk;
    StoreSession* m_session = nullptr;
    std::shared_ptr<review::ContextIndex> m_index; ///< the counter's alone while a step is under way
    bool m_stepping = false;
    RowId m_row;               ///< the last corrected one; none when its rows are found
    std::vector<RowId> m_rest; ///< candidates for it that were not looked at yet
    RowId m_source;            ///< the row that the offer is about
    std::string m_text;        ///< its correction
    QString m_offered;         ///< the notice
};

} // namespace goldpan::ui
