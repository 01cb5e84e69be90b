// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Progress of long work, told through a callback. Cancelling is std::stop_token's business.
#pragma once

#include <cstdint>
#include <functional>

namespace goldpan {

struct Progress {
    std::int64_t done = 0;  ///< in the unit of the work (bytes of input for an import, rows for the rest)
    std::int64_t total = 0; ///< 0 where it is not known
    std::int64_t rows = 0;  ///< rows handled so far
};

/// Called from the thread that runs the work, many times a second at most; the receiver throttles further.
using ProgressFn = std::function<void(const Progress&)>;

} // namespace goldpan
