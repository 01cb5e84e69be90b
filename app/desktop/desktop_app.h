// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop program: composes the backend and the window, and runs until the window is closed. Called by
// main().
#pragma once

#include <optional>

class QApplication;

namespace goldpan::desktop {

struct Options;

/// Prints help, version or what is wrong with the words, and answers the exit code; none where a window is
/// wanted. Needs no screen.
[[nodiscard]] std::optional<int> answerInText(const Options& options);

/// Answers the exit code: 0 done, 1 failed, 2 wrong usage.
[[nodiscard]] int run(QApplication& app);

} // namespace goldpan::desktop
