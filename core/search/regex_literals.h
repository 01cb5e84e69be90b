// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a text must hold for a regular expression to match it. A pure function; safe on any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace goldpan::search {

/// Groups of literals: a text that matches holds, after case folding, at least one literal of every group.
/// Empty where nothing is known, as for /.*/ or a pattern that does not compile.
[[nodiscard]] std::vector<std::vector<std::string>> neededLiterals(std::string_view pattern, bool ignoreCase);

} // namespace goldpan::search
