// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files of a replaced batch that could not be removed, as `export` and `verify` tell of them. A free
// function; any thread.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace goldpan::cli {

void printLeftBehind(std::ostream& out, const std::vector<std::string>& paths);

} // namespace goldpan::cli
