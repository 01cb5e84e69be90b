// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of the command line that are refused where they do not fit, instead of becoming another one: the
// parser's own conversion goes round or stops at the largest. A free function.
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>

namespace goldpan::cli {

/// Digits alone, from `least` to `most`.
[[nodiscard]] CLI::Validator wholeNumber(std::uint64_t least, std::uint64_t most);

} // namespace goldpan::cli
