// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <chrono>

namespace goldpan {

Timestamp SystemClock::now() const {
    using namespace std::chrono;
    return Timestamp{duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}

} // namespace goldpan
