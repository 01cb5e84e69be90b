// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/row_prefetch.h"

#include "ui/state/queue_session.h"
#include "ui/state/review_session.h"

namespace goldpan::ui {

void prefetchAround(QueueSession& queue, ReviewSession& review, int row, Ahead ahead) {
    const RowId below = queue.model().idAt(row + 1);
    review.prefetch({below});
    if (ahead == Ahead::nextOnly) {
        return;
    }
    // N, and every decision, goes to the next unreviewed row; how far it may be is bounded, so that no queue
    // of decided rows is read through at each step.
    queue.findUnreviewed(
        row + 1, 1,
        [&queue, &review, below](int next) {
            if (next >= 0) {
                QueueModel& rows = queue.model();
                review.prefetch({below, rows.idAt(next)});
                (void)rows.index(next, 0).data(QueueModel::StateRole); // asks for its page
            }
        },
        QueueModel::kPageRows);
}

} // namespace goldpan::ui
