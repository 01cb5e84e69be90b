// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// runCli: one run of goldpan-cli. Needs a QCoreApplication alive; any thread, one run at a time on one Io.
#pragma once

#include "app/cli/io.h"

#include <string>
#include <vector>

namespace goldpan::cli {

/// `args` without the program's name. Answers the exit code: 0 done, 1 failed, 2 wrong usage, 3 the answer
/// is no.
[[nodiscard]] int runCli(const std::vector<std::string>& args, Io& io);

} // namespace goldpan::cli
