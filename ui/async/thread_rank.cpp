// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/async/thread_rank.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

namespace goldpan::ui {

void setThreadRank(ThreadRank rank) {
#ifdef Q_OS_LINUX
    // QThread::setPriority() changes nothing under Linux's usual scheduling. There nice() is of the thread
    // that calls it, and of the whole process elsewhere.
    if (rank == ThreadRank::background) {
        [[maybe_unused]] const int now = ::nice(kBackgroundNice);
    }
#else
    Q_UNUSED(rank)
#endif
}

} // namespace goldpan::ui
