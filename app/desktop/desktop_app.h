// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop program: composes the backend and the window, and runs until the window is closed. Called by
// main().
#pragma once

class QApplication;

namespace goldpan::desktop {

/// Answers the exit code: 0 done, 1 failed, 2 wrong usage.
[[nodiscard]] int run(QApplication& app);

} // namespace goldpan::desktop
