// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ManyRowsDesk: a window on so many rows that acts on all of them run in chunks, with progress. Test support;
// GUI thread.
#pragma once

#include "tests/ui/support/window_desk.h"

namespace goldpan::test {

inline constexpr int kManyRows = 1284;

struct ManyRowsDesk : WindowDesk {
    ManyRowsDesk();

    /// Begins to discard all rows; some are, and the rest waits until the desk lets it go.
    void beginBulk();
    /// The same in a window that is open.
    void goOnWithBulk();

    [[nodiscard]] int discarded();
    /// How many acts came to their end.
    [[nodiscard]] std::string finishedActs();
};

} // namespace goldpan::test
