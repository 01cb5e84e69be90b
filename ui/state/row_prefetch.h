// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that are likely next are read before anybody goes to them, so that moving on paints at once. GUI
// thread.
#pragma once

namespace goldpan::ui {

class QueueSession;
class ReviewSession;

enum class Ahead {
    nextOnly,
    nextUnreviewedToo,
};

/// Reads what comes after `row` of the queue in the background. Both must outlive the search that this
/// begins.
void prefetchAround(QueueSession& queue, ReviewSession& review, int row, Ahead ahead);

} // namespace goldpan::ui
