// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A run of the built goldpan-cli that is killed at a chosen step of its work on files, watched from outside.
// Test support, one thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace goldpan::test {

/// Just before its `step`th rename, unlink, truncate or sync of a file (from 1) the program is killed. True
/// where it was, false where it came to its end before; none where this system lets no program be watched.
[[nodiscard]] std::optional<bool> killedAt(int step, const std::vector<std::string>& args);

} // namespace goldpan::test
