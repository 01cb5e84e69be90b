// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/async/thread_rank.h"

#include "core/base/thread_nice.h"

namespace goldpan::ui {

void setThreadRank(ThreadRank rank) {
    // QThread::setPriority() changes nothing under Linux's usual scheduling.
    if (rank == ThreadRank::background) {
        standBack(kBackgroundNice);
    }
}

} // namespace goldpan::ui
