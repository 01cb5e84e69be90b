// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Normal text: what two texts are compared by, so that case, width and spacing count for nothing. Pure
// function; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace goldpan::checks {

/// NFKC, then full case folding (Unicode's, not a language's), then each run of white space as one space,
/// none at either end.
[[nodiscard]] std::string normalText(std::string_view text);

} // namespace goldpan::checks
