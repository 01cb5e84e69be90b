// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/thread_nice.h"

#ifdef __linux__
#include <unistd.h>
#endif

namespace goldpan {

void standBack([[maybe_unused]] int steps) {
#ifdef __linux__
    [[maybe_unused]] const int now = ::nice(steps); // of the thread that calls it
#endif
}

} // namespace goldpan
