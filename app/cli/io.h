// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Io: what a verb sees of the world around it: streams, clock and the wish to stop. References only; one
// run, one thread.
#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <iosfwd>
#include <stop_token>

namespace goldpan::cli {

struct Io {
    std::istream& in;
    std::ostream& out; ///< results, nothing else
    std::ostream& err; ///< progress and messages
    const Clock& clock;
    bool errIsTerminal = false; ///< progress is shown only there
    std::stop_token stop = {};
    bool (*isReaderGone)() = nullptr; ///< whether the reader of `out` has closed its end of the pipe
    /// Waits so long for room in `out`, where a pipe may be full that nobody reads; whether there is some.
    bool (*hasRoom)(std::chrono::milliseconds patience) = nullptr;
};

} // namespace goldpan::cli
